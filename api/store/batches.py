"""Batches: submissions that were uploaded together."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.errors import NotFound
from api.store.states import ProcessingState
from api.store.tables import Batch, Submission


def add(session: Session, name: str, *, created_by: str | None, at: datetime) -> Batch:
    """A new empty batch; submissions name it when they are added."""
    batch = Batch(name=name, created_by=created_by, created_at=at)
    session.add(batch)
    session.flush()
    return batch


def get(session: Session, batch_id: str) -> Batch:
    """The batch; raises NotFound."""
    batch = session.get(Batch, batch_id)
    if batch is None:
        raise NotFound("找不到该批次")
    return batch


def newest(session: Session, limit: int = 50) -> list[Batch]:
    """The newest batches."""
    ordered = select(Batch).order_by(Batch.created_at.desc(), Batch.id.desc())
    return list(session.scalars(ordered.limit(limit)))


def progress(session: Session, batch_id: str) -> dict[ProcessingState, int]:
    """How many of the batch's submissions are in which processing state."""
    counted = (
        select(Submission.processing, func.count())
        .where(Submission.batch_id == batch_id)
        .group_by(Submission.processing)
    )
    return dict(session.execute(counted).all())
