"""Large files over a line that breaks, in a real Chromium."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.api.pages.browsing import PATIENCE, Sitting
from tests.api.pages.conftest import SAMPLE

pytestmark = pytest.mark.browser

expect.set_options(timeout=PATIENCE)
PART = 8 << 20
"""Bytes that the page sends at once."""


@pytest.fixture
def large(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The sample in a zip of some 20 MB: what a system left in the folder makes it large."""
    path = tmp_path / "申报材料.zip"
    noise = random.Random(request.node.name).randbytes(5 * PART // 2)
    with zipfile.ZipFile(path, "w") as packed:
        for each in sorted(SAMPLE.iterdir()):
            packed.write(each, each.name)
        packed.writestr("Thumbs.db", noise)
    return path


class Line:
    """The line on which parts go: tells where each begins, and breaks when it is told to."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.breaks_at: list[int] = []
        self.broken = False

    def carry(self, route: Route) -> None:
        request = route.request
        if request.method != "PATCH":
            return route.fallback()
        offset = int(request.headers["upload-offset"])
        self.begun.append(offset)
        if self.broken or offset in self.breaks_at:
            self.breaks_at = [each for each in self.breaks_at if each != offset]
            return route.abort()
        return route.fallback()


def test_a_part_that_is_lost_is_sent_again_and_no_other(sit: Sitting, large: Path) -> None:
    desk, line = sit("zhang"), Line()
    line.breaks_at = [PART]
    desk.page.route("**/v1/uploads/**", line.carry)
    desk.upload(large)
    assert line.begun == [0, PART, PART, 2 * PART]
    assert desk.outcome("FIN-07") == "failed"


def test_a_page_that_was_closed_goes_on_where_it_stopped(sit: Sitting, large: Path) -> None:
    desk, line = sit("zhang"), Line()
    line.breaks_at = [PART]
    page = desk.page
    page.route("**/v1/uploads/**", line.carry)
    page.goto(f"{desk.address}/upload")
    page.set_input_files("#files", str(large))
    page.get_by_role("button", name="开始上传").click()
    expect(page.locator("#queue-rows")).to_contain_text("连接中断，正在续传")
    line.broken = True
    desk.photograph("upload-broken")
    page.reload()
    line.broken, line.begun = False, []
    desk.send(large)
    assert line.begun == [PART, 2 * PART]


def test_what_could_not_be_read_can_be_tried_again(sit: Sitting, tmp_path: Path) -> None:
    desk = sit("zhang")
    page = desk.page
    broken = tmp_path / "坏的扫描件.pdf"
    broken.write_bytes(b"%PDF-1.4 and no more")
    page.goto(f"{desk.address}/upload")
    page.set_input_files("#files", str(broken))
    page.get_by_role("button", name="开始上传").click()
    expect(page.locator(".notice.bad")).to_contain_text("坏的扫描件.pdf：PDF")
    with page.expect_response("**/readings") as tried:
        page.get_by_role("button", name="再识别一次").click()
    assert tried.value.status == 202
    expect(page.locator(".notice.bad")).to_contain_text("坏的扫描件.pdf：PDF")


def test_who_was_signed_out_meanwhile_is_told(sit: Sitting, large: Path) -> None:
    desk = sit("zhang")
    page = desk.page
    page.goto(f"{desk.address}/upload")
    page.set_input_files("#files", str(large))
    desk.context.clear_cookies()
    page.get_by_role("button", name="开始上传").click()
    expect(page.locator("#queue-rows")).to_contain_text("请重新登录")
