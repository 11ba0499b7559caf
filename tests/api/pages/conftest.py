"""A service with the committed sample, and browsers' sessions on it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, sync_playwright

from api.app import create_app
from api.auth import passwords
from api.roles import Role
from api.settings import Settings
from api.store import accounts
from api.store.database import Database
from api.store.migrating import upgrade
from tests.api.pages.browsing import QUIET, SIZES, Desk, Sitting, serving

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "samples" / "golden" / "conflicts"
PASSWORD = "sieben-Zwerge-9"


def settings_in(folder: Path) -> Settings:
    return Settings(data=folder, engine="recorded", lease_seconds=30, min_free_mb=0)


def add_account(database: Database, username: str, role: Role, city: str | None = None) -> None:
    with database.transaction() as session:
        accounts.create(
            session,
            username,
            role,
            at=datetime.now(UTC),
            password_hash=passwords.hash_of(PASSWORD, username),
            display_name=f"{username}同志",
            city=city,
        )


class Console:
    """One running service; every browser of it has cookies of its own."""

    def __init__(self, client: TestClient) -> None:
        self._client = client
        self.database: Database = client.app.state.database  # type: ignore[attr-defined]

    def browser(self) -> TestClient:
        return TestClient(self._client.app, follow_redirects=False)

    def signed_in(self, username: str, role: Role, city: str | None = None) -> TestClient:
        add_account(self.database, username, role, city)
        browser = self.browser()
        answer = browser.post("/sign-in", data={"username": username, "password": PASSWORD})
        assert answer.status_code == 303
        return browser


def token_of(page: str) -> str:
    """The CSRF token that a page carries for its scripts."""
    return page.partition('name="csrf" content="')[2].partition('"')[0]


def upload(browser: TestClient, city: str | None = None) -> str:
    """The id of the sample, uploaded and read."""
    token = token_of(browser.get("/upload").text)
    answer = browser.post(
        "/v1/submissions",
        files=[("file", (path.name, path.read_bytes())) for path in sorted(SAMPLE.iterdir())],
        data={} if city is None else {"city": city},
        headers={"X-CSRF-Token": token},
    )
    assert answer.status_code in (200, 202), answer.text
    found = answer.json()["id"]
    until = time.monotonic() + 300
    while browser.get(f"/v1/submissions/{found}").json()["processing"] != "done":
        assert time.monotonic() < until, "the sample was not read"
        time.sleep(0.1)
    return str(found)


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    settings = settings_in(tmp_path_factory.mktemp("console"))
    with TestClient(create_app(settings)) as client:
        yield Console(client)


@pytest.fixture(scope="module")
def reviewer(console: Console) -> TestClient:
    return console.signed_in("zhang", "reviewer")


@pytest.fixture(scope="module")
def admin(console: Console) -> TestClient:
    return console.signed_in("root", "admin")


@pytest.fixture(scope="module")
def submission(reviewer: TestClient) -> str:
    return upload(reviewer, "武汉")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium is installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield browser
        browser.close()


@contextmanager
def staffed(data: Path, **variables: str) -> Iterator[str]:
    """The address of a service with two reviewers and an administrator."""
    url = settings_in(data).database_url
    upgrade(url)
    database = Database(url)
    people: dict[str, Role] = {"zhang": "reviewer", "li": "reviewer", "root": "admin"}
    for username, role in people.items():
        add_account(database, username, role)
    database.close()
    with serving(data, **variables) as running:
        yield running


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of its own for the browsers of a module, with three people."""
    with staffed(tmp_path_factory.mktemp("data")) as running:
        yield running


@pytest.fixture
def sit(chromium: Browser, address: str) -> Iterator[Sitting]:
    """Gives desks to people who are signed in; each is closed, and must have stayed at home."""
    desks: list[Desk] = []

    def at(username: str, size: tuple[int, int] = SIZES["1366"]) -> Desk:
        desk = Desk(chromium, address, size)
        desks.append(desk)
        desk.sign_in(username, PASSWORD)
        return desk

    yield at
    for desk in desks:
        desk.close()
