"""Single sign-on against a provider of our own, over HTTP on this machine."""

import base64
import hashlib
import secrets
import threading
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import uvicorn
from fastapi import FastAPI, Form, Request
from fastapi.responses import JSONResponse, RedirectResponse
from fastapi.testclient import TestClient
from joserfc import jwt
from joserfc.jwk import RSAKey
from pydantic import SecretStr

from api.settings import OidcSettings, Settings
from api.store import accounts, audit
from api.store.database import Database

PUBLIC = "http://testserver"
CLIENT = "heyan"
SECRET = "a secret of the client"
KEY = RSAKey.generate_key(2048, {"kid": "1"}, private=True)


class Provider:
    """A provider that signs in whoever ``person`` is, and can be told to misbehave."""

    def __init__(self) -> None:
        self.key = KEY
        self.signing_key = self.key
        self.algorithm = "RS256"
        self.issuer = ""
        self.person: dict[str, Any] = {
            "sub": "42", "preferred_username": "wang.wu", "name": "王五",
        }  # fmt: skip
        self.claims: dict[str, Any] = {}
        self.asked: dict[str, dict[str, str]] = {}

    def app(self) -> FastAPI:
        app = FastAPI()

        @app.get("/.well-known/openid-configuration")
        def metadata() -> dict[str, Any]:
            return {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
            }

        @app.get("/keys")
        def keys() -> dict[str, Any]:
            return {"keys": [self.key.as_dict(private=False)]}

        @app.get("/authorize")
        def authorize(request: Request) -> RedirectResponse:
            code = secrets.token_urlsafe()
            self.asked[code] = dict(request.query_params)
            answer = urlencode({"code": code, "state": request.query_params["state"]})
            return RedirectResponse(f"{request.query_params['redirect_uri']}?{answer}")

        @app.post("/token")
        def token(
            request: Request,
            code: Annotated[str, Form()],
            code_verifier: Annotated[str, Form()],
            redirect_uri: Annotated[str, Form()],
        ) -> JSONResponse:
            asked = self.asked.pop(code, None)
            digest = hashlib.sha256(code_verifier.encode()).digest()
            challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
            client = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
            if (
                asked is None
                or asked["code_challenge_method"] != "S256"
                or asked["code_challenge"] != challenge
                or asked["redirect_uri"] != redirect_uri
                or request.headers["authorization"] != f"Basic {client}"
            ):
                return JSONResponse({"error": "invalid_grant"}, status_code=400)
            return JSONResponse(
                {"access_token": "x", "token_type": "Bearer", "id_token": self._signed(asked)}
            )

        return app

    def _signed(self, asked: dict[str, str]) -> str:
        now = int(time.time())
        claims = {
            "iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 60,
            "nonce": asked["nonce"], **self.person, **self.claims,
        }  # fmt: skip
        header = {"alg": self.algorithm, "kid": "1"}
        return jwt.encode(header, claims, self.signing_key, algorithms=[self.algorithm])


