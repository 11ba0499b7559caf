"""Submissions: handed in, listed, looked at, deleted."""

from __future__ import annotations

from datetime import UTC, date, datetime
from importlib.metadata import version
from typing import Annotated, Literal

from fastapi import APIRouter, File, Form, Header, Query, Request, Response, UploadFile
from fastapi.responses import JSONResponse
from pydantic import Field

from api.errors import Invalid
from api.routes.dependencies import (
    Administrator,
    Running,
    SubmissionId,
    Uploader,
    Viewer,
    etag,
)
from api.routes.intake import Asked, Intake
from api.routes.problems import problems
from api.routes.views import SubmissionView, submission_view
from api.store import audit, jobs, listing, retention, submissions
from api.store.listing import Sort
from api.store.states import ProcessingState, ReviewState
from models.finding import Verdict
from models.frozen import Frozen

router = APIRouter(prefix="/v1/submissions", tags=["申报材料"])

IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=255,
        pattern=r"^[\x21-\x7e]+$",
        examples=["6f9b2c1e-5d0f-4c1b-9a55-0d7c0c6f1a11"],
    ),
]
Cursor = Annotated[str | None, Query(max_length=2000)]
Limit = Annotated[int, Query(ge=1, le=200)]


class SubmissionPage(Frozen):
    """A part of the list."""

    items: list[SubmissionView]
    next_cursor: str | None
    """Send it as ``cursor`` for the next part; null at the end."""
    total: int


class FromUploads(Frozen):
    """A submission of files that were uploaded before, by tus."""

    uploads: list[str] = Field(min_length=1, max_length=1000, examples=[["a3f1…"]])
    """The last parts of the uploads' addresses."""
    name: str | None = Field(default=None, max_length=300)
    programme: str = Field(default="hubei-2025", max_length=50)
    submitted_on: date | None = None
    city: str | None = Field(default=None, max_length=50)
    batch: str | None = Field(default=None, max_length=16)
    supersedes: str | None = Field(default=None, max_length=16)


