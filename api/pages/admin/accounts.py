"""Accounts: who may sign in, with which role, for which city."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from api.auth import passwords
from api.errors import Refused
from api.pages.rendering import PageContext, page
from api.pages.visiting import Administrating, PageRoute, Visit
from api.pages.wording import moment
from api.roles import Role
from api.store import accounts, audit
from api.store.tables import Account

router = APIRouter(prefix="/admin/accounts", route_class=PageRoute, include_in_schema=False)


@dataclass(frozen=True)
class AccountRow:
    """One account."""

    id: str
    username: str
    display_name: str
    role: Role
    city: str | None
    created: str
    disabled: bool
    through_provider: bool
    """Whether it signs in through the OIDC provider."""
    own: bool
    """Whether it is the visitor's."""


@dataclass(frozen=True)
class AccountsContext(PageContext):
    """What the accounts' template is given."""

    rows: tuple[AccountRow, ...]
    message: str
    """Why the last change was refused; empty where nothing was."""


def _page(visitor: Visit, message: str = "", status: int = 200) -> Response:
    with visitor.database.snapshot() as session:
        every = accounts.every(session)
    rows = tuple(
        AccountRow(
            id=each.id,
            username=each.username,
            display_name=each.display_name,
            role=each.role,
            city=each.city,
            created=moment(each.created_at),
            disabled=each.disabled_at is not None,
            through_provider=each.subject is not None,
            own=each.id == visitor.account.id,
        )
        for each in every
    )
    frame = visitor.frame("账户", "/admin/accounts")
    return page("admin/accounts.html.j2", AccountsContext(frame, rows, message), status)


@router.get("")
def accounts_page(visitor: Administrating) -> Response:
    """All accounts by name."""
    return _page(visitor)


@router.post("")
def add_account(
    visitor: Administrating,
    username: Annotated[str, Form(max_length=100)],
    password: Annotated[str, Form(max_length=1000)],
    role: Annotated[Role, Form()],
    display_name: Annotated[str, Form(max_length=100)] = "",
    city: Annotated[str, Form(max_length=50)] = "",
) -> Response:
    """A new account with a first password; what is refused is said above the form."""
    at = datetime.now(UTC)
    try:
        kept = passwords.hash_of(password, username)
        with visitor.database.transaction() as session:
            made = accounts.create(
                session,
                username,
                role,
                at=at,
                password_hash=kept,
                display_name=display_name,
                city=city or None,
            )
            _record(session, visitor, "account.create", made.id, {"role": role, "city": city})
    except Refused as error:
        return _page(visitor, error.message, error.status)
    return RedirectResponse("/admin/accounts", 303)


@router.post("/{account_id}")
def change_account(
    visitor: Administrating,
    account_id: str,
    change: Annotated[Literal["role", "city", "password", "disable", "enable"], Form()],
    value: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """One change of an account; what is refused is said above the list."""
    try:
        kept = _hashed(visitor, account_id, value) if change == "password" else value
        with visitor.database.transaction() as session:
            account = accounts.get(session, account_id)
            _apply(session, account, change, kept)
            told = None if change == "password" else value
            _record(session, visitor, f"account.{change}", account_id, told)
    except Refused as error:
        return _page(visitor, error.message, error.status)
    return RedirectResponse("/admin/accounts", 303)


def _hashed(visitor: Visit, account_id: str, password: str) -> str:
    """The password's hash, made outside the transaction: argon2 takes its time."""
    with visitor.database.snapshot() as session:
        username = accounts.get(session, account_id).username
    return passwords.hash_of(password, username)


def _apply(session: Session, account: Account, change: str, value: str) -> None:
    match change:
        case "role" if value in ("uploader", "reviewer", "admin", "auditor"):
            accounts.set_role(session, account, value)  # type: ignore[arg-type]
        case "city":
            accounts.set_city(session, account, value.strip() or None)
        case "password":
            accounts.set_password(session, account, value)
        case "disable":
            accounts.disable(session, account, at=datetime.now(UTC))
        case "enable":
            accounts.enable(session, account)


def _record(session: Session, visitor: Visit, action: str, subject: str, after: object) -> None:
    audit.record(
        session,
        action,
        subject,
        actor=visitor.account.id,
        at=datetime.now(UTC),
        after=after,
        program_version=version("heyan"),
    )
