"""A submission returned, handed in again, and compared with the time before, in a real Chromium."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.api.pages.browsing import PATIENCE, Sitting
from tests.api.pages.conftest import SAMPLE

pytestmark = pytest.mark.browser

expect.set_options(timeout=PATIENCE)
FIRST = sorted(SAMPLE.iterdir())
SECOND = sorted((SAMPLE.parent / "lookalikes").iterdir())


def test_what_was_returned_is_handed_in_again_and_compared(sit: Sitting) -> None:
    desk = sit("zhang")
    page = desk.page
    page.goto(f"{desk.address}/upload")
    page.get_by_label("市州").select_option("武汉")
    returned = desk.send(*FIRST)
    page.get_by_role("button", name="领取复核").click()
    expect(page.get_by_role("button", name="退回补件")).to_be_visible()
    desk.settled()
    desk.press("n")
    title = page.locator(".finding.chosen").get_attribute("data-title") or "—"
    desk.press("Enter")
    expect(page.locator(".finding[data-resolution=returned]")).to_have_count(1)

    page.get_by_role("button", name="退回补件").click()
    reasons = page.get_by_label("退回理由（必填）").input_value()
    assert reasons.startswith(f"1. {title}：")
    page.get_by_role("button", name="退回", exact=True).click()
    expect(page.locator("#toasts")).to_contain_text("已退回补件")
    expect(page.locator("#case")).to_contain_text("退回补件")
    desk.settled()

    page.get_by_role("link", name="上传补件").click()
    expect(page.locator(".notice")).to_contain_text("的补件上传")
    expect(page.get_by_label("市州")).to_have_value("武汉")
    again = desk.send(*SECOND)
    assert again != returned
    page.get_by_role("link", name="与上次提交比较").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("与上次提交比较")
    expect(page.locator("main")).to_contain_text("上次提交")
    assert page.locator("table.diff tbody tr").count() > 0
    desk.photograph("resubmitted")

    page.goto(desk.address)
    expect(page.locator("tbody tr", has_text="补件").first).to_be_visible()
    page.goto(returned)
    desk.settled()
    page.get_by_role("link", name="查看补件").click()
    page.wait_for_url(again)


def test_the_same_files_are_no_resubmission(sit: Sitting) -> None:
    desk = sit("zhang")
    returned = desk.upload(*FIRST)
    page = desk.page
    page.goto(f"{desk.address}/upload?supersedes={returned.rpartition('/')[2]}")
    assert desk.send(*FIRST) == returned
    expect(page.locator("#toasts")).to_contain_text("以前已上传过，不算补件")
