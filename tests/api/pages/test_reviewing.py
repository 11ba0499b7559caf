"""The console in a real Chromium: what a reviewer does with one submission, mostly by keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import openpyxl
import pytest
from playwright.sync_api import Route, expect

from tests.api.pages.browsing import PATIENCE, Desk, Sitting
from tests.api.pages.conftest import SAMPLE

pytestmark = pytest.mark.browser

expect.set_options(timeout=PATIENCE)
FILES = sorted(SAMPLE.iterdir())


def test_a_reviewer_goes_through_the_sample_by_keyboard(sit: Sitting, tmp_path: Path) -> None:
    desk = sit("zhang")
    desk.upload(*FILES)
    page = desk.page
    assert desk.chosen_rule() == "FIN-07"
    desk.photograph("review")
    page.get_by_role("button", name="领取复核").click()
    expect(page.get_by_role("button", name="退回补件")).to_be_visible()
    desk.settled()

    seen = []
    for _ in range(3):
        desk.press("n")
        seen.append(desk.chosen_rule())
    assert seen == ["FIN-01", "FIN-02", "TAX-05"]
    desk.press("p", "p", "p")
    assert desk.chosen_rule() == "FIN-07"

    desk.press("e")
    expect(page.locator(".editing input")).to_be_focused()
    page.keyboard.type("4OO人么")
    expect(page.locator(".editing input")).to_have_attribute("aria-invalid", "true")
    desk.photograph("editing-refused")
    page.locator(".editing input").fill("400")
    expect(page.locator(".editing [role=status]")).to_contain_text("理解为：400")
    desk.photograph("editing")
    desk.press("Enter")
    expect(page.locator("#toasts")).to_contain_text("FIN-07：不一致 → 一致")
    assert desk.outcome("FIN-07") == "passed"
    desk.photograph("changed")

    desk.press("3")
    expect(page.locator("#finding-FIN-01")).to_be_focused()
    desk.press("Enter")
    expect(page.locator("#finding-FIN-01")).to_have_attribute("data-resolution", "returned")
    expect(page.locator("#finding-FIN-02")).to_be_focused()
    desk.press("x")
    page.keyboard.type("已向申报单位核实")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.locator("#finding-FIN-02")).to_have_attribute("data-resolution", "accepted")

    page.get_by_role("button", name="确认", exact=True).click()
    expect(page.locator("[data-confirm-left]")).to_contain_text("没有处理")
    page.locator("#confirm button.main").click()
    expect(page.get_by_role("button", name="重新打开")).to_be_visible()
    desk.settled()

    page.get_by_role("button", name="导出").click()
    with page.expect_download() as sheet:
        page.get_by_role("link", name="汇总表（Excel）").click()
    sheet.value.save_as(tmp_path / "sheet.xlsx")
    assert openpyxl.load_workbook(tmp_path / "sheet.xlsx").worksheets
    with page.expect_download() as opinion:
        page.get_by_role("link", name="核查意见（Word）").click()
    opinion.value.save_as(tmp_path / "opinion.docx")
    written = docx.Document(str(tmp_path / "opinion.docx"))
    cells = [cell.text for table in written.tables for row in table.rows for cell in row.cells]
    assert any("武汉锐维信息技术股份有限公司" in cell for cell in cells)


def test_two_people_saving_one_value_see_each_other(sit: Sitting) -> None:
    first, second = sit("zhang"), sit("li")
    address = first.upload(*FILES)
    reopen(first)
    second.page.goto(address)
    second.settled()
    for desk in (first, second):
        desk.page.get_by_role("tab", name="字段").click()
        desk.page.locator("[data-sieve=all]").click()
        desk.page.locator("[data-field='business_licence-1/business_licence.name'] .label").click()
        desk.press("e")
    first.page.locator(".editing input").fill("武汉锐维甲公司")
    second.page.locator(".editing input").fill("武汉锐维乙公司")
    first.press("Enter")
    expect(first.page.locator(".field-row.chosen .value")).to_have_text("武汉锐维甲公司")
    second.press("Enter")
    dialog = second.page.locator("#conflict")
    expect(dialog).to_contain_text("武汉锐维甲公司")
    expect(dialog).to_contain_text("zhang同志")
    second.photograph("conflict")
    second.page.get_by_role("button", name="用我的值覆盖").click()
    expect(second.page.locator(".field-row.chosen .value")).to_have_text("武汉锐维乙公司")


def test_a_page_of_another_kind_changes_what_is_found(sit: Sitting) -> None:
    desk = sit("zhang")
    desk.upload(*FILES)
    reopen(desk)
    page = desk.page
    assert desk.outcome("M-11") == "passed"
    page.locator(".thumb[data-kind=credit_report]").click()
    desk.press("c")
    page.get_by_label("材料类别").select_option("other")
    page.locator("#page-form button.main").click()
    expect(page.locator("#finding-M-11")).to_have_attribute("data-outcome", "missing")
    expect(page.locator("#toasts")).to_contain_text("M-11：一致 → 缺失")
    desk.photograph("page-changed")


def test_a_page_that_was_turned_stays_turned_for_everybody(sit: Sitting) -> None:
    first, second = sit("zhang"), sit("li")
    address = first.upload(*FILES)
    reopen(first)
    page = first.page
    page.locator("#finding-FIN-01 .headline").click()
    first.settled()
    first.press("r")
    expect(page.locator("#toasts")).to_contain_text("方向已保存")
    turned = page.locator('.thumb[data-turns="1"]')
    expect(turned).to_have_count(1)
    number = turned.get_attribute("data-number")
    first.photograph("turned")

    second.page.goto(address)
    second.settled()
    second.page.locator(f'.thumb[data-number="{number}"]').first.click()
    expect(second.page.locator(".sheet")).to_have_attribute("style", re.compile(r"rotate\(90deg\)"))
    second.page.locator("#finding-FIN-01 .headline").click()
    crop = second.page.locator("#finding-FIN-01 .crop image[transform*='rotate(90)']")
    expect(crop.first).to_be_visible()
    second.press("r", "r", "r")
    expect(second.page.locator("#toasts")).to_contain_text("方向已保存")
    expect(second.page.locator('.thumb[data-turns="0"]')).not_to_have_count(0)
    expect(second.page.locator('.thumb[data-turns="1"]')).to_have_count(0)

    # The first has the page as it was before: told, and shown how it lies now.
    first.press("r")
    expect(page.locator("#toasts")).to_contain_text("li同志已先调整了这一页")
    expect(page.locator('.thumb[data-turns="0"]')).not_to_have_count(0)
    expect(page.locator(".sheet")).to_have_attribute("style", re.compile(r"rotate\(0deg\)"))


def test_a_finding_about_the_contents_shows_the_contents_page(sit: Sitting) -> None:
    desk = sit("zhang")
    desk.upload(*FILES)
    page = desk.page
    page.locator("#finding-M-15 .headline").click()
    shown = page.locator("#finding-M-15 .whole .crop image")
    expect(shown).to_have_count(1)
    expect(page.locator("#finding-M-15 figcaption")).to_contain_text("第 2 页")
    expect(page.locator("#where")).to_contain_text("2 /")
    desk.settled()
    desk.photograph("contents")


def test_a_value_that_was_not_read_is_entered_not_accepted(sit: Sitting) -> None:
    desk = sit("zhang")
    desk.upload(*FILES)
    reopen(desk)
    page = desk.page
    page.get_by_role("tab", name="字段").click()
    unread = page.locator('.field-row[data-status="unreadable"][data-unresolved="yes"]').first
    unread.locator(".label").click()
    # It stands in the Word form: that is what is shown, not the page looked at before.
    expect(page.locator(".no-picture")).to_contain_text("Word 文件没有页面图像")
    expect(unread.locator("[data-accept]")).to_have_count(0)
    desk.press("Enter")
    expect(page.locator("#toasts")).to_contain_text("请按 e 照原件录入")
    desk.press("e")
    expect(unread.locator(".editing input")).to_be_focused()
    desk.press("Escape")


def test_a_table_is_edited_where_it_can_be_seen(sit: Sitting) -> None:
    desk = sit("zhang")
    desk.upload(*FILES)
    reopen(desk)
    page = desk.page
    page.get_by_role("tab", name="字段").click()
    page.locator("[data-sieve=all]").click()
    row = page.locator("[data-field='tax_certificate-1/tax_certificate.items']")
    row.locator(".label").click()
    expect(row.locator(".mini td.number").first).to_have_text("699,685.34")
    desk.press("e")
    expect(row.locator(".editing input").first).to_be_focused()
    expect(row.locator(".editing input").first).to_be_in_viewport()
    expect(row.locator(".more > .mini")).to_be_hidden()
    desk.photograph("editing-table")
    desk.press("Escape")


def test_who_goes_on_while_the_lists_are_fetched_stays_there(sit: Sitting) -> None:
    desk = sit("zhang")
    desk.upload(*FILES)
    reopen(desk)
    page = desk.page
    page.get_by_role("tab", name="字段").click()
    page.locator("[data-sieve=all]").click()
    first, second = (
        page.locator(f"[data-field='business_licence-1/business_licence.{name}']")
        for name in ("name", "address")
    )
    first.locator(".label").click()
    desk.press("e")
    expect(first.locator(".editing input")).to_be_focused()
    held: list[Route] = []
    page.route("**/parts", lambda route: held.append(route))
    with page.expect_request("**/parts"):
        desk.press("Escape")
    second.locator(".label").click()
    held[0].continue_()
    expect(first.locator(".editing")).to_have_count(0)
    expect(page.locator(".field-row.chosen")).to_have_attribute(
        "data-key", "business_licence.address"
    )


def test_boxes_and_fields_find_each_other(sit: Sitting) -> None:
    desk = sit("zhang")
    desk.upload(*FILES)
    page = desk.page
    page.locator("[data-do=wide]").click()
    box = page.locator(".mark-box[data-field='application_form-1/application_form.rd_staff']")
    box.dispatch_event("click")
    chosen = page.locator(".field-row.chosen")
    expect(chosen).to_have_attribute("data-key", "application_form.rd_staff")
    expect(page.locator("#tab-fields")).to_have_attribute("aria-selected", "true")
    expect(chosen.locator(".crop svg image")).to_have_count(1)
    marked = page.locator(".mark-box.chosen").bounding_box()
    stage = page.locator("#stage").bounding_box()
    assert marked is not None and stage is not None
    assert stage["x"] <= marked["x"]
    assert marked["x"] + marked["width"] <= stage["x"] + stage["width"]
    before = page.inner_text("#scale")
    desk.press("+")
    expect(page.locator("#scale")).not_to_have_text(before)
    desk.press("r")
    expect(page.locator(".sheet")).to_have_attribute("style", re.compile(r"rotate\(90deg\)"))


def reopen(desk: Desk) -> None:
    """Makes sure values can be changed, whatever an earlier test decided."""
    button = desk.page.get_by_role("button", name="重新打开")
    if button.count():
        button.click()
        expect(desk.page.get_by_role("button", name="退回补件")).to_be_visible()
        desk.settled()


def test_who_was_signed_out_meanwhile_is_told(sit: Sitting) -> None:
    desk = sit("zhang")
    desk.upload(*FILES)
    page = desk.page
    page.locator("[data-sieve=all]").click()
    desk.context.clear_cookies()
    page.locator('.finding[data-outcome="passed"] .headline').first.click()
    expect(page.locator("#toasts")).to_contain_text("登录已过期")
    expect(page.locator(".finding.chosen")).not_to_contain_text("用户名")
