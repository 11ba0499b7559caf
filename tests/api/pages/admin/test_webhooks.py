from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.api.pages.browsing import PATIENCE, Sitting

pytestmark = pytest.mark.browser

expect.set_options(timeout=PATIENCE)


def test_what_an_address_is_told_of_is_chosen_in_words(sit: Sitting) -> None:
    desk = sit("root")
    page = desk.page
    page.goto(f"{desk.address}/admin/webhooks")
    page.get_by_label("网址（Webhook）").fill("https://8.8.8.8/heyan")
    page.get_by_label("识别失败").check()
    page.get_by_label("复核有决定").check()
    page.get_by_role("button", name="添加").click()
    expect(page.locator("#webhook-secret")).to_contain_text("whsec_")
    page.reload()
    expect(page.locator("tbody")).to_contain_text("识别失败、复核有决定")
