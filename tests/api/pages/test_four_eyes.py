"""A confirmation that needs a second person, in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.api.pages.browsing import PATIENCE, Desk, Sitting
from tests.api.pages.conftest import SAMPLE, staffed

pytestmark = pytest.mark.browser

expect.set_options(timeout=PATIENCE)
FILES = sorted(SAMPLE.iterdir())


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A service on which nobody confirms alone."""
    with staffed(tmp_path_factory.mktemp("data"), HEYAN_FOUR_EYES="true") as running:
        yield running


def confirm(desk: Desk, button: str) -> None:
    """Presses the button, and confirms in the dialog."""
    desk.page.locator("#case").get_by_role("button", name=button, exact=True).click()
    desk.page.locator("#confirm button.main").click()


def test_a_confirmation_counts_when_a_second_person_has_given_it(sit: Sitting) -> None:
    first, second = sit("zhang"), sit("li")
    address = first.upload(*FILES)
    first.page.get_by_role("button", name="领取复核").click()
    expect(first.page.get_by_role("button", name="退回补件")).to_be_visible()
    first.settled()
    first.page.get_by_role("button", name="确认", exact=True).click()
    expect(first.page.locator("#confirm")).to_contain_text("还须另一人确认")
    first.page.locator("#confirm button.main").click()
    expect(first.page.locator("#toasts")).to_contain_text("已确认，等待第二人确认")
    expect(first.page.locator("#case")).to_contain_text("待第二人确认")
    first.settled()
    first.photograph("awaiting-second")
    # Who has confirmed neither confirms again nor changes what was confirmed.
    expect(first.page.get_by_role("button", name="第二人确认")).to_have_count(0)
    expect(first.page.locator("[data-settle], [data-edit], [data-do=draw]")).to_have_count(0)

    second.page.goto(f"{second.address}/?review=second")
    expect(second.page.locator("tbody")).to_contain_text("待第二人确认")
    second.page.locator("tbody a.name").click()
    second.page.wait_for_url(address)
    second.settled()
    expect(second.page.locator("[data-settle], [data-edit]")).to_have_count(0)
    second.page.locator("#case").get_by_role("button", name="第二人确认").click()
    expect(second.page.locator("#confirm-title")).to_have_text("第二人确认")
    second.page.locator("#confirm button.main").click()
    expect(second.page.locator("#toasts")).to_contain_text("已确认")
    expect(second.page.locator("#case")).to_contain_text("已确认")
    second.page.get_by_role("tab", name="备注与经过").click()
    expect(second.page.locator("#pane-notes")).to_contain_text("第二人确认")
    expect(second.page.locator("#pane-notes")).to_contain_text("li同志")
    second.page.goto(f"{second.address}/?review=second")
    expect(second.page.locator("tbody")).to_contain_text("没有符合条件的申报")


def test_who_does_not_agree_takes_it_over_and_the_first_confirms_in_turn(sit: Sitting) -> None:
    first, second = sit("zhang"), sit("li")
    address = first.upload(*FILES)
    first.page.get_by_role("button", name="重新打开").click()
    expect(first.page.get_by_role("button", name="退回补件")).to_be_visible()
    first.settled()
    confirm(first, "确认")
    expect(first.page.locator("#case")).to_contain_text("待第二人确认")

    second.page.goto(address)
    second.settled()
    second.page.get_by_role("button", name="撤回确认").click()
    expect(second.page.locator("#case")).to_contain_text("复核人 li同志")
    second.settled()
    expect(second.page.locator("[data-settle]").first).to_be_attached()
    confirm(second, "确认")
    expect(second.page.locator("#case")).to_contain_text("待第二人确认")

    first.page.reload()
    first.settled()
    confirm(first, "第二人确认")
    expect(first.page.get_by_role("button", name="重新打开")).to_be_visible()
