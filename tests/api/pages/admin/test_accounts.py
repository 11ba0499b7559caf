from fastapi.testclient import TestClient

from tests.api.pages.conftest import PASSWORD, Console, token_of


def form(admin: TestClient, **given: str) -> dict[str, str]:
    return {"csrf_token": token_of(admin.get("/admin/accounts").text), **given}


def add(admin: TestClient, username: str, role: str = "reviewer") -> int:
    sent = form(admin, username=username, password=PASSWORD, role=role, display_name="新同志")
    return int(admin.post("/admin/accounts", data=sent).status_code)


def id_of(admin: TestClient, username: str) -> str:
    before = admin.get("/admin/accounts").text.partition(f"<b>{username}</b>")[2]
    return before.partition('action="/admin/accounts/')[2].partition('"')[0]


def test_a_new_account_signs_in_with_its_first_password(
    console: Console, admin: TestClient
) -> None:
    assert add(admin, "chen") == 303
    answer = console.browser().post("/sign-in", data={"username": "chen", "password": PASSWORD})
    assert answer.status_code == 303


def test_what_is_refused_is_said_on_the_page(admin: TestClient) -> None:
    sent = form(admin, username="weak", password="aaaaaaaaaaaaaa", role="reviewer")
    answer = admin.post("/admin/accounts", data=sent)
    assert answer.status_code == 422
    assert "密码过于简单" in answer.text
    assert "<b>weak</b>" not in answer.text


def test_a_disabled_account_is_signed_out_at_once(console: Console, admin: TestClient) -> None:
    browser = console.signed_in("sun", "reviewer")
    assert browser.get("/").status_code == 200
    sent = form(admin, change="disable")
    assert admin.post(f"/admin/accounts/{id_of(admin, 'sun')}", data=sent).status_code == 303
    assert browser.get("/").status_code == 303


def test_the_last_admin_can_not_be_demoted(admin: TestClient) -> None:
    sent = form(admin, change="role", value="reviewer")
    answer = admin.post(f"/admin/accounts/{id_of(admin, 'root')}", data=sent)
    assert answer.status_code == 409
    assert "唯一可用的管理员" in answer.text


def test_a_change_without_the_token_is_refused(admin: TestClient) -> None:
    answer = admin.post(f"/admin/accounts/{id_of(admin, 'root')}", data={"change": "enable"})
    assert answer.status_code == 403
