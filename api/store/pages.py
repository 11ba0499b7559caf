"""Changes of pages: what kind a page is, where it belongs, how it is turned."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from api.store import numbered
from api.store.tables import PageChange
from models.document import DocumentKind


def change(
    session: Session,
    submission_id: str,
    file: int,
    page: int,
    *,
    expected: int,
    by: str,
    at: datetime,
    kind: DocumentKind | None = None,
    position: int | None = None,
    turn: int | None = None,
) -> PageChange:
    """The page's next change; what is None stays as the change before had it.

    ``expected`` is the number of the change the person saw, 0 for the machine's page. Raises
    PreconditionFailed where somebody changed the page since.
    """
    before = latest(session, submission_id, file, page)
    return numbered.add(
        session,
        PageChange(
            submission_id=submission_id,
            file=file,
            page=page,
            number=expected + 1,
            kind=kind if kind is not None else before and before.kind,
            position=position if position is not None else before and before.position,
            turn=turn if turn is not None else before and before.turn,
            by=by,
            at=at,
        ),
        "file",
        "page",
        overtaken="已先调整了这一页，请查看后再操作",
        current=lambda newest: {
            "kind": newest.kind,
            "position": newest.position,
            "turn": newest.turn,
        },
    )


def latest(session: Session, submission_id: str, file: int, page: int) -> PageChange | None:
    """The page's newest change."""
    return numbered.latest(session, PageChange, submission_id, file=file, page=page)


def in_force(session: Session, submission_id: str) -> list[PageChange]:
    """The newest change of every changed page, by file and page."""
    return numbered.newest_of_each(session, PageChange, submission_id, "file", "page")
