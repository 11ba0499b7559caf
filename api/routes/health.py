"""Whether the service lives, whether it can work, and its measures."""

from __future__ import annotations

import shutil

from fastapi import APIRouter, Request, Response
from sqlalchemy import text

from api.routes.dependencies import Running
from api.routes.problems import MEDIA_TYPE, RETRY_AFTER_FAULT, problem
from api.store import counting
from models.frozen import Frozen

router = APIRouter(tags=["运行"])


class Live(Frozen):
    """The process answers."""

    status: str = "ok"


class Ready(Frozen):
    """Everything the service needs is there."""

    status: str = "ok"
    workers: int
    """Processes that read pages now; they start with the first submission."""


@router.get("/health/live", operation_id="live", summary="进程存活", response_model=Live)
def live() -> Live:
    """Always, as long as the process answers."""
    return Live()


@router.get(
    "/health/ready",
    operation_id="ready",
    summary="可以工作",
    response_model=Ready,
    responses={503: {"description": "暂不可用", "content": {MEDIA_TYPE: {}}}},
)
def ready(request: Request, service: Running) -> Response | Ready:
    """503 where the database is away, the disk is full or the loop has ended."""
    faults = []
    try:
        with service.database.snapshot() as session:
            session.execute(text("SELECT 1"))
    except Exception as error:  # noqa: BLE001 - any failure means not ready
        faults.append(f"数据库不可用（{type(error).__name__}）")
    free = shutil.disk_usage(service.settings.data).free >> 20
    if free < service.settings.min_free_mb:
        faults.append("磁盘空间不足")
    if not service.loop.alive:
        faults.append("处理任务的线程已停止")
    if faults:
        headers = {"Retry-After": str(RETRY_AFTER_FAULT)}
        return problem(request, 503, "；".join(faults), "not-ready", headers)
    return Ready(workers=service.source.workers)


@router.get(
    "/metrics",
    operation_id="metrics",
    summary="Prometheus 指标",
    response_class=Response,
    responses={200: {"content": {"text/plain": {}}}},
)
def metrics(service: Running) -> Response:
    """Counts and times; no names, no paths."""
    with service.database.snapshot() as session:
        counts = counting.count(session)
    body = service.measures.exposition(counts, service.events.listeners)
    return Response(body, media_type="text/plain; version=0.0.4; charset=utf-8")
