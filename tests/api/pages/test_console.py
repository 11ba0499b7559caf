import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.pages import frame, wording
from api.pages.rendering import STATIC, static_address
from tests.api.pages.conftest import ROOT

PAGES = (
    "/",
    "/upload",
    "/rules",
    "/audit",
    "/batches",
    "/admin/accounts",
    "/admin/api-keys",
    "/admin/webhooks",
    "/submissions/{id}",
    "/submissions/{id}/parts",
    "/submissions/{id}/item?finding=FIN-01",
    "/submissions/{id}/a107012",
    "/submissions/{id}/compare",
    "/submissions/{id}/print",
)
TEMPLATES = sorted((ROOT / "api" / "templates").rglob("*.j2"))
SCRIPTS = sorted(STATIC.rglob("*.js"))
MOST_LINES = 260


@pytest.mark.parametrize("address", PAGES)
def test_every_page_opens_for_an_admin(admin: TestClient, submission: str, address: str) -> None:
    answer = admin.get(address.format(id=submission))
    assert answer.status_code == 200, answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_nothing_inline_and_nothing_from_elsewhere(
    admin: TestClient, submission: str, address: str
) -> None:
    page = admin.get(address.format(id=submission)).text
    assert not re.search(r"<script(?![^>]*\ssrc=)", page)
    assert not re.search(r"<[^>]+\s(style|on\w+)=", page)
    assert not re.search(r'(src|href)="(https?:)?//', page)


def test_a_mistyped_address_is_told_in_words_and_programs_get_theirs(admin: TestClient) -> None:
    page = admin.get("/nowhere", headers={"Accept": "text/html"})
    assert (page.status_code, "没有这个页面" in page.text) == (404, True)
    assert page.headers["Content-Type"].startswith("text/html")
    for address in ("/nowhere", "/v1/nowhere"):
        answer = admin.get(address, headers={"Accept": "application/json"})
        assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("address", ["/audit", "/admin/accounts", "/admin/api-keys"])
def test_a_reviewer_is_kept_from_pages_of_others(reviewer: TestClient, address: str) -> None:
    answer = reviewer.get(address)
    assert answer.status_code == 403
    assert "没有这项权限" in answer.text


def test_static_files_are_kept_and_change_their_address(admin: TestClient) -> None:
    answer = admin.get(f"{static_address()}/js/review.js")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_short_and_says_what_it_is(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= MOST_LINES
    assert lines[0].startswith("// ")


def test_every_icon_that_is_used_is_drawn() -> None:
    drawn = set(re.findall(r'<symbol id="(\w+)"', (STATIC / "icons.svg").read_text()))
    texts = [path.read_text(encoding="utf-8") for path in (*TEMPLATES, *SCRIPTS)]
    used = {name for text in texts for name in re.findall(r"""\bicon\(['"](\w+)['"]""", text)}
    used |= {each.icon for each in frame.ADMIN_PAGES}
    for icons in (
        wording.OUTCOME_ICONS,
        wording.STATUS_ICONS,
        wording.VERDICT_ICONS,
        wording.REVIEW_ICONS,
        wording.PROCESSING_ICONS,
    ):
        used |= set(icons.values())
    assert used <= drawn


def test_every_imported_script_exists() -> None:
    for path in SCRIPTS:
        for name in re.findall(r'from "\./([\w.]+)"', path.read_text(encoding="utf-8")):
            assert (path.parent / name).is_file(), f"{path.name} imports {name}"