@pytest.fixture
def provider() -> Iterator[Provider]:
    provider = Provider()
    config = uvicorn.Config(provider.app(), host="127.0.0.1", port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    provider.issuer = f"http://127.0.0.1:{port}"
    yield provider
    server.should_exit = True
    thread.join()


@pytest.fixture
def role() -> str | None:
    return "reviewer"


@pytest.fixture
def settings(tmp_path: Path, provider: Provider, role: Any) -> Settings:
    oidc = OidcSettings(
        issuer=provider.issuer, client_id=CLIENT, client_secret=SecretStr(SECRET), role=role
    )
    return Settings(data=tmp_path, public_url=PUBLIC, oidc=oidc)


def at_the_provider(browser: TestClient, provider: Provider, start: str = "/auth/oidc/start"):
    """Follows the browser to the provider; returns the address it is sent back to."""
    sent = browser.get(start)
    assert sent.status_code == 303
    assert sent.headers["location"].startswith(provider.issuer)
    with TestClient(provider.app(), follow_redirects=False) as there:
        back = there.get(sent.headers["location"]).headers["location"]
    assert back.startswith(f"{PUBLIC}/auth/oidc/callback?")
    return back.removeprefix(PUBLIC)


def signed_in(browser: TestClient, provider: Provider):
    return browser.get(at_the_provider(browser, provider))


def test_who_signs_in_there_is_signed_in_here(
    browser: TestClient, provider: Provider, database: Database
) -> None:
    answer = browser.get(at_the_provider(browser, provider, "/auth/oidc/start?next=/reviews"))
    assert (answer.status_code, answer.headers["location"]) == (303, "/reviews")
    assert browser.get("/me").json() == "wang.wu"
    with database.snapshot() as session:
        account = accounts.named(session, "wang.wu")
        actions = [entry.action for entry in audit.entries(session)]
    assert (account.role, account.display_name, account.subject) == ("reviewer", "王五", "42")
    assert actions == ["account.create", "session.open"]


def test_the_second_time_it_is_the_same_account_whatever_the_name(
    browser: TestClient, provider: Provider, database: Database
) -> None:
    signed_in(browser, provider)
    provider.person["preferred_username"] = "wang.married"
    signed_in(browser, provider)
    with database.snapshot() as session:
        assert [account.username for account in accounts.every(session)] == ["wang.wu"]


def test_an_account_of_the_same_name_is_not_taken_over(
    browser: TestClient, provider: Provider, database: Database, at: datetime
) -> None:
    with database.transaction() as session:
        accounts.create(session, "wang.wu", "admin", at=at)
    signed_in(browser, provider)
    mine = browser.get("/me").json()
    assert mine.startswith("wang.wu-")
    with database.snapshot() as session:
        assert accounts.named(session, mine).role == "reviewer"


@pytest.mark.parametrize("role", [None])
def test_a_stranger_stays_outside_where_no_role_is_configured(
    browser: TestClient, provider: Provider, database: Database
) -> None:
    answer = signed_in(browser, provider)
    assert answer.status_code == 403
    assert "管理员" in answer.json()
    with database.snapshot() as session:
        assert accounts.none_yet(session)


@pytest.mark.parametrize("role", [None])
def test_who_was_given_an_account_beforehand_comes_in(
    browser: TestClient, provider: Provider, database: Database, at: datetime
) -> None:
    with database.transaction() as session:
        accounts.create(session, "wu", "auditor", at=at, issuer=provider.issuer, subject="42")
    signed_in(browser, provider)
    assert browser.get("/me").json() == "wu"


def test_a_disabled_account_stays_outside(
    browser: TestClient, provider: Provider, database: Database, at: datetime
) -> None:
    signed_in(browser, provider)
    with database.transaction() as session:
        accounts.disable(session, accounts.named(session, "wang.wu"), at=at)
    assert signed_in(browser, provider).status_code == 403
    assert browser.get("/me").status_code == 401


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "of another request"},
        {"aud": "another client"},
        {"iss": "https://another.example"},
        {"exp": 1},
        {"azp": "another client", "aud": [CLIENT, "another client"]},
    ],
)
def test_a_token_that_is_not_for_this_sign_in_is_refused(
    browser: TestClient, provider: Provider, claims: dict[str, Any]
) -> None:
    provider.claims = claims
    assert signed_in(browser, provider).status_code == 403
    assert browser.get("/me").status_code == 401


def test_a_token_that_somebody_else_signed_is_refused(
    browser: TestClient, provider: Provider
) -> None:
    provider.signing_key = RSAKey.generate_key(2048, {"kid": "1"}, private=True)
    assert signed_in(browser, provider).status_code == 403


def test_what_comes_back_is_good_once_and_only_in_the_browser_that_was_sent(
    browser: TestClient, app: FastAPI, provider: Provider
) -> None:
    back = at_the_provider(browser, provider)
    with TestClient(app, follow_redirects=False) as other:
        assert other.get(back).status_code == 403
    cookies = dict(browser.cookies)
    assert browser.get(back).status_code == 303
    browser.cookies.clear()
    browser.cookies.update(cookies)
    assert browser.get(back).status_code == 403


def test_an_answer_with_another_state_is_refused(browser: TestClient, provider: Provider) -> None:
    back = urlsplit(at_the_provider(browser, provider))
    code = parse_qs(back.query)["code"][0]
    answer = browser.get(f"{back.path}?{urlencode({'code': code, 'state': 'x'})}")
    assert answer.status_code == 403


@pytest.mark.parametrize("path", ["https://evil.example", "//evil.example", "/\\evil.example", ""])
def test_nobody_is_sent_on_to_another_site(
    browser: TestClient, provider: Provider, path: str
) -> None:
    back = at_the_provider(browser, provider, f"/auth/oidc/start?{urlencode({'next': path})}")
    assert browser.get(back).headers["location"] == "/"


def test_a_provider_that_is_down_is_told_in_a_sentence(
    app: FastAPI, settings: Settings, provider: Provider
) -> None:
    assert settings.oidc is not None
    gone = settings.oidc.model_copy(update={"issuer": "http://127.0.0.1:9"})
    app.state.settings = settings.model_copy(update={"oidc": gone})
    with TestClient(app, follow_redirects=False) as client:
        answer = client.get("/auth/oidc/start")
    assert answer.status_code == 403
    assert "改用密码" in answer.json()


def test_without_a_provider_there_is_no_such_way_in(app: FastAPI, tmp_path: Path) -> None:
    app.state.settings = Settings(data=tmp_path)
    with TestClient(app) as client:
        assert client.get("/auth/oidc/start").status_code == 409
