"""Notes, claiming, and the decisions on a submission."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.metadata import version
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import Field
from sqlalchemy.orm import Session

from api.auth.permissions import require_permission
from api.errors import Invalid
from api.routes.dependencies import (
    Decider,
    Running,
    SeenVersion,
    Service,
    SubmissionId,
    Viewer,
    etag,
)
from api.routes.problems import problems
from api.routes.views import SubmissionView, submission_view
from api.store import accounts, audit, decisions, jobs, submissions, webhooks
from api.store.states import DecisionKind
from api.store.tables import Account, Decision
from models.frozen import Frozen

router = APIRouter(prefix="/v1/submissions/{submission_id}", tags=["复核"])


class DecisionAsked(Frozen):
    """A step of the submission as a whole."""

    decision: DecisionKind
    reasons: list[Annotated[str, Field(max_length=500)]] = Field(default=[], max_length=200)
    text: str = Field(default="", max_length=5000)


class DecisionView(Frozen):
    """A step that was taken."""

    id: str
    decision: DecisionKind
    revision: int
    reasons: list[str]
    text: str
    by: str | None
    at: datetime


class DecisionList(Frozen):
    """All steps, the oldest first."""

    items: list[DecisionView]


@router.post(
    "/claim",
    operation_id="claim",
    summary="认领",
    response_model=SubmissionView,
    responses=problems(401, 403, 404, 409, 422),
)
def claim(
    submission_id: SubmissionId, response: Response, service: Running, account: Decider
) -> SubmissionView:
    """待审 → 复核中; claiming again what is one's own changes nothing."""
    return _held(service, account, submission_id, "claim", response)


@router.post(
    "/release",
    operation_id="release",
    summary="放回",
    response_model=SubmissionView,
    responses=problems(401, 403, 404, 409, 422),
)
def release(
    submission_id: SubmissionId, response: Response, service: Running, account: Decider
) -> SubmissionView:
    """复核中 → 待审, by who claimed it or an admin."""
    return _held(service, account, submission_id, "release", response)


def _held(
    service: Service, account: Account, submission_id: str, step: str, response: Response
) -> SubmissionView:
    at = datetime.now(UTC)
    with service.database.transaction() as session:
        row = submissions.get(session, submission_id, account)
        before = row.review
        take = submissions.claim if step == "claim" else submissions.release
        take(session, row, account, at=at)
        if row.review != before:
            _recorded(session, row.id, f"submission.{step}", account, at, before, row.review)
        session.refresh(row)
        newest = jobs.of_submission(session, submission_id)
        view = submission_view(row, newest[0] if newest else None, with_files=True)
    service.events.tell("submission", submission_id, review=view.review)
    response.headers.update(etag(view.version))
    return view


def _recorded(
    session: Session,
    submission_id: str,
    action: str,
    account: Account,
    at: datetime,
    before: str,
    after: str,
) -> None:
    audit.record(
        session,
        action,
        submission_id,
        actor=account.id,
        at=at,
        before={"review": before},
        after={"review": after},
        program_version=version("heyan"),
    )


@router.get(
    "/decisions",
    operation_id="listDecisions",
    summary="已作出的决定",
    response_model=DecisionList,
    responses=problems(401, 403, 404, 422),
)
def list_decisions(submission_id: SubmissionId, service: Running, account: Viewer) -> DecisionList:
    """Who decided what on which revision."""
    with service.database.snapshot() as session:
        submissions.get(session, submission_id, account)
        rows = decisions.of_submission(session, submission_id)
        people = accounts.display_names(session)
    return DecisionList(items=[_decision(row, people.get(row.by)) for row in rows])


def _decision(row: Decision, by: str | None) -> DecisionView:
    return DecisionView(
        id=row.id,
        decision=row.kind,
        revision=row.revision,
        reasons=row.reasons,
        text=row.text,
        by=by,
        at=row.at,
    )


@router.post(
    "/decisions",
    operation_id="decide",
    summary="确认、退回补件、重新打开或导出",
    status_code=201,
    response_model=SubmissionView,
    responses=problems(401, 403, 404, 409, 412, 422, 428),
)
def decide(
    submission_id: SubmissionId,
    body: DecisionAsked,
    response: Response,
    service: Running,
    account: Decider,
    seen: SeenVersion,
) -> SubmissionView:
    """If-Match is the submission's version; a return needs reasons, four eyes two persons."""
    if body.decision == "second_confirm":
        require_permission(account, "second_confirm")
    if any(not reason.strip() for reason in body.reasons):
        raise Invalid("理由不能为空白")
    at = datetime.now(UTC)
    with service.database.transaction() as session:
        row = submissions.get(session, submission_id, account)
        before = row.review
        made = decisions.decide(
            session,
            row,
            body.decision,
            account,
            expected=seen,
            at=at,
            four_eyes=service.settings.four_eyes,
            reasons=body.reasons,
            text=body.text,
        )
        _recorded(session, row.id, f"submission.{body.decision}", account, at, before, row.review)
        told = {"submission": row.id, "decision": body.decision, "revision": made.revision}
        webhooks.emit(session, "submission.decided", {**told, "review": row.review}, at=at)
        session.refresh(row)
        newest = jobs.of_submission(session, submission_id)
        view = submission_view(row, newest[0] if newest else None, with_files=True)
    service.deliveries.wake()
    service.events.tell("submission", submission_id, review=view.review)
    response.headers.update(etag(view.version))
    return view
