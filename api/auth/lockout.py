"""Lockout: who fails too often has to wait, by account name and by address."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from api.errors import TooManyAttempts
from api.store.accounts import folded
from api.store.tables import Lockout

ADDRESS_FACTOR = 10
"""An address may fail this many times more often than an account: offices share one."""


def keys(username: str, address: str) -> tuple[str, str]:
    """What is counted: hashes, for neither names nor addresses need be kept."""
    return _key("account", folded(username)), _key("address", address)


def _key(kind: str, name: str) -> str:
    return hashlib.sha256(f"{kind}:{name}".encode()).hexdigest()


def attempt(
    session: Session, username: str, address: str, *, at: datetime, most: int, length: timedelta
) -> None:
    """Counts an attempt before the password is looked at, so that many at once all count.

    Raises TooManyAttempts while locked; an attempt then doesn't make the wait longer.
    """
    account_key, address_key = keys(username, address)
    for key, limit in ((account_key, most), (address_key, most * ADDRESS_FACTOR)):
        _count(session, key, limit, at, length)


def _count(session: Session, key: str, limit: int, at: datetime, length: timedelta) -> None:
    row = _row(session, key, at)
    if row.locked_until is not None and row.locked_until > at:
        wait = ceil((row.locked_until - at).total_seconds())
        minutes = ceil(wait / 60)
        raise TooManyAttempts(f"登录失败次数过多，请 {minutes} 分钟后再试", retry_after=wait)
    if row.locked_until is not None or row.last_at <= at - length:
        row.failures, row.locked_until = 0, None
    row.failures += 1
    row.last_at = at
    if row.failures >= limit:
        row.locked_until = at + length
    session.flush()


def _row(session: Session, key: str, at: datetime) -> Lockout:
    wanted = select(Lockout).where(Lockout.key == key).with_for_update()
    row = session.scalar(wanted)
    if row is None:
        try:
            with session.begin_nested():
                row = Lockout(key=key, failures=0, last_at=at)
                session.add(row)
        except IntegrityError:
            row = session.scalars(wanted).one()
    return row


def succeeded(session: Session, username: str, address: str) -> None:
    """Forgets the account's failures, and takes this attempt off the address's."""
    account_key, address_key = keys(username, address)
    session.execute(delete(Lockout).where(Lockout.key == account_key))
    row = session.scalar(select(Lockout).where(Lockout.key == address_key).with_for_update())
    if row is not None:
        row.failures = max(0, row.failures - 1)
        row.locked_until = None
    session.flush()


def unlock(session: Session, username: str) -> None:
    """Lets the account sign in again at once."""
    session.execute(delete(Lockout).where(Lockout.key == _key("account", folded(username))))


def clear(session: Session, *, at: datetime, length: timedelta) -> None:
    """Removes what no longer counts."""
    session.execute(delete(Lockout).where(Lockout.last_at < at - length))
