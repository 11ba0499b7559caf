"""What the browser tests share: a real server, a real Chromium, and nothing leaves the machine."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from playwright.sync_api import Browser, BrowserContext, Page, Route

ROOT = Path(__file__).parents[3]
SCREENSHOTS = ROOT / "out" / "screenshots"
PATIENCE = 60_000
"""Milliseconds before a test gives up: a busy machine is not a wrong console."""
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SIZES = {"1366": (1366, 768), "1920": (1920, 1080)}


@contextmanager
def serving(data: Path, **variables: str) -> Iterator[str]:
    """The address of ``heyan serve`` in a process of its own, with the recorded engine."""
    command = "from api.cli import main; main()"
    arguments = ("serve", "--port", "0", "--data", str(data), "--engine", "recorded")
    log = data / "serve.log"
    with log.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-c", command, *arguments],
            stdout=subprocess.PIPE,
            stderr=errors,
            cwd=ROOT,
            env={**os.environ, **variables},
            text=True,
        )
    assert process.stdout is not None
    try:
        for line in process.stdout:
            if "http://" in line:
                address = "http://" + line.partition("http://")[2].partition("（")[0].strip()
                answered(address)
                yield address
                break
        else:
            raise AssertionError(log.read_text())
    finally:
        process.terminate()
        process.wait(60)
        process.stdout.close()


def answered(address: str) -> None:
    """Waits until the server takes connections."""
    until = time.monotonic() + PATIENCE / 1000
    while True:
        try:
            with urlopen(f"{address}/health/live"):
                return
        except URLError:
            assert time.monotonic() < until, "the server does not answer"
            time.sleep(0.1)


class Desk:
    """A person's browser at the console; whatever would leave the machine is stopped and noted."""

    def __init__(self, browser: Browser, address: str, size: tuple[int, int] = SIZES["1366"]):
        self.address = address
        self.left: list[str] = []
        self.faults: list[str] = []
        self.context: BrowserContext = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            locale="zh-CN",
            accept_downloads=True,
        )
        self.context.set_default_timeout(PATIENCE)
        self.context.route("**/*", self._let_through)
        self.page: Page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on(
            "console",
            lambda said: self.faults.append(said.text) if "Content Security" in said.text else None,
        )

    def _let_through(self, route: Route) -> None:
        if urlsplit(route.request.url).netloc == urlsplit(self.address).netloc:
            route.continue_()
        else:
            self.left.append(route.request.url)
            route.abort()

    def sign_in(self, username: str, password: str) -> None:
        """Through the door, to the list."""
        self.page.goto(f"{self.address}/sign-in")
        self.page.get_by_label("用户名").fill(username)
        self.page.get_by_label("密码").fill(password)
        self.page.get_by_role("button", name="登录", exact=True).click()
        self.page.wait_for_url(f"{self.address}/")

    def upload(self, *files: Path) -> str:
        """The address of the review page of what was uploaded, once it is there."""
        self.page.goto(f"{self.address}/upload")
        return self.send(*files)

    def send(self, *files: Path) -> str:
        """The same, from the upload page that is open."""
        self.page.set_input_files("#files", [str(path) for path in files])
        self.page.get_by_role("button", name="开始上传").click()
        self.page.wait_for_url("**/submissions/*")
        self.settled()
        return self.page.url

    def settled(self) -> None:
        """Waits for the review page with a finding chosen and its page drawn."""
        self.page.wait_for_selector(".finding.chosen, .notice.bad")
        assert self.page.locator(".notice.bad").count() == 0, self.page.inner_text("main")
        self.page.wait_for_function(
            "() => document.querySelector('.sheet img')?.naturalWidth > 0 && "
            "!document.querySelector('.sheet.gliding')?.getAnimations().length"
        )

    def press(self, *keys: str) -> None:
        """Keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def chosen_rule(self) -> str | None:
        """The rule of the finding that is chosen."""
        return self.page.evaluate("document.querySelector('.finding.chosen')?.dataset.rule ?? null")

    def outcome(self, rule: str) -> str | None:
        """What the rule says on the page."""
        return self.page.get_attribute(f"#finding-{rule}", "data-outcome")

    def photograph(self, name: str) -> None:
        """A screenshot among the artefacts."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        width = self.page.viewport_size["width"] if self.page.viewport_size else 0
        self.page.screenshot(path=str(SCREENSHOTS / f"{name}-{width}.png"))

    def close(self) -> None:
        """Ends the session; fails where anything left the machine or a script broke."""
        self.context.close()
        assert self.left == []
        assert self.faults == []


Sitting = Callable[..., Desk]
"""Called with a username and, where it matters, the size of the window."""
