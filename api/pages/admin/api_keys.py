"""API keys for programs: issued for an account, shown once, revoked here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from typing import Annotated

from fastapi import APIRouter, Form, Response
from fastapi.responses import RedirectResponse

from api.auth import api_keys
from api.pages.rendering import PageContext, page
from api.pages.visiting import Administrating, PageRoute, Visit
from api.pages.wording import moment
from api.store import accounts, audit
from api.store.tables import Account, ApiKey

router = APIRouter(prefix="/admin/api-keys", route_class=PageRoute, include_in_schema=False)


@dataclass(frozen=True)
class KeyRow:
    """One key; its secret is not kept."""

    id: str
    account_id: str
    account: str
    name: str
    prefix: str
    created: str
    used: str
    expires: str
    active: bool


@dataclass(frozen=True)
class KeysContext(PageContext):
    """What the keys' template is given."""

    rows: tuple[KeyRow, ...]
    accounts: tuple[tuple[str, str], ...]
    """Id and name of the accounts a key can be issued for."""
    secret: str
    """Of the key just issued, shown this once."""


def _page(visitor: Visit, secret: str = "") -> Response:
    now = datetime.now(UTC)
    with visitor.database.snapshot() as session:
        every = accounts.every(session)
        rows = tuple(
            _row(account, key, now)
            for account in every
            for key in api_keys.of_account(session, account)
        )
    usable = tuple((each.id, each.display_name) for each in every if each.disabled_at is None)
    frame = visitor.frame("API 密钥", "/admin/accounts")
    return page("admin/api_keys.html.j2", KeysContext(frame, rows, usable, secret))


def _row(account: Account, key: ApiKey, now: datetime) -> KeyRow:
    over = key.expires_at is not None and key.expires_at <= now
    return KeyRow(
        id=key.id,
        account_id=account.id,
        account=account.display_name,
        name=key.name,
        prefix=key.prefix,
        created=moment(key.created_at),
        used=moment(key.used_at),
        expires=moment(key.expires_at) if key.expires_at else "不限",
        active=key.revoked_at is None and not over,
    )


@router.get("")
def keys_page(visitor: Administrating) -> Response:
    """All keys by account."""
    return _page(visitor)


@router.post("")
def issue_key(
    visitor: Administrating,
    account_id: Annotated[str, Form(max_length=32)],
    name: Annotated[str, Form(max_length=100)],
    days: Annotated[int, Form(ge=0, le=3650)] = 0,
) -> Response:
    """A new key; the page shows its secret this once."""
    at = datetime.now(UTC)
    with visitor.database.transaction() as session:
        account = accounts.get(session, account_id)
        valid_for = timedelta(days=days) if days else None
        issued = api_keys.issue(session, account, name, at=at, valid_for=valid_for)
        audit.record(
            session,
            "key.issue",
            issued.key.id,
            actor=visitor.account.id,
            at=at,
            after={"account": account_id, "days": days},
            program_version=version("heyan"),
        )
        secret = issued.secret
    return _page(visitor, secret)


@router.post("/{key_id}/revocation")
def revoke_key(
    visitor: Administrating, key_id: str, account_id: Annotated[str, Form(max_length=32)]
) -> Response:
    """Ends a key at once."""
    at = datetime.now(UTC)
    with visitor.database.transaction() as session:
        api_keys.revoke(session, accounts.get(session, account_id), key_id, at=at)
        audit.record(
            session,
            "key.revoke",
            key_id,
            actor=visitor.account.id,
            at=at,
            program_version=version("heyan"),
        )
    return RedirectResponse("/admin/api-keys", 303)
