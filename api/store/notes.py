"""Notes: remarks on a submission, a page, a field or a finding."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.errors import Forbidden, NotFound
from api.store.corrections import Place
from api.store.tables import Account, Note


def add(
    session: Session,
    submission_id: str,
    text: str,
    *,
    by: str,
    at: datetime,
    rule: str | None = None,
    document: str | None = None,
    field: str | None = None,
    place: Place | None = None,
) -> Note:
    """A new note; ``place`` pins it to a spot of a page."""
    note = Note(
        submission_id=submission_id,
        text=text,
        rule=rule,
        document=document,
        field=field,
        file=place and place.file,
        page=place and place.page,
        box=list(place.box) if place else None,
        by=by,
        at=at,
    )
    session.add(note)
    session.flush()
    return note


def of_submission(session: Session, submission_id: str) -> list[Note]:
    """The notes that were not removed, the oldest first."""
    kept = select(Note).where(Note.submission_id == submission_id, Note.removed_at.is_(None))
    return list(session.scalars(kept.order_by(Note.at, Note.id)))


def remove(
    session: Session, submission_id: str, note_id: str, account: Account, *, at: datetime
) -> None:
    """Takes the note off the page; only who wrote it or an admin may."""
    note = session.get(Note, note_id)
    if note is None or note.submission_id != submission_id or note.removed_at is not None:
        raise NotFound("找不到该批注，可能已被删除")
    if note.by != account.id and account.role != "admin":
        raise Forbidden("只有批注人本人或管理员可以删除批注")
    note.removed_at = at
    session.flush()
