"""Webhooks: who is told of what, and each delivery until it was taken or given up."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.errors import NotFound
from api.store.tables import Delivery, Webhook

RETRY_AFTER = (5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400)
"""Seconds between the attempts, as Standard Webhooks proposes; after the last it is given up."""


def add(
    session: Session, url: str, events: Sequence[str], *, created_by: str | None, at: datetime
) -> Webhook:
    """A new webhook with a fresh signing secret."""
    secret = "whsec_" + base64.b64encode(secrets.token_bytes(24)).decode()
    webhook = Webhook(
        url=url, events=list(events), secret=secret, created_by=created_by, created_at=at
    )
    session.add(webhook)
    session.flush()
    return webhook


def every(session: Session) -> list[Webhook]:
    """All webhooks, the oldest first."""
    return list(session.scalars(select(Webhook).order_by(Webhook.created_at, Webhook.id)))


def get(session: Session, webhook_id: str) -> Webhook:
    """The webhook; raises NotFound."""
    webhook = session.get(Webhook, webhook_id)
    if webhook is None:
        raise NotFound("找不到该通知地址")
    return webhook


def remove(session: Session, webhook_id: str) -> None:
    """Removes the webhook and what was still to be delivered to it."""
    session.delete(get(session, webhook_id))
    session.flush()


def emit(session: Session, event: str, payload: dict[str, Any], *, at: datetime) -> list[Delivery]:
    """A delivery for each active webhook that asked for the event, in the event's transaction."""
    active = session.scalars(select(Webhook).where(Webhook.active.is_(True)))
    made = [
        Delivery(webhook_id=webhook.id, event=event, payload=payload, next_at=at, created_at=at)
        for webhook in active
        if not webhook.events or event in webhook.events
    ]
    session.add_all(made)
    session.flush()
    return made


def lease(
    session: Session, *, at: datetime, seconds: float, limit: int = 10
) -> list[tuple[Delivery, Webhook]]:
    """What is due, taken for so many seconds: a process that dies leaves it due again."""
    due = (
        select(Delivery, Webhook)
        .join(Webhook, Webhook.id == Delivery.webhook_id)
        .where(Delivery.finished_at.is_(None), Delivery.next_at <= at)
        .order_by(Delivery.next_at)
        .limit(limit)
        .with_for_update(skip_locked=True, of=Delivery)
    )
    taken = [(delivery, webhook) for delivery, webhook in session.execute(due)]
    for delivery, _ in taken:
        delivery.next_at = at + timedelta(seconds=seconds)
        delivery.attempts += 1
    session.flush()
    return taken


def delivered(session: Session, delivery_id: str, status: int, *, at: datetime) -> None:
    """The receiver took it."""
    delivery = session.get_one(Delivery, delivery_id)
    delivery.status, delivery.problem = status, None
    delivery.delivered, delivery.finished_at = True, at
    session.flush()


def not_delivered(
    session: Session, delivery_id: str, *, at: datetime, problem: str, status: int | None = None
) -> None:
    """It was refused or nobody answered: again later, until the attempts are used up."""
    delivery = session.get_one(Delivery, delivery_id)
    delivery.status, delivery.problem = status, problem
    if delivery.attempts > len(RETRY_AFTER):
        delivery.finished_at = at
    else:
        delivery.next_at = at + timedelta(seconds=RETRY_AFTER[delivery.attempts - 1])
    session.flush()


def deliveries(session: Session, webhook_id: str, limit: int = 50) -> list[Delivery]:
    """The webhook's newest deliveries."""
    of_it = select(Delivery).where(Delivery.webhook_id == webhook_id)
    return list(session.scalars(of_it.order_by(Delivery.created_at.desc()).limit(limit)))
