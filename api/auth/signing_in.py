"""Sign-in with a password: counted, checked, answered in the same way whatever was wrong."""

from __future__ import annotations

from datetime import datetime

from api.auth import lockout, passwords, sessions
from api.errors import SignInRequired
from api.settings import Settings
from api.store import accounts, audit
from api.store.database import Database

WRONG = "用户名或密码不正确"


def sign_in(
    database: Database,
    settings: Settings,
    username: str,
    password: str,
    *,
    address: str,
    at: datetime,
    program_version: str,
) -> sessions.Opened:
    """A new session; raises SignInRequired for wrong credentials, TooManyAttempts while locked.

    The password is checked outside any transaction: argon2 takes its time, and writers wait.
    """
    with database.transaction() as session:
        lockout.attempt(
            session,
            username,
            address,
            at=at,
            most=settings.lockout_attempts,
            length=settings.lockout,
        )
        account = accounts.find(session, username)
    right, renewed = passwords.matches(password, account.password_hash if account else None)
    if account is None or not right or account.disabled_at is not None:
        raise SignInRequired(WRONG)
    with database.transaction() as session:
        account = accounts.get(session, account.id)
        if account.disabled_at is not None:
            raise SignInRequired(WRONG)
        lockout.succeeded(session, username, address)
        account.password_hash = renewed or account.password_hash
        audit.record(
            session,
            "session.open",
            account.id,
            actor=account.id,
            at=at,
            program_version=program_version,
        )
        return sessions.open_session(session, settings, account, at=at)
