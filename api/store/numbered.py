"""Rows that are numbered from 1 for each subject and only ever added: the newest one is in force."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from api.store.tables import Correction, PageChange, Resolution

_Row = TypeVar("_Row", Correction, PageChange, Resolution)


def latest(
    session: Session, table: type[_Row], submission_id: str, **subject: str | int
) -> _Row | None:
    """The subject's newest row."""
    return session.scalar(
        select(table)
        .filter_by(submission_id=submission_id, **subject)
        .order_by(table.number.desc())
        .limit(1)
    )


def newest_of_each(
    session: Session, table: type[_Row], submission_id: str, *subject: str
) -> list[_Row]:
    """The newest row of every subject, in the order of the columns that name it."""
    columns = [getattr(table, name) for name in subject]
    newest = (
        select(*columns, func.max(table.number).label("number"))
        .where(table.submission_id == submission_id)
        .group_by(*columns)
        .subquery()
    )
    same = and_(*(getattr(table, name) == newest.c[name] for name in (*subject, "number")))
    rows = select(table).join(newest, same).where(table.submission_id == submission_id)
    return list(session.scalars(rows.order_by(*columns)))
