"""Counts of what the store holds, for metrics and the head of the list."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from api.store.tables import Delivery, Job, Submission


class Counts(NamedTuple):
    """How many there are, by state."""

    processing: dict[str, int]
    review: dict[str, int]
    verdict: dict[str, int]
    jobs: dict[str, int]
    pages: int
    """Of all submissions that were read."""
    undelivered: int
    """Webhook deliveries that are still to be made."""
    oldest_queued: datetime | None


def count(session: Session) -> Counts:
    """What there is now."""
    return Counts(
        processing=_by(session, Submission.processing),
        review=_by(session, Submission.review),
        verdict=_by(session, Submission.verdict),
        jobs=_by(session, Job.state),
        pages=session.scalar(select(func.coalesce(func.sum(Submission.pages), 0))) or 0,
        undelivered=session.scalar(
            select(func.count()).select_from(Delivery).where(Delivery.finished_at.is_(None))
        )
        or 0,
        oldest_queued=session.scalar(select(func.min(Job.created_at)).where(Job.state == "queued")),
    )


def _by(session: Session, column: InstrumentedAttribute[Any]) -> dict[str, int]:
    counted = select(column, func.count()).where(column.is_not(None)).group_by(column)
    return dict(session.execute(counted).all())
