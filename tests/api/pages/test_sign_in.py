from fastapi.testclient import TestClient

from api.pages.sign_in import local
from tests.api.pages.conftest import PASSWORD, Console, token_of


def test_who_is_not_signed_in_is_sent_to_the_door_and_back(console: Console) -> None:
    answer = console.browser().get("/rules?reads=a107012.row_1")
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/sign-in?next=/rules%3Freads%3Da107012.row_1"


def test_a_fresh_installation_says_how_the_first_admin_is_made(console: Console) -> None:
    page = console.browser().get("/sign-in").text
    fresh = "heyan admin create" in page
    console.signed_in("first", "admin")
    assert fresh
    assert "heyan admin create" not in console.browser().get("/sign-in").text


def test_a_wrong_password_is_said_without_saying_which_part(console: Console) -> None:
    console.signed_in("wang", "reviewer")
    for username in ("wang", "nobody"):
        answer = console.browser().post(
            "/sign-in", data={"username": username, "password": "not this one"}
        )
        assert answer.status_code == 401
        assert "用户名或密码不正确" in answer.text
        assert f'value="{username}"' in answer.text


def test_sign_in_leads_only_to_pages_of_this_service() -> None:
    assert local("/submissions/1?rule=FIN-01") == "/submissions/1?rule=FIN-01"
    for elsewhere in ("https://example.org/", "//example.org", "/\\example.org", "javascript:1"):
        assert local(elsewhere) == "/"


def test_signing_out_ends_the_session(console: Console) -> None:
    browser = console.signed_in("zhao", "reviewer")
    token = token_of(browser.get("/").text)
    assert browser.post("/sign-out", data={"csrf_token": token}).status_code == 303
    browser.cookies.set("heyan_session", browser.cookies.get("heyan_session") or "gone")
    assert browser.get("/").status_code == 303


def test_a_form_from_elsewhere_is_refused_in_words(reviewer: TestClient) -> None:
    answer = reviewer.post("/sign-out", data={"csrf_token": "guessed"})
    assert answer.status_code == 403
    assert "页面已过期" in answer.text


def test_the_door_has_the_same_headers_as_the_rooms(console: Console) -> None:
    headers = console.browser().get("/sign-in").headers
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert PASSWORD not in str(headers)


def test_single_sign_on_that_is_not_set_up_is_refused_in_words(console: Console) -> None:
    answer = console.browser().get("/auth/oidc/start")
    assert answer.status_code == 409
    assert "请用用户名和密码登录" in answer.text
    assert answer.headers["content-type"].startswith("text/html")
