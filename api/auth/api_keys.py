"""API keys: for programs; shown once, kept as a hash, found by their prefix."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.errors import NotFound
from api.store.tables import Account, ApiKey

_MARK = "heyan"
_USED_EVERY = timedelta(minutes=10)


class Issued(NamedTuple):
    """A key just made; ``secret`` is what the program sends, and can't be shown again."""

    key: ApiKey
    secret: str


def issue(
    session: Session,
    account: Account,
    name: str,
    *,
    at: datetime,
    valid_for: timedelta | None = None,
) -> Issued:
    """A new key that may do what the account may."""
    prefix = secrets.token_hex(6)
    secret = f"{_MARK}_{prefix}_{secrets.token_urlsafe(32)}"
    key = ApiKey(
        account_id=account.id,
        name=name,
        prefix=prefix,
        secret_hash=_hash(secret),
        created_at=at,
        expires_at=None if valid_for is None else at + valid_for,
    )
    session.add(key)
    session.flush()
    return Issued(key, secret)


def account_of(session: Session, secret: str, *, at: datetime) -> tuple[Account, ApiKey] | None:
    """Whose key it is; None for one that is unknown, revoked or over, or a disabled account's."""
    mark, _, rest = secret.partition("_")
    prefix = rest.partition("_")[0]
    if mark != _MARK or not prefix:
        return None
    found = session.execute(
        select(Account, ApiKey)
        .join(ApiKey, ApiKey.account_id == Account.id)
        .where(
            ApiKey.prefix == prefix,
            ApiKey.revoked_at.is_(None),
            Account.disabled_at.is_(None),
        )
    ).first()
    if found is None:
        return None
    account, key = found
    right = hmac.compare_digest(key.secret_hash, _hash(secret))
    over = key.expires_at is not None and key.expires_at <= at
    return (account, key) if right and not over else None


def use_is_due(key: ApiKey, *, at: datetime) -> bool:
    """Whether ``used`` should be noted again."""
    return key.used_at is None or at - key.used_at >= _USED_EVERY


def used(session: Session, key_id: str, *, at: datetime) -> None:
    """Notes that the key is in use."""
    key = session.get(ApiKey, key_id)
    if key is not None:
        key.used_at = at
        session.flush()


def of_account(session: Session, account: Account) -> list[ApiKey]:
    """The account's keys, the newest first."""
    kept = select(ApiKey).where(ApiKey.account_id == account.id)
    return list(session.scalars(kept.order_by(ApiKey.created_at.desc(), ApiKey.id)))


def revoke(session: Session, account: Account, key_id: str, *, at: datetime) -> None:
    """Ends the key; raises NotFound for one that is not the account's."""
    key = session.get(ApiKey, key_id)
    if key is None or key.account_id != account.id:
        raise NotFound("找不到该密钥")
    key.revoked_at = key.revoked_at or at
    session.flush()


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
