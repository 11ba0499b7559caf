"""What a route asks for: who is calling, and whether they may.

The application keeps its ``Database`` and ``Settings`` in ``app.state``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, NamedTuple, cast

from fastapi import Depends, Request

from api.auth import api_keys, sessions
from api.auth.permissions import Permission, require_permission
from api.errors import ForgeryRefused, SignInRequired
from api.settings import Settings
from api.store.database import Database
from api.store.tables import Account

CSRF_HEADER = "x-csrf-token"
CSRF_FIELD = "csrf_token"
_SAFE = ("GET", "HEAD", "OPTIONS")
_LARGEST_FORM = 1 << 20
"""A larger body must bring its token in the header: it is not read to look for one."""


class Caller(NamedTuple):
    """Who is calling; ``token`` is the browser session's, None for a program with a key."""

    account: Account
    token: str | None

    @property
    def csrf_token(self) -> str:
        """What the forms of this session send along; empty for a program."""
        return "" if self.token is None else sessions.csrf_token(self.token)


def database_of(request: Request) -> Database:
    """The application's database."""
    return cast(Database, request.app.state.database)


def settings_of(request: Request) -> Settings:
    """The application's settings."""
    return cast(Settings, request.app.state.settings)


def optional_caller(request: Request) -> Caller | None:
    """Who is calling, or None; a key that is wrong is refused, a session that ended is nobody."""
    at = datetime.now(UTC)
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return Caller(_with_key(database_of(request), secret.strip(), at), None)
    token = request.cookies.get(sessions.COOKIE)
    if not token:
        return None
    account = _with_session(database_of(request), settings_of(request), token, at)
    return None if account is None else Caller(account, token)


def _with_key(database: Database, secret: str, at: datetime) -> Account:
    with database.snapshot() as session:
        found = api_keys.account_of(session, secret, at=at)
    if found is None:
        raise SignInRequired("API 密钥无效或已停用，请向管理员申请新的密钥")
    account, key = found
    if api_keys.use_is_due(key, at=at):
        with database.transaction() as session:
            api_keys.used(session, key.id, at=at)
    return account


def _with_session(
    database: Database, settings: Settings, token: str, at: datetime
) -> Account | None:
    with database.snapshot() as session:
        found = sessions.account_of(session, settings, token, at=at)
    if found is None:
        return None
    account, due = found
    if due:
        with database.transaction() as session:
            sessions.seen(session, token, at=at)
    return account


def caller_unchecked(caller: Annotated[Caller | None, Depends(optional_caller)]) -> Caller:
    """Who is calling; raises SignInRequired for nobody. Routes use ``current_caller``."""
    if caller is None:
        raise SignInRequired()
    return caller


async def current_caller(
    request: Request, caller: Annotated[Caller, Depends(caller_unchecked)]
) -> Caller:
    """Who is calling; for a change from a browser raises ForgeryRefused without its CSRF token."""
    if request.method in _SAFE or caller.token is None:
        return caller
    if request.headers.get("sec-fetch-site") == "cross-site":
        raise ForgeryRefused()
    sent = request.headers.get(CSRF_HEADER)
    if sent is None and _is_small_form(request):
        field = (await request.form()).get(CSRF_FIELD)
        sent = field if isinstance(field, str) else None
    if not sessions.csrf_matches(caller.token, sent):
        raise ForgeryRefused()
    return caller


def _is_small_form(request: Request) -> bool:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    length = request.headers.get("content-length", "")
    small = length.isdecimal() and int(length) <= _LARGEST_FORM
    return small and kind in ("application/x-www-form-urlencoded", "multipart/form-data")


def current_account(caller: Annotated[Caller, Depends(current_caller)]) -> Account:
    """The account that is calling, its CSRF token checked."""
    return caller.account


def require(permission: Permission) -> Callable[[Account], Account]:
    """A dependency: the account that is calling; raises Forbidden without the permission."""

    def permitted(account: Annotated[Account, Depends(current_account)]) -> Account:
        require_permission(account, permission)
        return account

    return permitted
