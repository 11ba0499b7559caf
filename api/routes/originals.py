"""The files as they were handed in, and the report on them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import FileResponse

from api.errors import NotFound
from api.routes.dependencies import FileIndex, Running, SubmissionId, Viewer, etag
from api.routes.problems import problems
from api.store import submissions
from models.report import Report

router = APIRouter(prefix="/v1/submissions", tags=["申报材料"])


@router.get(
    "/{submission_id}/files/{file}",
    operation_id="getSubmissionFile",
    summary="原始文件",
    response_class=FileResponse,
    responses={
        200: {"content": {"application/octet-stream": {}}},
        **problems(401, 403, 404, 422),
    },
)
def get_file(
    submission_id: SubmissionId, file: FileIndex, service: Running, account: Viewer
) -> FileResponse:
    """The bytes as they were handed in; always as a download."""
    with service.database.snapshot() as session:
        row = submissions.get(session, submission_id, account)
        if file >= len(row.files):
            raise NotFound("没有这个文件")
        kept = row.files[file]
    if kept.sha256 not in service.files:
        raise NotFound("文件已不在数据目录中，可能已过保存期限")
    return FileResponse(
        service.files.path(kept.sha256),
        media_type="application/octet-stream",
        filename=kept.name.rpartition("/")[2],
        headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"},
    )


@router.get(
    "/{submission_id}/report",
    operation_id="getReport",
    summary="核验结果（report.json）",
    response_model=Report,
    responses=problems(401, 403, 404, 422),
)
def get_report(
    submission_id: SubmissionId,
    response: Response,
    service: Running,
    account: Viewer,
    revision: Annotated[int | None, Query(ge=1, le=1_000_000)] = None,
) -> Report:
    """The newest revision's report, or another's."""
    with service.database.snapshot() as session:
        submissions.get(session, submission_id, account)
        if revision is not None:
            return service.reports.numbered(session, submission_id, revision)
        newest, report = service.reports.newest(session, submission_id)
    response.headers.update(etag(newest.number))
    return report
