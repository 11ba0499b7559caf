"""Accounts: made, found, changed, disabled; never deleted, for the log speaks of them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from api.errors import Conflict, Invalid, NotFound
from api.roles import Role
from api.store.cities import city_name
from api.store.tables import Account, Login

_LONGEST = 100


def create(
    session: Session,
    username: str,
    role: Role,
    *,
    at: datetime,
    password_hash: str | None = None,
    display_name: str = "",
    city: str | None = None,
    issuer: str | None = None,
    subject: str | None = None,
) -> Account:
    """A new account; raises Invalid for a name that can't be, Conflict for one that is taken."""
    name = folded(username)
    if not name or len(name) > _LONGEST or not name.isprintable() or " " in name:
        raise Invalid("用户名须为 1–100 个字符，且不含空格")
    if find(session, name) is not None:
        raise Conflict(f"用户名“{name}”已被使用，请换一个")
    account = Account(
        username=name,
        display_name=(display_name or username).strip()[:_LONGEST],
        role=role,
        city=city_name(city),
        password_hash=password_hash,
        issuer=issuer,
        subject=subject,
        created_at=at,
    )
    session.add(account)
    session.flush()
    return account


def folded(username: str) -> str:
    """The name as it is kept: Admin and admin are one."""
    return username.strip().casefold()


def find(session: Session, username: str) -> Account | None:
    """The account of this name, disabled or not."""
    return session.scalar(select(Account).where(Account.username == folded(username)))


def find_subject(session: Session, issuer: str, subject: str) -> Account | None:
    """The account of this person at the OIDC provider."""
    return session.scalar(
        select(Account).where(Account.issuer == issuer, Account.subject == subject)
    )


def get(session: Session, account_id: str) -> Account:
    """The account; raises NotFound."""
    account = session.get(Account, account_id)
    if account is None:
        raise NotFound("找不到该账号")
    return account


def named(session: Session, username: str) -> Account:
    """The account of this name; raises NotFound."""
    account = find(session, username)
    if account is None:
        raise NotFound(f"没有名为“{folded(username)}”的账号")
    return account


def every(session: Session) -> list[Account]:
    """All accounts by name."""
    return list(session.scalars(select(Account).order_by(Account.username)))


def display_names(session: Session) -> dict[str, str]:
    """The display name by account id, for pages that tell who did what."""
    return dict(session.execute(select(Account.id, Account.display_name)).all())


def none_yet(session: Session) -> bool:
    """Whether the installation has no account at all."""
    return session.scalar(select(func.count()).select_from(Account)) == 0


def set_role(session: Session, account: Account, role: Role) -> None:
    """Gives another role; raises Conflict where no admin would be left."""
    if account.role == "admin" and role != "admin":
        _require_other_admin(session, account)
    account.role = role
    session.flush()


def set_city(session: Session, account: Account, city: str | None) -> None:
    """Restricts the account to the submissions of a city, or lifts that."""
    account.city = city_name(city)
    session.flush()


def set_password(session: Session, account: Account, password_hash: str) -> None:
    """Sets the password and ends every session of the account."""
    account.password_hash = password_hash
    end_sessions(session, account)


def disable(session: Session, account: Account, *, at: datetime) -> None:
    """Ends all use of the account; raises Conflict where no admin would be left."""
    if account.role == "admin":
        _require_other_admin(session, account)
    account.disabled_at = at
    end_sessions(session, account)


def enable(session: Session, account: Account) -> None:
    """The account may sign in again."""
    account.disabled_at = None
    session.flush()


def end_sessions(session: Session, account: Account) -> None:
    """Signs the account out everywhere."""
    session.execute(delete(Login).where(Login.account_id == account.id))
    session.flush()


def _require_other_admin(session: Session, account: Account) -> None:
    others = select(func.count()).where(
        Account.role == "admin", Account.disabled_at.is_(None), Account.id != account.id
    )
    if not session.scalar(others):
        raise Conflict("这是唯一可用的管理员账号，请先另设一名管理员")
