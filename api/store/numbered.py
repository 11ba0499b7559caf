"""Rows that are numbered from 1 for each subject and only ever added: the newest one is in force."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import and_, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from api.errors import PreconditionFailed
from api.store.tables import Account, Correction, PageChange, Resolution

_Row = TypeVar("_Row", Correction, PageChange, Resolution)


def add(
    session: Session,
    row: _Row,
    *subject: str,
    overtaken: str,
    current: Callable[[_Row], object],
) -> _Row:
    """The row as the next of its subject; its number is one more than the person saw.

    Raises PreconditionFailed where somebody added one since: ``overtaken`` says what they did, and
    ``current`` what of theirs is shown.
    """
    of = {name: getattr(row, name) for name in subject}

    def refused(newest: _Row | None) -> PreconditionFailed:
        if newest is None:
            return PreconditionFailed("页面上的内容已不在，请刷新后再操作", version=0)
        who = session.get(Account, newest.by)
        name = who.display_name if who else None
        return PreconditionFailed(
            f"{name or '他人'}{overtaken}",
            version=newest.number,
            current=current(newest),
            by=name,
            at=newest.at.isoformat(),
        )

    newest = latest(session, type(row), row.submission_id, **of)
    if (newest.number if newest else 0) != row.number - 1:
        raise refused(newest)
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        raise refused(latest(session, type(row), row.submission_id, **of)) from None
    return row


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
