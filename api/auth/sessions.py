"""Browser sessions: opened at sign-in, kept alive by use, ended by time, by hand, by an admin."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from api.settings import Settings
from api.store.tables import Account, Login

COOKIE = "heyan_session"
_SEEN_EVERY = timedelta(minutes=1)
"""Use is noted this often, not at every request: a note is a write."""


class Opened(NamedTuple):
    """A session just opened; the token goes into the cookie and nowhere else."""

    token: str
    account: Account


def open_session(session: Session, settings: Settings, account: Account, *, at: datetime) -> Opened:
    """A new session with a fresh token; the old cookie's token is never taken over."""
    token = secrets.token_urlsafe(32)
    session.add(
        Login(
            token_hash=_hash(token),
            account_id=account.id,
            created_at=at,
            seen_at=at,
            expires_at=at + settings.session_length,
        )
    )
    session.flush()
    return Opened(token, account)


def account_of(
    session: Session, settings: Settings, token: str, *, at: datetime
) -> tuple[Account, bool] | None:
    """Whose session it is, and whether ``seen`` is due; None where it ended."""
    found = session.execute(
        select(Account, Login.seen_at)
        .join(Login, Login.account_id == Account.id)
        .where(
            Login.token_hash == _hash(token),
            Login.expires_at > at,
            Login.seen_at > at - settings.session_idle,
            Account.disabled_at.is_(None),
        )
    ).first()
    if found is None:
        return None
    account, seen_at = found
    return account, at - seen_at >= _SEEN_EVERY


def seen(session: Session, token: str, *, at: datetime) -> None:
    """Notes that the session is in use."""
    login = session.get(Login, _hash(token))
    if login is not None and login.seen_at < at:
        login.seen_at = at
        session.flush()


def close_session(session: Session, token: str) -> None:
    """Signs out."""
    session.execute(delete(Login).where(Login.token_hash == _hash(token)))


def clear(session: Session, settings: Settings, *, at: datetime) -> None:
    """Removes sessions that ended."""
    over = or_(Login.expires_at <= at, Login.seen_at <= at - settings.session_idle)
    session.execute(delete(Login).where(over))


def csrf_token(token: str) -> str:
    """What forms and scripts of this session send along; it follows from the token alone."""
    return hmac.new(token.encode(), b"csrf", hashlib.sha256).hexdigest()


def csrf_matches(token: str, sent: str | None) -> bool:
    """Whether what was sent belongs to this session."""
    return sent is not None and hmac.compare_digest(csrf_token(token).encode(), sent.encode())


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
