"""The addresses of the review page and its parts."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.pages.frame import Frame
from api.pages.rendering import page
from api.pages.review.page import item_context, review_context
from api.pages.review.waiting import waiting_context
from api.pages.visiting import PageRoute, Seeing, Visit
from api.store import revisions, submissions
from api.store.tables import Submission

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
        context = review_context(session, submission, visitor, frame)
    return page("review/review.html.j2", context)


@router.get("/parts")
def parts(submission_id: str, visitor: Seeing) -> Response:
    """What a change may have altered: header, strip and lists, as templates to be swapped in."""
    with visitor.database.snapshot() as session:
        submission = submissions.get(session, submission_id, visitor.account)
        frame = _frame(visitor, submission)
        context = review_context(session, submission, visitor, frame)
    return page("review/parts.html.j2", context)


@router.get("/item")
def item(submission_id: str, visitor: Seeing, finding: str = "", field: str = "") -> Response:
    """The inside of one finding or field."""
    with visitor.database.snapshot() as session:
        submission = submissions.get(session, submission_id, visitor.account)
        frame = _frame(visitor, submission)
        context = item_context(session, submission, visitor, frame, finding, field)
    return page("review/item.html.j2", context)


def _frame(visitor: Visit, submission: Submission) -> Frame:
    return visitor.frame(submission.applicant or submission.name, "/")
