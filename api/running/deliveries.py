"""Webhooks sent out: signed after Standard Webhooks, tried again with growing pauses."""

from __future__ import annotations

import ipaddress
import json
import socket
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event as Flag
from threading import Thread
from urllib.parse import urlsplit

import httpx
import structlog
from standardwebhooks import Webhook as Signer

from api.errors import Invalid
from api.store import webhooks
from api.store.database import Database
from api.store.tables import Delivery, Webhook

_PAUSE_SECONDS = 2.0
_ANSWER_SECONDS = 15.0
_LEASE_SECONDS = 60.0

log = structlog.get_logger("heyan.webhooks")


@dataclass
class Deliveries:
    """The thread that sends what is due."""

    database: Database
    to_private: bool
    """Whether addresses of the own machine or network may be called."""
    pause: float = _PAUSE_SECONDS
    _stopping: Flag = field(default_factory=Flag)
    _due: Flag = field(default_factory=Flag)
    _thread: Thread | None = None

    def start(self) -> None:
        """Starts sending."""
        self._thread = Thread(target=self._run, name="heyan-webhooks", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """Something is due."""
        self._due.set()

    def stop(self) -> None:
        """Ends the thread; what is not sent stays due."""
        self._stopping.set()
        self._due.set()
        if self._thread is not None:
            self._thread.join(_ANSWER_SECONDS)

    def _run(self) -> None:
        with httpx.Client(timeout=_ANSWER_SECONDS, follow_redirects=False, trust_env=False) as http:
            while not self._stopping.is_set():
                with suppress(Exception):
                    while self.send_due(http) and not self._stopping.is_set():
                        pass
                self._due.wait(self.pause)
                self._due.clear()

    def send_due(self, http: httpx.Client) -> int:
        """Sends what is due now; returns how many deliveries were tried."""
        with self.database.transaction() as session:
            taken = webhooks.lease(session, at=datetime.now(UTC), seconds=_LEASE_SECONDS)
        for delivery, webhook in taken:
            status, problem = self._send(http, delivery, webhook)
            at = datetime.now(UTC)
            with self.database.transaction() as session:
                if problem is None and status is not None:
                    webhooks.delivered(session, delivery.id, status, at=at)
                else:
                    webhooks.not_delivered(
                        session, delivery.id, at=at, problem=problem or "", status=status
                    )
            log.info("webhook.sent", delivery=delivery.id, status=status, fault=problem)
        return len(taken)

    def _send(
        self, http: httpx.Client, delivery: Delivery, webhook: Webhook
    ) -> tuple[int | None, str | None]:
        """The status answered, and what went wrong if anything."""
        at = datetime.now(UTC)
        body = json.dumps(
            {"type": delivery.event, "timestamp": at.isoformat(), "data": delivery.payload},
            ensure_ascii=False,
        )
        try:
            require_allowed(webhook.url, self.to_private)
            signature = Signer(webhook.secret).sign(delivery.id, at, body)
            answer = http.post(
                webhook.url,
                content=body.encode(),
                headers={
                    "content-type": "application/json",
                    "webhook-id": delivery.id,
                    "webhook-timestamp": str(int(at.timestamp())),
                    "webhook-signature": signature,
                },
            )
        except Invalid as error:
            return None, error.message
        except httpx.HTTPError as error:
            return None, type(error).__name__
        fine = 200 <= answer.status_code < 300
        return answer.status_code, None if fine else f"HTTP {answer.status_code}"


def require_allowed(url: str, to_private: bool) -> None:
    """Raises Invalid for what is no HTTP address, or one of the own machine or network."""
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise Invalid("通知地址不正确") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise Invalid("通知地址应为 http:// 或 https:// 开头的网址，且不含用户名")
    if to_private:
        return
    try:
        found = socket.getaddrinfo(parts.hostname, port, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        raise Invalid("通知地址的主机名无法解析，请核对") from None
    if any(not ipaddress.ip_address(each[4][0]).is_global for each in found):
        raise Invalid("通知地址指向本机或内部网络；如确需使用，请由管理员在设置中允许")
