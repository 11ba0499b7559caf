"""Webhooks sent out: signed after Standard Webhooks, tried again with growing pauses.

A name is looked up once: what was found is checked and called. A second lookup could answer otherwise.
"""

from __future__ import annotations

import ipaddress
import json
import socket
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event as Flag
from threading import Thread

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
_LAST_PORT = 65535

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
        headers = {
            "content-type": "application/json",
            "webhook-id": delivery.id,
            "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": Signer(webhook.secret).sign(delivery.id, at, body),
        }
        try:
            url = _web_address(webhook.url)
            answer = _posted(http, url, _looked_up(url, self.to_private), body.encode(), headers)
        except Invalid as error:
            return None, error.message
        except httpx.HTTPError as error:
            return None, type(error).__name__
        fine = 200 <= answer.status_code < 300
        return answer.status_code, None if fine else f"HTTP {answer.status_code}"


def require_allowed(url: str, to_private: bool) -> None:
    """Raises Invalid for what is no HTTP address, or one of the own machine or network."""
    address = _web_address(url)
    if not to_private:
        _looked_up(address, to_private)


def _web_address(url: str) -> httpx.URL:
    try:
        address = httpx.URL(url)
        port = address.port
    except (httpx.InvalidURL, ValueError):
        raise Invalid("通知地址不正确") from None
    if address.scheme not in ("http", "https") or not address.host or address.userinfo:
        raise Invalid("通知地址应为 http:// 或 https:// 开头的网址，且不含用户名")
    if port is not None and not 0 < port <= _LAST_PORT:
        raise Invalid("通知地址的端口不正确")
    return address


def _looked_up(url: httpx.URL, to_private: bool) -> tuple[str, ...]:
    """The addresses of the host as they are now; raises Invalid where one is not allowed."""
    host = url.raw_host.decode("ascii").strip("[]")
    try:
        found = socket.getaddrinfo(host, url.port, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        raise Invalid("通知地址的主机名无法解析，请核对") from None
    addresses = tuple(dict.fromkeys(str(each[4][0]) for each in found))
    if not to_private and any(not ipaddress.ip_address(each).is_global for each in addresses):
        raise Invalid("通知地址指向本机或内部网络；如确需使用，请由管理员在设置中允许")
    return addresses


def _posted(
    http: httpx.Client,
    url: httpx.URL,
    addresses: Sequence[str],
    body: bytes,
    headers: Mapping[str, str],
) -> httpx.Response:
    """The answer of the first of the addresses that takes a connection.

    The host is told, and its certificate asked for, by its name. No connection is kept: one to the
    same address may have been made for another name.
    """
    name = url.raw_host.decode("ascii")
    by_name = {**headers, "host": url.netloc.decode("ascii"), "connection": "close"}
    fault: httpx.HTTPError = httpx.ConnectError("no address")
    for address in addresses:
        try:
            return http.post(
                url.copy_with(host=address),
                content=body,
                headers=by_name,
                extensions={"sni_hostname": name},
            )
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            fault = error
    raise fault
