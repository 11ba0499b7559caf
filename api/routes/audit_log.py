"""The audit log: read, exported, its chain verified."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from api.routes.dependencies import Auditor, Running, Service
from api.routes.problems import problems
from api.store import audit
from models.frozen import Frozen

router = APIRouter(prefix="/v1/audit-log", tags=["审计日志"])


class EntryView(Frozen):
    """Who did what to what."""

    seq: int
    at: datetime
    actor: str | None
    """The account's id; null is the machine."""
    action: str
    subject: str
    before: Any
    after: Any
    program_version: str
    weights: dict[str, str]
    previous_hash: str
    hash: str


class EntryPage(Frozen):
    """Entries, the newest first."""

    items: list[EntryView]
    next_cursor: str | None


class Verification(Frozen):
    """Whether the chain is whole."""

    intact: bool
    gap_at: int | None
    message: str | None
    entries: int
    head: str | None
    """Hash of the newest entry: kept elsewhere, it shows later that nothing was cut off."""


@router.get(
    "",
    operation_id="listAuditLog",
    summary="审计日志",
    response_model=EntryPage,
    responses=problems(401, 403, 422),
)
def list_entries(
    service: Running,
    account: Auditor,
    subject: Annotated[str | None, Query(max_length=300)] = None,
    actor: Annotated[str | None, Query(max_length=16)] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    cursor: Annotated[int | None, Query(ge=1, le=2**53)] = None,
) -> EntryPage:
    """A part of the log."""
    with service.database.snapshot() as session:
        rows = audit.page_of(session, subject=subject, actor=actor, before_seq=cursor, limit=limit)
    items = [EntryView.model_validate(audit.plain(row)) for row in rows]
    more = len(items) == limit and items[-1].seq > 1
    return EntryPage(items=items, next_cursor=str(items[-1].seq) if more else None)


@router.get(
    "/export",
    operation_id="exportAuditLog",
    summary="导出审计日志（每行一个 JSON）",
    response_class=StreamingResponse,
    responses={200: {"content": {"application/x-ndjson": {}}}, **problems(401, 403)},
)
def export_log(service: Running, account: Auditor) -> StreamingResponse:
    """The whole log, the oldest first; anybody can verify the chain from it."""
    return StreamingResponse(
        _lines(service),
        media_type="application/x-ndjson",
        headers={"Content-Disposition": 'attachment; filename="audit-log.ndjson"'},
    )


def _lines(service: Service) -> Iterator[str]:
    with service.database.snapshot() as session:
        for entry in audit.entries(session):
            yield json.dumps(audit.plain(entry), ensure_ascii=False) + "\n"


@router.get(
    "/verification",
    operation_id="verifyAuditLog",
    summary="校验审计日志是否完整",
    response_model=Verification,
    responses=problems(401, 403, 422),
)
def verify_log(
    service: Running,
    account: Auditor,
    expected_head: Annotated[
        str | None, Query(pattern="^[0-9a-f]{64}$", description="以前记下的校验值")
    ] = None,
) -> Verification:
    """Walks the chain from the first entry."""
    with service.database.snapshot() as session:
        gap = audit.verify(session, expected_head)
        head = audit.head(session)
    return Verification(
        intact=gap is None,
        gap_at=gap.seq if gap else None,
        message=gap.message if gap else None,
        entries=head.seq if head else 0,
        head=head.hash if head else None,
    )
