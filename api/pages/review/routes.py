"""The addresses of the review page and its parts, and the person's word on a finding."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.metadata import version
from typing import Annotated, Literal

from fastapi import APIRouter, Body, Depends, Response
from fastapi.responses import JSONResponse
from pydantic import Field
from sqlalchemy.orm import Session

from api.errors import Conflict
from api.pages.frame import Frame
from api.pages.rendering import page
from api.pages.review.findings import kept_reason
from api.pages.review.page import item_context, review_context
from api.pages.review.waiting import waiting_context
from api.pages.visiting import PageRoute, Seeing, Visit, visit_with
from api.store import audit, decisions, resolutions, revisions, submissions
from api.store.tables import Submission
from models.frozen import Frozen

router = APIRouter(
    prefix="/submissions/{submission_id}", route_class=PageRoute, include_in_schema=False
)


@router.get("")
def review_page(submission_id: str, visitor: Seeing) -> Response:
    """The review page, or how far reading is where there is no result yet."""
    with visitor.database.snapshot() as session:
        submission = submissions.get(session, submission_id, visitor.account)
        frame = _frame(visitor, submission)
        if revisions.latest(session, submission_id) is None:
            return page("review/waiting.html.j2", waiting_context(session, submission, frame))
        context = review_context(session, submission, visitor.account, frame)
    return page("review/review.html.j2", context)


@router.get("/parts")
def parts(submission_id: str, visitor: Seeing) -> Response:
    """What a change may have altered: header, strip and lists, as templates to be swapped in."""
    with visitor.database.snapshot() as session:
        submission = submissions.get(session, submission_id, visitor.account)
        frame = _frame(visitor, submission)
        context = review_context(session, submission, visitor.account, frame)
    return page("review/parts.html.j2", context)


@router.get("/item")
def item(submission_id: str, visitor: Seeing, finding: str = "", field: str = "") -> Response:
    """The inside of one finding or field."""
    with visitor.database.snapshot() as session:
        submission = submissions.get(session, submission_id, visitor.account)
        frame = _frame(visitor, submission)
        context = item_context(session, submission, visitor.account, frame, finding, field)
    return page("review/item.html.j2", context)


class Word(Frozen):
    """A person's word on a finding as the page sends it."""

    rule: str = Field(max_length=50)
    kind: Literal["accepted", "returned", "withdrawn"]
    reason: str = Field(default="", max_length=1000)
    expected: int = Field(ge=0)
    """The number of the word that was on the screen, 0 for none."""
    outcome: str = Field(max_length=20)
    message: str = Field(max_length=4000)
    """What the finding said on the screen."""


@router.post("/resolutions")
def resolve(
    submission_id: str,
    visitor: Annotated[Visit, Depends(visit_with("correct"))],
    word: Annotated[Word, Body()],
) -> Response:
    """Keeps the word; raises Conflict where the finding says something else by now."""
    at = datetime.now(UTC)
    with visitor.database.transaction() as session:
        submission = submissions.get(session, submission_id, visitor.account)
        decisions.require_open(submission)
        _still_says(session, submission_id, word)
        made = resolutions.resolve(
            session,
            submission_id,
            word.rule,
            word.kind,
            expected=word.expected,
            by=visitor.account.id,
            at=at,
            outcome=word.outcome,
            reason=kept_reason(word.reason, word.message),
        )
        audit.record(
            session,
            "finding.resolve",
            submission_id,
            actor=visitor.account.id,
            at=at,
            after={"rule": word.rule, "kind": word.kind, "reason": word.reason},
            program_version=version("heyan"),
        )
        number = made.number
    return JSONResponse({"rule": word.rule, "kind": word.kind, "number": number}, 201)


def _still_says(session: Session, submission_id: str, word: Word) -> None:
    report = revisions.report_of(revisions.get(session, submission_id))
    now = next((each for each in report.findings if each.rule == word.rule), None)
    if now is None or (now.outcome, now.message) != (word.outcome, word.message):
        raise Conflict("这条规则已重新核查，结果有变化；请看过新的结果再处理")


def _frame(visitor: Visit, submission: Submission) -> Frame:
    return visitor.frame(submission.applicant or submission.name, "/")
