"""What kind a page is, where it belongs and which way up it lies, as people set it."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.metadata import version
from typing import Literal

from fastapi import APIRouter, Response
from pydantic import Field

from api.errors import Invalid, NotFound
from api.routes.dependencies import Corrector, FileIndex, PageNumber, Running, SubmissionId
from api.routes.problems import problems
from api.routes.views import JobView, job_view
from api.store import audit, decisions, jobs, pages, submissions
from models.document import DocumentKind
from models.frozen import Frozen

router = APIRouter(prefix="/v1/submissions/{submission_id}", tags=["页面"])


class PageChangeAsked(Frozen):
    """What a page is, or where it belongs."""

    file: int = Field(ge=0, le=100_000)
    number: int = Field(ge=1, le=100_000)
    version: int = Field(ge=0, le=1_000_000, description="所见页面的 version")
    kind: DocumentKind | None = None
    position: int | None = Field(default=None, ge=1, le=100_000, description="在全部页面中的位置")


class PageChanges(Frozen):
    """Changes that are made together."""

    changes: list[PageChangeAsked] = Field(min_length=1, max_length=1000)


@router.post(
    "/page-changes",
    operation_id="changePages",
    summary="调整页面类型或顺序",
    status_code=202,
    response_model=JobView,
    responses=problems(401, 403, 404, 409, 412, 422),
)
def change_pages(
    submission_id: SubmissionId,
    body: PageChanges,
    response: Response,
    service: Running,
    account: Corrector,
) -> JobView:
    """The documents are cut and understood anew, without reading a page again."""
    at = datetime.now(UTC)
    with service.database.transaction() as session:
        row = submissions.get(session, submission_id, account)
        decisions.require_open(row)
        _, report = service.reports.newest(session, submission_id)
        known = {(page.file, page.number): page for page in report.pages}
        for each in body.changes:
            page = known.get((each.file, each.number))
            if page is None:
                raise NotFound(f"没有第 {each.number} 页")
            if each.kind is None and each.position is None:
                raise Invalid("请说明页面的类型或位置")
            pages.change(
                session,
                submission_id,
                each.file,
                each.number,
                expected=each.version,
                by=account.id,
                at=at,
                kind=each.kind,
                position=each.position,
            )
            audit.record(
                session,
                "page.change",
                f"{submission_id}/{each.file}/{each.number}",
                actor=account.id,
                at=at,
                before={"kind": page.kind},
                after={"kind": each.kind, "position": each.position},
                program_version=version("heyan"),
            )
        job = jobs.enqueue(session, row, at=at, kind="recheck", priority=10)
    service.loop.wake()
    response.headers["Location"] = f"/v1/jobs/{job.id}"
    return job_view(job)


class TurnAsked(Frozen):
    """Which way up a page is to be shown."""

    turn: Literal[0, 90, 180, 270]
    """Degrees clockwise, on top of what the machine did."""
    version: int = Field(ge=0, le=1_000_000, description="所见页面的 version")


class PageTurned(Frozen):
    """A page as it is shown from now on."""

    file: int
    number: int
    turn: int
    version: int


@router.put(
    "/pages/{file}/{number}/turn",
    operation_id="turnPage",
    summary="转动页面",
    response_model=PageTurned,
    responses=problems(401, 403, 404, 409, 412, 422),
)
def turn_page(
    submission_id: SubmissionId,
    file: FileIndex,
    number: PageNumber,
    body: TurnAsked,
    service: Running,
    account: Corrector,
) -> PageTurned:
    """For everybody who looks at it; boxes and what was read stay as they are."""
    at = datetime.now(UTC)
    with service.database.transaction() as session:
        row = submissions.get(session, submission_id, account)
        decisions.require_open(row)
        _, report = service.reports.newest(session, submission_id)
        if not any((page.file, page.number) == (file, number) for page in report.pages):
            raise NotFound("没有这一页")
        before = pages.latest(session, submission_id, file, number)
        made = pages.change(
            session,
            submission_id,
            file,
            number,
            expected=body.version,
            by=account.id,
            at=at,
            turn=body.turn,
        )
        audit.record(
            session,
            "page.turn",
            f"{submission_id}/{file}/{number}",
            actor=account.id,
            at=at,
            before={"turn": (before and before.turn) or 0},
            after={"turn": body.turn},
            program_version=version("heyan"),
        )
    return PageTurned(file=file, number=number, turn=body.turn, version=made.number)
