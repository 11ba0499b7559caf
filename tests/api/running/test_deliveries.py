from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import httpx
import pytest
from standardwebhooks import Webhook as Verifier

from api.errors import Invalid
from api.running.deliveries import Deliveries, require_allowed
from api.store import webhooks
from api.store.database import Database
from api.store.migrating import upgrade


class Receiver(HTTPServer):
    """Somebody who is told; answers what it is set to."""

    def __init__(self) -> None:
        self.answer = 204
        self.received: list[tuple[dict[str, str], bytes]] = []
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/told"


class Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        server = self.server
        assert isinstance(server, Receiver)
        body = self.rfile.read(int(self.headers["content-length"]))
        server.received.append(({k.lower(): v for k, v in self.headers.items()}, body))
        self.send_response(server.answer)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    server = Receiver()
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    url = f"sqlite:///{tmp_path / 'heyan.sqlite'}"
    upgrade(url)
    made = Database(url)
    yield made
    made.close()


def emitted(database: Database, url: str) -> str:
    """A webhook with one delivery; returns its secret."""
    at = datetime.now(UTC) - timedelta(seconds=1)
    with database.transaction() as session:
        hook = webhooks.add(session, url, [], created_by=None, at=at)
        webhooks.emit(session, "submission.read", {"submission": "00" * 8}, at=at)
        return hook.secret


def delivery(database: Database) -> tuple[int, bool, int | None, str | None]:
    with database.snapshot() as session:
        hook = webhooks.every(session)[0]
        row = webhooks.deliveries(session, hook.id)[0]
        return row.attempts, row.delivered, row.status, row.problem


def test_an_event_is_signed_so_that_the_receiver_can_verify_it(
    database: Database, receiver: Receiver
) -> None:
    secret = emitted(database, receiver.url)
    with httpx.Client() as http:
        assert Deliveries(database, to_private=True).send_due(http) == 1
    headers, body = receiver.received[0]
    said = Verifier(secret).verify(body.decode(), headers)
    assert said["type"] == "submission.read"
    assert said["data"] == {"submission": "00" * 8}
    assert delivery(database) == (1, True, 204, None)


def test_a_receiver_that_fails_is_told_again_later(database: Database, receiver: Receiver) -> None:
    emitted(database, receiver.url)
    receiver.answer = 500
    sender = Deliveries(database, to_private=True)
    with httpx.Client() as http:
        assert sender.send_due(http) == 1
        assert sender.send_due(http) == 0
    assert delivery(database) == (1, False, 500, "HTTP 500")


def test_the_own_network_is_called_only_where_it_is_allowed(
    database: Database, receiver: Receiver
) -> None:
    emitted(database, receiver.url)
    with httpx.Client() as http:
        Deliveries(database, to_private=False).send_due(http)
    assert receiver.received == []
    attempts, delivered, status, problem = delivery(database)
    assert (attempts, delivered, status) == (1, False, None)
    assert problem is not None and "内部网络" in problem


@pytest.mark.parametrize(
    "url",
    [
        *("http://127.0.0.1/x", "http://[::1]/x", "http://10.1.2.3/", "http://192.168.1.1:80/"),
        *("http://169.254.169.254/latest", "http://0.0.0.0/", "ftp://8.8.8.8/", "https://"),
        *("http://u:p@8.8.8.8/", "http://8.8.8.8:99999/", "http://[::ffff:127.0.0.1]/"),
    ],
)
def test_addresses_inside_are_refused(url: str) -> None:
    with pytest.raises(Invalid):
        require_allowed(url, to_private=False)


def test_a_public_address_is_allowed() -> None:
    require_allowed("https://8.8.8.8/heyan", to_private=False)
