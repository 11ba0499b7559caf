"""Corrections: the values people gave; the latest of a field counts, none is ever overwritten."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.store import numbered
from api.store.tables import Correction
from models.report import Canonical


class Place(NamedTuple):
    """Where on the paper the person saw the value."""

    file: int
    page: int
    box: tuple[float, float, float, float]


def save(
    session: Session,
    submission_id: str,
    document: str,
    field: str,
    *,
    value: Canonical | None,
    before: Canonical | None,
    expected: int,
    by: str,
    at: datetime,
    place: Place | None = None,
    reason: str = "",
    withdrawn: bool = False,
    stated: dict[str, Any] | None = None,
) -> Correction:
    """The person's value as the field's next correction.

    ``expected`` is the number of the correction the person had before them, 0 for the machine's
    value. Raises PreconditionFailed, with the other's value, where somebody saved since.
    """
    return numbered.add(
        session,
        Correction(
            submission_id=submission_id,
            document=document,
            field=field,
            number=expected + 1,
            value=value,
            before=before,
            reason=reason,
            withdrawn=withdrawn,
            stated=stated,
            by=by,
            at=at,
            file=place and place.file,
            page=place and place.page,
            box=list(place.box) if place else None,
        ),
        "document",
        "field",
        overtaken="已先保存了该字段，请核对对方的值后再决定是否覆盖",
        current=lambda newest: newest.value,
    )


def latest(session: Session, submission_id: str, document: str, field: str) -> Correction | None:
    """The newest correction of the field, withdrawn or not."""
    return numbered.latest(session, Correction, submission_id, document=document, field=field)


def in_force(session: Session, submission_id: str) -> list[Correction]:
    """The newest correction of every field that was not withdrawn, in order of document, field."""
    return [each for each in newest_of_each(session, submission_id) if not each.withdrawn]


def newest_of_each(session: Session, submission_id: str) -> list[Correction]:
    """The newest correction of every corrected field, withdrawn ones too: their numbers count."""
    return numbered.newest_of_each(session, Correction, submission_id, "document", "field")


def history(session: Session, submission_id: str) -> list[Correction]:
    """Every correction ever made, the oldest first."""
    return list(
        session.scalars(
            select(Correction)
            .where(Correction.submission_id == submission_id)
            .order_by(Correction.at, Correction.number)
        )
    )
