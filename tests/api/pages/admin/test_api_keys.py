import re

from fastapi.testclient import TestClient

from tests.api.pages.conftest import Console, token_of


def test_a_key_is_shown_once_works_and_ends_when_revoked(
    console: Console, admin: TestClient
) -> None:
    page = admin.get("/admin/api-keys").text
    account = page.partition('<option value="')[2].partition('"')[0]
    sent = {"csrf_token": token_of(page), "account_id": account, "name": "对接", "days": "30"}
    shown = admin.post("/admin/api-keys", data=sent).text
    secret = shown.partition('<code id="secret">')[2].partition("<")[0]
    program = console.browser()
    program.headers["Authorization"] = f"Bearer {secret}"
    assert program.get("/v1/submissions").status_code == 200

    listed = admin.get("/admin/api-keys").text
    assert secret not in listed
    found = re.search(r'action="(/admin/api-keys/[0-9a-f]+/revocation)"', listed)
    assert found is not None
    assert admin.post(found[1], data=sent).status_code == 303
    assert program.get("/v1/submissions").status_code == 401
