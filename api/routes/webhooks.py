"""Webhooks: who is told of what, signed after Standard Webhooks."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.metadata import version
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Response
from pydantic import Field

from api.routes.dependencies import Administrator, Running
from api.routes.problems import problems
from api.running.deliveries import require_allowed
from api.store import audit, webhooks
from api.store.tables import Delivery, Webhook
from models.frozen import Frozen

router = APIRouter(prefix="/v1/webhooks", tags=["通知"])

EventName = Literal[
    "submission.read", "submission.failed", "submission.corrected", "submission.decided"
]
WebhookId = Annotated[str, Path(pattern="^[0-9a-f]{16}$")]


class WebhookAsked(Frozen):
    """An address that wants to be told."""

    url: str = Field(min_length=8, max_length=2000, examples=["https://oa.example.cn/heyan"])
    events: list[EventName] = Field(default=[], max_length=20)
    """Empty means all."""


class WebhookView(Frozen):
    """An address that is told."""

    id: str
    url: str
    events: list[str]
    active: bool
    created_at: datetime


class WebhookMade(WebhookView):
    """A new address with its signing key, which is shown only now."""

    secret: str = Field(examples=["whsec_…"])


class WebhookList(Frozen):
    """All addresses."""

    items: list[WebhookView]


class DeliveryView(Frozen):
    """One event for one address."""

    id: str
    event: str
    attempts: int
    delivered: bool
    status: int | None
    problem: str | None
    next_at: datetime
    created_at: datetime
    finished_at: datetime | None


class DeliveryList(Frozen):
    """The newest deliveries."""

    items: list[DeliveryView]


@router.post(
    "",
    operation_id="createWebhook",
    summary="新增通知地址",
    status_code=201,
    response_model=WebhookMade,
    responses=problems(401, 403, 422),
)
def create_webhook(body: WebhookAsked, service: Running, account: Administrator) -> WebhookMade:
    """Addresses of the own machine or network are refused unless the settings allow them."""
    require_allowed(body.url, service.settings.webhooks_to_private)
    at = datetime.now(UTC)
    with service.database.transaction() as session:
        row = webhooks.add(session, body.url, body.events, created_by=account.id, at=at)
        audit.record(
            session,
            "webhook.add",
            row.id,
            actor=account.id,
            at=at,
            after={"events": list(body.events)},
            program_version=version("heyan"),
        )
    return WebhookMade(**_view(row).model_dump(), secret=row.secret)


@router.get(
    "",
    operation_id="listWebhooks",
    summary="通知地址",
    response_model=WebhookList,
    responses=problems(401, 403),
)
def list_webhooks(service: Running, account: Administrator) -> WebhookList:
    """Without their keys."""
    with service.database.snapshot() as session:
        return WebhookList(items=[_view(row) for row in webhooks.every(session)])


@router.delete(
    "/{webhook_id}",
    operation_id="deleteWebhook",
    summary="删除通知地址",
    status_code=204,
    responses=problems(401, 403, 404, 422),
)
def delete_webhook(webhook_id: WebhookId, service: Running, account: Administrator) -> Response:
    """What was still to be delivered to it goes too."""
    at = datetime.now(UTC)
    with service.database.transaction() as session:
        webhooks.remove(session, webhook_id)
        audit.record(
            session,
            "webhook.remove",
            webhook_id,
            actor=account.id,
            at=at,
            program_version=version("heyan"),
        )
    return Response(status_code=204)


@router.get(
    "/{webhook_id}/deliveries",
    operation_id="listDeliveries",
    summary="发送记录",
    response_model=DeliveryList,
    responses=problems(401, 403, 404, 422),
)
def list_deliveries(
    webhook_id: WebhookId, service: Running, account: Administrator
) -> DeliveryList:
    """The newest first, with what went wrong."""
    with service.database.snapshot() as session:
        webhooks.get(session, webhook_id)
        rows = webhooks.deliveries(session, webhook_id)
    return DeliveryList(items=[_delivery(row) for row in rows])


def _view(row: Webhook) -> WebhookView:
    return WebhookView(
        id=row.id, url=row.url, events=row.events, active=row.active, created_at=row.created_at
    )


def _delivery(row: Delivery) -> DeliveryView:
    return DeliveryView(
        id=row.id,
        event=row.event,
        attempts=row.attempts,
        delivered=row.delivered,
        status=row.status,
        problem=row.problem,
        next_at=row.next_at,
        created_at=row.created_at,
        finished_at=row.finished_at,
    )
