"""What keeps other programs in step: webhooks, their deliveries, idempotency keys."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from api.store.tables.table import ID_LENGTH, Table, new_id


class Webhook(Table):
    """An address that is told of events."""

    __tablename__ = "webhooks"

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, default=new_id)
    url: Mapped[str] = mapped_column(String(2000))
    secret: Mapped[str] = mapped_column(String(100))
    """The signing key (``whsec_…``); signing needs it in the clear."""
    events: Mapped[list[str]]
    """Event types; an empty list means all."""
    active: Mapped[bool] = mapped_column(default=True)
    created_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))
    created_at: Mapped[datetime]


class Delivery(Table):
    """One event for one webhook until it was taken or given up."""

    __tablename__ = "deliveries"
    __table_args__ = (Index(None, "finished_at", "next_at"),)

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, default=new_id)
    """Also the ``webhook-id`` of Standard Webhooks, the same on every attempt."""
    webhook_id: Mapped[str] = mapped_column(
        ForeignKey("webhooks.id", ondelete="CASCADE"), index=True
    )
    event: Mapped[str] = mapped_column(String(100))
    payload: Mapped[dict[str, Any]]
    attempts: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[datetime]
    status: Mapped[int | None]
    problem: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    delivered: Mapped[bool] = mapped_column(default=False)


class IdempotencyKey(Table):
    """The answer once given to a request, to be given again."""

    __tablename__ = "idempotency_keys"

    account_id: Mapped[str] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str] = mapped_column(String(255), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(64))
    """sha256 of method, path and body: the same key for another request is refused."""
    status: Mapped[int | None]
    """None while the first request is still under way."""
    headers: Mapped[dict[str, str] | None]
    body: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime]
