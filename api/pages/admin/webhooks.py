"""Webhooks: which addresses are told of events, and how the last deliveries went."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Response

from api.pages.rendering import PageContext, page
from api.pages.visiting import Administrating, PageRoute
from api.pages.wording import moment
from api.store import webhooks
from api.store.tables import Delivery

router = APIRouter(prefix="/admin/webhooks", route_class=PageRoute, include_in_schema=False)
_DELIVERIES_SHOWN = 5


@dataclass(frozen=True)
class DeliveryRow:
    """One event on its way."""

    event: str
    created: str
    attempts: int
    delivered: bool
    given_up: bool
    problem: str


@dataclass(frozen=True)
class WebhookRow:
    """One address."""

    id: str
    url: str
    events: tuple[str, ...]
    active: bool
    created: str
    deliveries: tuple[DeliveryRow, ...]


@dataclass(frozen=True)
class WebhooksContext(PageContext):
    """What the webhooks' template is given."""

    rows: tuple[WebhookRow, ...]


@router.get("")
def webhooks_page(visitor: Administrating) -> Response:
    """All addresses with their latest deliveries; the page's script calls the service."""
    with visitor.database.snapshot() as session:
        rows = tuple(
            WebhookRow(
                id=each.id,
                url=each.url,
                events=tuple(each.events),
                active=each.active,
                created=moment(each.created_at),
                deliveries=tuple(
                    _delivery(delivery)
                    for delivery in webhooks.deliveries(session, each.id, _DELIVERIES_SHOWN)
                ),
            )
            for each in webhooks.every(session)
        )
    frame = visitor.frame("通知地址", "/admin/accounts")
    return page("admin/webhooks.html.j2", WebhooksContext(frame, rows))


def _delivery(delivery: Delivery) -> DeliveryRow:
    return DeliveryRow(
        event=delivery.event,
        created=moment(delivery.created_at),
        attempts=delivery.attempts,
        delivered=delivery.delivered,
        given_up=delivery.finished_at is not None and not delivery.delivered,
        problem=delivery.problem or "",
    )
