"""A service with nothing but sign-in, to be called as a browser and as a program."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import pytest
from fastapi import Depends, FastAPI, Form, Request
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient
from pwdlib.hashers.argon2 import Argon2Hasher

from api.auth import cookies, oidc_routes, sessions, signing_in
from api.auth.dependencies import Caller, current_caller, require
from api.auth.permissions import PERMISSIONS
from api.errors import Refused
from api.settings import Settings
from api.store import accounts
from api.store.database import Database
from api.store.tables import Account

PASSWORD = "correct horse 电池"


@pytest.fixture
def at() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path, lockout_attempts=3)


@pytest.fixture(scope="session")
def password_hash() -> str:
    """Cheap to verify; renewed at the first success, as one of an older version is."""
    return Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


@pytest.fixture
def zhang(database: Database, password_hash: str, at: datetime) -> Account:
    with database.transaction() as session:
        return accounts.create(session, "Zhang", "reviewer", at=at, password_hash=password_hash)


@pytest.fixture
def app(database: Database, settings: Settings) -> FastAPI:
    app = FastAPI()
    app.state.database, app.state.settings = database, settings
    app.include_router(oidc_routes.router_of())

    @app.exception_handler(Refused)
    def refused(_: Request, error: Refused) -> JSONResponse:
        return JSONResponse(error.message, status_code=error.status)

    @app.post("/sign-in")
    def sign_in(
        request: Request, username: Annotated[str, Form()], password: Annotated[str, Form()]
    ) -> JSONResponse:
        opened = signing_in.sign_in(
            database,
            settings,
            username,
            password,
            address="192.0.2.1",
            at=datetime.now(UTC),
            program_version="0",
        )
        response = JSONResponse(sessions.csrf_token(opened.token))
        cookies.give(response, request, settings, opened.token)
        return response

    @app.get("/me")
    def me(caller: Annotated[Caller, Depends(current_caller)]) -> str:
        return caller.account.username

    @app.post("/sign-out")
    def sign_out(request: Request, caller: Annotated[Caller, Depends(current_caller)]):
        with database.transaction() as session:
            sessions.close_session(session, caller.token or "")
        response = JSONResponse(None)
        cookies.take(response, request, settings)
        return response

    for permission in PERMISSIONS["admin"]:

        @app.post(f"/{permission}")
        def act(account: Annotated[Account, Depends(require(permission))]) -> str:
            return account.id

    return app


@pytest.fixture
def browser(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, follow_redirects=False) as client:
        yield client
