"""Decisions: 待审 → 复核中 → 已确认 / 退回补件 → 已导出, and who may take which step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, object_session

from api.errors import Conflict, Forbidden, Invalid
from api.store import revisions, submissions
from api.store.states import REVIEW_NAMES, DecisionKind, ReviewState
from api.store.tables import Account, Decision, Submission

_FROM: dict[DecisionKind, tuple[ReviewState, ...]] = {
    "confirm": ("in_review",),
    "second_confirm": ("in_review",),
    "return": ("in_review",),
    "reopen": ("in_review", "confirmed", "returned", "exported"),
    "export": ("confirmed", "returned", "exported"),
}


def decide(
    session: Session,
    submission: Submission,
    kind: DecisionKind,
    account: Account,
    *,
    expected: int,
    at: datetime,
    four_eyes: bool = False,
    reasons: Sequence[str] = (),
    text: str = "",
) -> Decision:
    """The step, taken on the newest revision; raises Conflict, Forbidden or PreconditionFailed.

    With ``four_eyes`` a ``confirm`` leaves the submission 复核中 until somebody else's
    ``second_confirm``. ``expected`` is the submission's version the person saw.
    """
    submissions.expect(session, submission, expected)
    if submission.review not in _FROM[kind]:
        raise Conflict(f"此材料目前为“{REVIEW_NAMES[submission.review]}”，不能进行此操作")
    _check(submission, kind, account, four_eyes, reasons, text)
    revision = revisions.latest(session, submission.id)
    if revision is None:
        raise Conflict("此材料还没有核验结果，请等待识别完成")
    _step(submission, kind, account, at, four_eyes)
    submission.updated_at = at
    decision = Decision(
        submission_id=submission.id,
        kind=kind,
        revision=revision.number,
        reasons=list(reasons),
        text=text,
        by=account.id,
        at=at,
    )
    session.add(decision)
    session.flush()
    return decision


def _check(
    submission: Submission,
    kind: DecisionKind,
    account: Account,
    four_eyes: bool,
    reasons: Sequence[str],
    text: str,
) -> None:
    """Raises for the wrong person, or a return that doesn't say why."""
    if kind == "return" and not (reasons or text.strip()):
        raise Invalid("退回补件须说明理由")
    mine = submission.claimed_by == account.id
    if kind in ("confirm", "return") and not mine and submission.confirmed_by is None:
        raise Forbidden("此材料由他人复核中，请由认领人作出决定")
    if kind == "confirm" and submission.confirmed_by is not None:
        raise Conflict("此材料已确认，等待另一人复核确认")
    if kind == "reopen" and submission.review == "in_review" and submission.confirmed_by is None:
        raise Conflict("此材料尚在复核中，无需重新打开")
    if kind == "second_confirm":
        if not four_eyes or submission.confirmed_by is None:
            raise Conflict("此材料尚未经第一人确认")
        if submission.confirmed_by == account.id:
            raise Forbidden("双人复核须由另一人确认")


def _step(
    submission: Submission, kind: DecisionKind, account: Account, at: datetime, four_eyes: bool
) -> None:
    match kind:
        case "confirm":
            submission.confirmed_by, submission.confirmed_at = account.id, at
            if not four_eyes:
                submission.review = "confirmed"
        case "second_confirm":
            submission.second_confirmed_by, submission.second_confirmed_at = account.id, at
            submission.review = "confirmed"
        case "return":
            _unconfirm(submission)
            submission.review = "returned"
        case "reopen":
            _unconfirm(submission)
            submission.review = "in_review"
            submission.claimed_by, submission.claimed_at = account.id, at
        case "export":
            submission.review = "exported"


def _unconfirm(submission: Submission) -> None:
    submission.confirmed_by = submission.confirmed_at = None
    submission.second_confirmed_by = submission.second_confirmed_at = None


def require_open(submission: Submission) -> None:
    """Raises Conflict where values may no longer be changed: decided, or confirmed once.

    Locks the row until the end of the transaction: nobody confirms what is about to change.
    """
    session = object_session(submission)
    if session is not None:
        session.refresh(submission, with_for_update=True)
    if submission.review not in ("waiting", "in_review"):
        raise Conflict(
            f"此材料为“{REVIEW_NAMES[submission.review]}”，不能再修改；如需修改请先重新打开"
        )
    if submission.confirmed_by is not None:
        raise Conflict("此材料已经一人确认，等待复核；如需修改请先退回或重新打开")


def of_submission(session: Session, submission_id: str) -> list[Decision]:
    """The decisions, the oldest first."""
    taken = select(Decision).where(Decision.submission_id == submission_id)
    return list(session.scalars(taken.order_by(Decision.at, Decision.id)))