@router.post(
    "",
    operation_id="createSubmission",
    summary="上传一份申报材料",
    status_code=202,
    response_model=SubmissionView,
    responses={
        200: {"description": "相同内容已上传过，返回已有的那一份", "model": SubmissionView},
        **problems(401, 403, 404, 409, 413, 415, 422, 429, 503),
    },
)
def create_submission(
    request: Request,
    service: Running,
    account: Uploader,
    file: Annotated[list[UploadFile], File(description="一个或多个 PDF、图片、.docx、zip")],
    name: Annotated[str | None, Form(max_length=300)] = None,
    programme: Annotated[str, Form(max_length=50)] = "hubei-2025",
    submitted_on: Annotated[date | None, Form()] = None,
    city: Annotated[str | None, Form(max_length=50)] = None,
    batch: Annotated[str | None, Form(max_length=16)] = None,
    supersedes: Annotated[str | None, Form(max_length=16)] = None,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """The files of one applicant; the answer comes before they are read."""
    asked = Asked(name, programme, submitted_on, city, batch, supersedes)
    intake = Intake(service, account)
    with intake.once(
        idempotency_key, asked, [f"{each.filename}:{each.size}" for each in file]
    ) as known:
        if known is not None:
            return known.response()
        with intake.scratch() as scratch:
            uploads = intake.written(file, scratch)
            answer = intake.taken(uploads, asked, scratch)
        return intake.answered(idempotency_key, answer)


@router.post(
    "/from-uploads",
    operation_id="createSubmissionFromUploads",
    summary="用已续传完成的文件建立一份申报材料",
    status_code=202,
    response_model=SubmissionView,
    responses={
        200: {"description": "相同内容已上传过", "model": SubmissionView},
        **problems(401, 403, 404, 409, 413, 415, 422, 503),
    },
)
def create_from_uploads(
    body: FromUploads, service: Running, account: Uploader, idempotency_key: IdempotencyKey = None
) -> Response:
    """The same as an upload in one piece, for files that came through /v1/uploads."""
    asked = Asked(
        body.name, body.programme, body.submitted_on, body.city, body.batch, body.supersedes
    )
    intake = Intake(service, account)
    with intake.once(idempotency_key, asked, body.uploads) as known:
        if known is not None:
            return known.response()
        with intake.scratch() as scratch:
            uploads = intake.resumed(body.uploads, scratch)
            answer = intake.taken(uploads, asked, scratch)
        return intake.answered(idempotency_key, answer)


@router.get(
    "",
    operation_id="listSubmissions",
    summary="申报材料列表",
    response_model=SubmissionPage,
    responses=problems(401, 403, 422),
)
def list_submissions(
    service: Running,
    account: Viewer,
    processing: Annotated[list[ProcessingState] | None, Query()] = None,
    review: Annotated[list[ReviewState] | None, Query()] = None,
    verdict: Annotated[list[Verdict] | None, Query()] = None,
    city: Annotated[str | None, Query(max_length=50)] = None,
    batch: Annotated[str | None, Query(max_length=16)] = None,
    claimed_by: Annotated[str | None, Query(max_length=16)] = None,
    q: Annotated[str, Query(max_length=200, description="名称、单位、信用代码、模型名")] = "",
    sort: Sort = "created",
    order: Literal["asc", "desc"] = "desc",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> SubmissionPage:
    """Those the account may see, a part at a time."""
    wanted = listing.Wanted(
        processing=tuple(processing or ()),
        review=tuple(review or ()),
        verdict=tuple(verdict or ()),
        city=city,
        batch_id=batch,
        claimed_by=claimed_by,
        text=q,
    )
    with service.database.snapshot() as session:
        listed = listing.page_of(
            session,
            account,
            wanted,
            sort=sort,
            descending=order == "desc",
            limit=limit,
            cursor=cursor,
        )
        newest = listing.progress_of(session, [row.id for row in listed.submissions])
        items = [submission_view(row, newest.get(row.id)) for row in listed.submissions]
    return SubmissionPage(items=items, next_cursor=listed.next_cursor, total=listed.total)


@router.get(
    "/{submission_id}",
    operation_id="getSubmission",
    summary="一份申报材料",
    response_model=SubmissionView,
    responses=problems(401, 403, 404, 422),
)
def get_submission(
    submission_id: SubmissionId, response: Response, service: Running, account: Viewer
) -> SubmissionView:
    """Where the submission stands; its ETag goes into If-Match of a decision."""
    with service.database.snapshot() as session:
        row = submissions.get(session, submission_id, account)
        newest = jobs.of_submission(session, submission_id)
        view = submission_view(row, newest[0] if newest else None, with_files=True)
    response.headers.update(etag(view.version))
    return view


@router.delete(
    "/{submission_id}",
    operation_id="deleteSubmission",
    summary="删除一份申报材料及其文件",
    status_code=204,
    responses=problems(401, 403, 404, 409, 422),
)
def delete_submission(
    submission_id: SubmissionId, service: Running, account: Administrator
) -> Response:
    """The rows at once, the files nobody else has after them; the audit log keeps that it was."""
    at = datetime.now(UTC)
    with service.database.transaction() as session:
        row = submissions.get(session, submission_id, account)
        retention.delete(session, row, actor=account.id, at=at, program_version=version("heyan"))
    retention.sweep(service.database, service.files, at=at)
    return Response(status_code=204)


@router.post(
    "/{submission_id}/readings",
    operation_id="readSubmissionAgain",
    summary="重新识别",
    status_code=202,
    response_model=SubmissionView,
    responses=problems(401, 403, 404, 409, 422),
)
def read_again(submission_id: SubmissionId, service: Running, account: Uploader) -> JSONResponse:
    """All pages that are not read yet, for a submission that failed; corrections stay in force."""
    at = datetime.now(UTC)
    with service.database.transaction() as session:
        row = submissions.get(session, submission_id, account)
        if row.processing in ("queued", "reading"):
            raise Invalid("此材料正在排队或识别中，请等待完成")
        job = jobs.enqueue(session, row, at=at)
        audit.record(
            session,
            "submission.read_again",
            submission_id,
            actor=account.id,
            at=at,
            program_version=version("heyan"),
        )
        view = submission_view(row, job, with_files=True)
    service.loop.wake()
    return JSONResponse(view.model_dump(mode="json", by_alias=True), 202)
