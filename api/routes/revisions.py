"""Every version of a report, what differs between two, and what changed since an earlier hand-in."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.errors import NotFound
from api.routes.dependencies import Running, SubmissionId, Viewer
from api.routes.problems import problems
from api.store import accounts, revisions, submissions
from extractor.review.comparing import Comparison, compared
from models.finding import Verdict
from models.frozen import Frozen
from models.report import Report

router = APIRouter(prefix="/v1/submissions/{submission_id}", tags=["版本"])

Number = Annotated[int, Path(ge=1, le=1_000_000, examples=[1])]


class RevisionView(Frozen):
    """A version of the report."""

    number: int
    at: datetime
    by: str | None
    """Null for the machine."""
    reason: str
    verdict: Verdict
    program_version: str
    weights: dict[str, str]


class RevisionList(Frozen):
    """All versions, the newest first."""

    items: list[RevisionView]


class ChangesSince(Frozen):
    """What a resubmission changed."""

    earlier: str
    """The submission it takes the place of."""
    comparison: Comparison


@router.get(
    "/revisions",
    operation_id="listRevisions",
    summary="版本",
    response_model=RevisionList,
    responses=problems(401, 403, 404, 422),
)
def list_revisions(submission_id: SubmissionId, service: Running, account: Viewer) -> RevisionList:
    """Who made which version, when and why."""
    with service.database.snapshot() as session:
        submissions.get(session, submission_id, account)
        rows = revisions.history(session, submission_id)
        people = accounts.display_names(session)
    items = [
        RevisionView(
            number=row.number,
            at=row.at,
            by=people.get(row.by) if row.by else None,
            reason=row.reason,
            verdict=row.verdict,
            program_version=row.program_version,
            weights=row.weights,
        )
        for row in rows
    ]
    return RevisionList(items=items)


@router.get(
    "/revisions/{number}",
    operation_id="getRevision",
    summary="某一版本的核验结果",
    response_model=Report,
    responses=problems(401, 403, 404, 422),
)
def get_revision(
    submission_id: SubmissionId, number: Number, service: Running, account: Viewer
) -> Report:
    """report.json as it stood."""
    with service.database.snapshot() as session:
        submissions.get(session, submission_id, account)
        return service.reports.numbered(session, submission_id, number)


@router.get(
    "/comparison",
    operation_id="compareRevisions",
    summary="比较两个版本",
    response_model=Comparison,
    responses=problems(401, 403, 404, 422),
)
def compare(
    submission_id: SubmissionId,
    service: Running,
    account: Viewer,
    before: Annotated[int, Query(alias="from", ge=1, le=1_000_000)],
    after: Annotated[int, Query(alias="to", ge=1, le=1_000_000)],
) -> Comparison:
    """Fields, findings and page kinds that differ."""
    with service.database.snapshot() as session:
        submissions.get(session, submission_id, account)
        return compared(
            service.reports.numbered(session, submission_id, before),
            service.reports.numbered(session, submission_id, after),
        )


@router.get(
    "/changes",
    operation_id="changesSinceEarlier",
    summary="补正后与上一次提交的差别",
    response_model=ChangesSince,
    responses=problems(401, 403, 404, 422),
)
def changes_since(submission_id: SubmissionId, service: Running, account: Viewer) -> ChangesSince:
    """The newest report of the submission this one supersedes, against its own."""
    with service.database.snapshot() as session:
        row = submissions.get(session, submission_id, account)
        earlier = submissions.earlier(session, row)
        if earlier is None or not submissions.visible(earlier, account):
            raise NotFound("这份材料没有标明所替代的上一次提交")
        _, before = service.reports.newest(session, earlier.id)
        _, after = service.reports.newest(session, submission_id)
    return ChangesSince(earlier=earlier.id, comparison=compared(before, after))
