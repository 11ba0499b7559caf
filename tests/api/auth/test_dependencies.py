from datetime import datetime, timedelta

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import update

from api.auth import api_keys
from api.auth.permissions import PERMISSIONS
from api.auth.sessions import COOKIE
from api.roles import Role
from api.store import accounts
from api.store.database import Database
from api.store.tables import Account, Login

FORM = {"username": "zhang", "password": "correct horse 电池"}


@pytest.fixture
def csrf(browser: TestClient, zhang: Account) -> str:
    answer = browser.post("/sign-in", data=FORM)
    assert answer.status_code == 200
    return str(answer.json())


@pytest.fixture
def secret(database: Database, zhang: Account, at: datetime) -> str:
    with database.transaction() as session:
        return api_keys.issue(session, zhang, "脚本", at=at).secret


def bearer(secret: str) -> dict[str, str]:
    return {"authorization": f"Bearer {secret}"}


def age(database: Database, **moments: datetime) -> None:
    with database.transaction() as session:
        session.execute(update(Login).values(**moments))


def test_nobody_is_asked_to_sign_in(browser: TestClient) -> None:
    answer = browser.get("/me")
    assert (answer.status_code, answer.json()) == (401, "请先登录")


def test_a_browser_stays_signed_in_until_it_signs_out(browser: TestClient, csrf: str) -> None:
    assert browser.get("/me").json() == "zhang"
    kept = browser.cookies[COOKIE]
    assert browser.post("/sign-out", headers={"x-csrf-token": csrf}).status_code == 200
    assert COOKIE not in browser.cookies
    browser.cookies.set(COOKIE, kept)
    assert browser.get("/me").status_code == 401


def test_the_cookie_is_not_for_scripts_nor_other_sites(browser: TestClient, zhang: Account) -> None:
    cookie = browser.post("/sign-in", data=FORM).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "secure" not in cookie


def test_through_tls_the_cookie_is_kept_to_tls(app: FastAPI, zhang: Account) -> None:
    with TestClient(app, base_url="https://heyan.example") as client:
        assert "secure" in client.post("/sign-in", data=FORM).headers["set-cookie"].lower()


def test_the_database_does_not_hold_what_is_in_the_cookie(
    browser: TestClient, csrf: str, database: Database
) -> None:
    with database.snapshot() as session:
        kept = {login.token_hash for login in session.query(Login)}
    assert browser.cookies[COOKIE] not in kept


def test_a_cookie_that_somebody_else_chose_never_becomes_a_session(
    browser: TestClient, zhang: Account
) -> None:
    planted = {"cookie": f"{COOKIE}=chosen"}
    browser.post("/sign-in", data=FORM, headers=planted)
    browser.cookies.clear()
    assert browser.get("/me", headers=planted).status_code == 401


@pytest.mark.parametrize(
    "moments",
    [
        {"seen_at": timedelta(minutes=121)},
        {"expires_at": timedelta(seconds=1)},
    ],
)
def test_a_session_ends_when_unused_and_at_the_latest_after_its_hours(
    browser: TestClient, csrf: str, database: Database, at: datetime, moments
) -> None:
    age(database, **{name: at - ago for name, ago in moments.items()})
    assert browser.get("/me").status_code == 401


def test_use_keeps_a_session_alive(
    browser: TestClient, csrf: str, database: Database, at: datetime
) -> None:
    age(database, seen_at=at - timedelta(minutes=119))
    assert browser.get("/me").status_code == 200
    with database.snapshot() as session:
        assert session.query(Login).one().seen_at >= at


def test_a_disabled_account_is_out_at_once(
    browser: TestClient, csrf: str, secret: str, database: Database, zhang: Account, at: datetime
) -> None:
    with database.transaction() as session:
        accounts.disable(session, accounts.get(session, zhang.id), at=at)
    assert browser.get("/me").status_code == 401
    browser.cookies.clear()
    assert browser.get("/me", headers=bearer(secret)).status_code == 401
    assert browser.post("/sign-in", data=FORM).status_code == 401


def test_a_change_from_a_browser_needs_the_token_of_its_session(
    browser: TestClient, csrf: str
) -> None:
    assert browser.post("/correct").status_code == 403
    assert browser.post("/correct", headers={"x-csrf-token": "0" * 64}).status_code == 403
    assert browser.post("/correct", headers={"x-csrf-token": csrf}).status_code == 200
    assert browser.post("/correct", data={"csrf_token": csrf}).status_code == 200
    assert browser.post("/correct", files={"csrf_token": (None, csrf)}).status_code == 200
    assert browser.post("/correct", data={"csrf_token": "é"}).status_code == 403
    assert browser.post("/correct", json={"csrf_token": csrf}).status_code == 403


def test_another_session_s_token_is_refused(browser: TestClient, csrf: str, app: FastAPI) -> None:
    with TestClient(app) as other:
        other.post("/sign-in", data=FORM)
        assert other.post("/correct", headers={"x-csrf-token": csrf}).status_code == 403


def test_what_another_site_sends_is_refused(browser: TestClient, csrf: str) -> None:
    headers = {"x-csrf-token": csrf, "sec-fetch-site": "cross-site"}
    assert browser.post("/correct", headers=headers).status_code == 403


def test_a_program_with_a_key_needs_no_such_token(browser: TestClient, secret: str) -> None:
    assert browser.get("/me", headers=bearer(secret)).json() == "zhang"
    assert browser.post("/correct", headers=bearer(secret)).status_code == 200


def test_a_wrong_key_is_refused_even_beside_a_good_cookie(browser: TestClient, csrf: str) -> None:
    answer = browser.get("/me", headers=bearer("heyan_000000000000_x"))
    assert answer.status_code == 401
    assert "密钥" in answer.json()


@pytest.mark.parametrize("role", ["uploader", "reviewer", "admin", "auditor"])
def test_each_role_may_do_what_it_is_for_and_nothing_else(
    browser: TestClient, database: Database, at: datetime, role: Role
) -> None:
    with database.transaction() as session:
        account = accounts.create(session, "x", role, at=at)
        headers = bearer(api_keys.issue(session, account, "k", at=at).secret)
    answers = {
        each: browser.post(f"/{each}", headers=headers).status_code for each in PERMISSIONS["admin"]
    }
    may = {
        "uploader": {"upload", "see", "export"},
        "reviewer": {"upload", "see", "correct", "decide", "second_confirm", "export"},
        "admin": set(PERMISSIONS["admin"]),
        "auditor": {"see", "export", "audit"},
    }[role]
    assert answers == {each: 200 if each in may else 403 for each in answers}
