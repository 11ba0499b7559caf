from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
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
        return self.url_of("127.0.0.1")

    def url_of(self, host: str) -> str:
        scheme = "https" if isinstance(self.socket, ssl.SSLSocket) else "http"
        return f"{scheme}://{host}:{self.server_port}/told"


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


class Names:
    """The name service of the machine: answers one lookup after the other, then no more."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
        self.left = list(answers)
        self._really = socket.getaddrinfo
        monkeypatch.setattr(socket, "getaddrinfo", self.lookup)

    def lookup(self, host: str, *arguments: object, **more: object) -> Sequence[object]:
        if host[0].isdigit():
            return self._really(host, *arguments, **more)  # type: ignore[arg-type]
        if not self.left:
            raise socket.gaierror(f"{host} is not known")
        return self._really(self.left.pop(0), *arguments, **more)  # type: ignore[arg-type]


def test_a_name_that_moves_inside_after_the_check_is_not_followed(
    database: Database, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = []

    def answer(request: httpx.Request) -> httpx.Response:
        called.append((request.url.host, request.headers["host"], request.extensions))
        return httpx.Response(204)

    Names(monkeypatch, "8.8.8.8", "127.0.0.1", "127.0.0.1")
    emitted(database, receiver.url_of("oa.example.cn"))
    with httpx.Client(transport=httpx.MockTransport(answer)) as http:
        Deliveries(database, to_private=False).send_due(http)
    [(host, named, extensions)] = called
    assert host == "8.8.8.8"
    assert named == f"oa.example.cn:{receiver.server_port}"
    assert extensions["sni_hostname"] == "oa.example.cn"
    assert receiver.received == []


def test_a_name_is_looked_up_once_and_told_to_the_receiver(
    database: Database, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    Names(monkeypatch, "127.0.0.1")
    emitted(database, receiver.url_of("oa.example.cn"))
    with httpx.Client() as http:
        Deliveries(database, to_private=True).send_due(http)
    assert delivery(database) == (1, True, 204, None)
    [(headers, _)] = receiver.received
    assert headers["host"] == f"oa.example.cn:{receiver.server_port}"


def certificate_of(name: str, folder: Path) -> Path:
    """A certificate that its owner signed, and its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    own = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    at = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder(own, own, key.public_key(), x509.random_serial_number())
        .not_valid_before(at - timedelta(days=1))
        .not_valid_after(at + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{name}.pem"
    path.write_bytes(
        signed.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return path


@pytest.mark.parametrize(("asked", "taken"), [("oa.example.cn", True), ("other.example.cn", False)])
def test_the_certificate_must_be_of_the_name_not_of_the_address(
    database: Database,
    receiver: Receiver,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    asked: str,
    taken: bool,
) -> None:
    own = certificate_of("oa.example.cn", tmp_path)
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(own)
    receiver.socket = serving.wrap_socket(receiver.socket, server_side=True)
    Names(monkeypatch, "127.0.0.1")
    emitted(database, receiver.url_of(asked))
    with httpx.Client(verify=ssl.create_default_context(cafile=own)) as http:
        Deliveries(database, to_private=True).send_due(http)
    assert bool(receiver.received) is taken
    assert delivery(database)[1] is taken


@pytest.mark.parametrize(
    "url",
    [
        *("http://127.0.0.1/x", "http://[::1]/x", "http://10.1.2.3/", "http://192.168.1.1:80/"),
        *("http://169.254.169.254/latest", "http://0.0.0.0/", "ftp://8.8.8.8/", "https://"),
        *("http://u:p@8.8.8.8/", "http://8.8.8.8:99999/", "http://[::ffff:127.0.0.1]/"),
        *("http://2130706433/", "http://8.8.8.8\\@127.0.0.1/", "http:///x"),
    ],
)
def test_addresses_inside_are_refused(url: str) -> None:
    with pytest.raises(Invalid):
        require_allowed(url, to_private=False)


def test_a_public_address_is_allowed() -> None:
    require_allowed("https://8.8.8.8/heyan", to_private=False)
