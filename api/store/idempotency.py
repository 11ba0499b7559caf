"""Idempotency keys: the same request sent twice is done once and answered twice."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from api.errors import Conflict, Invalid
from api.store.tables import IdempotencyKey

KEPT = timedelta(hours=24)
_ABANDONED = timedelta(minutes=10)
"""A first request without an answer for so long has died; the key may be tried again."""


class Answer(NamedTuple):
    """The answer once given."""

    status: int
    headers: dict[str, str]
    body: str


def begin(
    session: Session, account_id: str, key: str, fingerprint: str, *, at: datetime
) -> Answer | None:
    """The answer already given, or None: then do it and call ``answer``.

    ``fingerprint`` is a sha256 of the request. Raises Invalid where the key was used for another
    request, Conflict while the first one is still under way. Commit before doing the work.
    """
    known = session.get(IdempotencyKey, (account_id, key), with_for_update=True)
    if known is not None and _over(known, at):
        session.delete(known)
        session.flush()
        known = None
    if known is None:
        fresh = IdempotencyKey(
            account_id=account_id, key=key, fingerprint=fingerprint, created_at=at
        )
        try:
            with session.begin_nested():
                session.add(fresh)
        except IntegrityError:
            raise Conflict("同一 Idempotency-Key 的请求正在处理，请稍后再试") from None
        return None
    if known.fingerprint != fingerprint:
        raise Invalid("此 Idempotency-Key 已用于另一请求，请换一个")
    if known.status is None:
        raise Conflict("同一 Idempotency-Key 的请求正在处理，请稍后再试")
    return Answer(known.status, known.headers or {}, known.body or "")


def _over(known: IdempotencyKey, at: datetime) -> bool:
    return known.created_at < at - (_ABANDONED if known.status is None else KEPT)


def answer(session: Session, account_id: str, key: str, given: Answer) -> None:
    """Keeps the answer to the request that ``begin`` let through."""
    known = session.get_one(IdempotencyKey, (account_id, key))
    known.status, known.headers, known.body = given.status, given.headers, given.body
    session.flush()


def forget(session: Session, account_id: str, key: str) -> None:
    """Frees the key of a request that failed and may be sent again."""
    session.execute(
        delete(IdempotencyKey).where(
            IdempotencyKey.account_id == account_id, IdempotencyKey.key == key
        )
    )


def clear(session: Session, *, at: datetime) -> None:
    """Removes keys that are too old to be asked for again."""
    session.execute(delete(IdempotencyKey).where(IdempotencyKey.created_at < at - KEPT))
