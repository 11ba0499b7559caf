from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.auth import api_keys
from api.roles import Role
from api.routes.dependencies import Service
from api.settings import Settings
from api.store import accounts

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "samples" / "golden" / "conflicts"
FILES = sorted(GOLDEN.iterdir())


class Caller(Protocol):
    def __call__(self, role: Role, username: str = ..., city: str | None = ...) -> TestClient: ...


@contextmanager
def serving(settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(settings), raise_server_exceptions=False) as client:
        yield client


def settings_in(folder: Path, **changed: Any) -> Settings:
    return Settings(data=folder, engine="recorded", lease_seconds=30, min_free_mb=0, **changed)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return settings_in(tmp_path_factory.mktemp("service"))


@pytest.fixture(scope="module")
def app(settings: Settings) -> Iterator[TestClient]:
    with serving(settings) as client:
        yield client


def service_in(client: TestClient) -> Service:
    service = client.app.state.service  # type: ignore[attr-defined]
    assert isinstance(service, Service)
    return service


def key_for(service: Service, role: Role, username: str, city: str | None = None) -> str:
    at = datetime.now(UTC)
    with service.database.transaction() as session:
        account = accounts.create(
            session, username, role, at=at, display_name=f"{username}同志", city=city
        )
        return api_keys.issue(session, account, "测试", at=at).secret


@pytest.fixture(scope="module")
def caller(app: TestClient) -> Iterator[Caller]:
    """Makes a client that calls as a new account of the role."""
    made: list[TestClient] = []

    def new(role: Role, username: str | None = None, city: str | None = None) -> TestClient:
        name = username or f"{role}{len(made)}"
        key = key_for(service_in(app), role, name, city)
        # The same application and the same running threads, another caller.
        client = TestClient(app.app, raise_server_exceptions=False)
        client.headers["Authorization"] = f"Bearer {key}"
        made.append(client)
        return client

    yield new
    for client in made:
        client.close()


def upload(client: TestClient, files: list[Path] | None = None, **form: str) -> Any:
    parts = [("file", (path.name, path.read_bytes())) for path in files or FILES]
    return client.post("/v1/submissions", files=parts, data=form)


def finished(client: TestClient, submission: str, seconds: float = 60) -> dict[str, Any]:
    """The submission once it is done or failed."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        view: dict[str, Any] = client.get(f"/v1/submissions/{submission}").json()
        if view["processing"] in ("done", "failed"):
            return view
        time.sleep(0.05)
    raise AssertionError(f"still {view['processing']} after {seconds} s")


@pytest.fixture(scope="module")
def reviewer(caller: Caller) -> TestClient:
    return caller("reviewer", "赵")


@pytest.fixture(scope="module")
def read(reviewer: TestClient) -> str:
    """The id of the golden submission, read."""
    submission: str = upload(reviewer).json()["id"]
    assert finished(reviewer, submission)["processing"] == "done"
    return submission
