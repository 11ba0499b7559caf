"""Jobs, and the stream of their progress."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.concurrency import run_in_threadpool
from sse_starlette import EventSourceResponse

from api.routes.dependencies import Running, Viewer
from api.routes.problems import problems
from api.routes.streams import changes_seen, progress_of
from api.routes.views import JobView, job_view
from api.store import jobs, submissions

router = APIRouter(prefix="/v1", tags=["任务"])

JobId = Annotated[str, Path(pattern="^[0-9a-f]{16}$", examples=["00112233445566aa"])]


@router.get(
    "/jobs/{job_id}",
    operation_id="getJob",
    summary="一项任务",
    response_model=JobView,
    responses=problems(401, 403, 404, 422),
)
def get_job(job_id: JobId, service: Running, account: Viewer) -> JobView:
    """How far the reading of a submission is."""
    with service.database.snapshot() as session:
        job = jobs.get(session, job_id)
        submissions.get(session, job.submission_id, account)
        return job_view(job)


@router.get(
    "/jobs/{job_id}/events",
    operation_id="streamJob",
    summary="任务进度（SSE）",
    response_class=EventSourceResponse,
    responses={200: {"content": {"text/event-stream": {}}}, **problems(401, 403, 404, 422)},
)
async def stream_job(job_id: JobId, service: Running, account: Viewer) -> EventSourceResponse:
    """``progress`` {done, total} until ``done`` {revision, verdict} or ``failed`` {problem}."""
    await run_in_threadpool(get_job, job_id, service, account)
    return EventSourceResponse(progress_of(service, job_id))


@router.get(
    "/events",
    operation_id="streamEvents",
    summary="所有材料的变化（SSE）",
    response_class=EventSourceResponse,
    responses={200: {"content": {"text/event-stream": {}}}, **problems(401, 403)},
)
async def stream_events(service: Running, account: Viewer) -> EventSourceResponse:
    """``submission``, ``progress``, ``done`` and ``failed`` of what the account may see."""
    return EventSourceResponse(changes_seen(service, account))
