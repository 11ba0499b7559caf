"""Every page of the console for people who don't see, or use no mouse: axe-core in Chromium."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.api.pages.browsing import SIZES, Desk, Sitting
from tests.api.pages.conftest import SAMPLE

pytestmark = pytest.mark.browser

PAGES = {
    "list": "/",
    "upload": "/upload",
    "rules": "/rules",
    "audit": "/audit",
    "batches": "/batches",
    "accounts": "/admin/accounts",
    "api-keys": "/admin/api-keys",
    "webhooks": "/admin/webhooks",
    "a107012": "{review}/a107012",
    "compare": "{review}/compare",
    "print": "{review}/print",
}


def faults(page: Page) -> list[str]:
    """What axe-core finds serious or critical."""
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:160]} ({len(each['nodes'])})"
        for each in found
        if each["impact"] in ("serious", "critical")
    ]


def test_no_page_has_a_serious_fault(sit: Sitting) -> None:
    desk = sit("root")
    review = urlsplit(desk.upload(*sorted(SAMPLE.iterdir()))).path
    found = {"review": faults(desk.page)}
    for pane in ("字段", "备注与经过"):
        desk.page.get_by_role("tab", name=pane).click()
        found[pane] = faults(desk.page)
    desk.press("?")
    found["help"] = faults(desk.page)
    for name, address in PAGES.items():
        desk.page.goto(desk.address + address.format(review=review))
        desk.page.wait_for_load_state()
        found[name] = faults(desk.page)
        desk.photograph(name)
    desk.page.get_by_role("button", name="退出").click()
    found["door"] = faults(desk.page)
    assert {name: each for name, each in found.items() if each} == {}


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_no_page_is_wider_than_the_window(sit: Sitting, size: tuple[int, int]) -> None:
    desk = sit("root", size)
    review = urlsplit(desk.upload(*sorted(SAMPLE.iterdir()))).path
    desk.photograph("review")
    too_wide = [] if fits(desk) else ["review"]
    for name, address in PAGES.items():
        desk.page.goto(desk.address + address.format(review=review))
        if not fits(desk):
            too_wide.append(name)
        desk.photograph(name)
    assert too_wide == []


def fits(desk: Desk) -> bool:
    """Whether the page needs no scrolling sideways."""
    return bool(
        desk.page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        )
    )
