"""A batch that is killed, at whatever moment, goes on where it was; nothing of it stays behind."""

import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pikepdf
import psutil
import pytest

from tests.api.batch.conftest import report_in
from tests.api.jobs.conftest import python_path

pytestmark = pytest.mark.cluster

HERE = Path(__file__).parent
PATIENCE = 120


def pdf(path: Path, pages: int) -> None:
    """A PDF of so many blank pages, no two files alike."""
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page(page_size=(595, 842))
    document.docinfo["/Title"] = path.name
    document.save(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, pages in (("短.pdf", 2), ("长.pdf", 30), ("damaged-2.pdf", 3)):
        pdf(folder / name, pages)
    return folder


Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(folder: Path, tmp_path: Path) -> Iterator[Start]:
    """Starts the batch as a process of its own; whatever is left of it is ended."""
    started: list[subprocess.Popen[str]] = []

    def begin(*arguments: str, seconds: str = "0") -> subprocess.Popen[str]:
        environment = {
            **os.environ,
            "PYTHONPATH": python_path(),
            "READER_LOG": str(tmp_path / "log"),
            "READER_SECONDS": seconds,
        }
        command = [
            sys.executable,
            str(HERE / "failing_batch.py"),
            str(folder),
            str(tmp_path / "out"),
        ]
        process = subprocess.Popen(
            [*command, *arguments], env=environment, text=True, stdout=subprocess.PIPE
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def read_pages(tmp_path: Path) -> Counter[tuple[str, str]]:
    log = tmp_path / "log"
    lines = log.read_text().splitlines() if log.exists() else []
    return Counter((line.split()[0], line.split()[1]) for line in lines)


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = monotonic() + PATIENCE
    while not condition():
        assert monotonic() < deadline, "it did not come to this"
        sleep(0.05)


def finished(process: subprocess.Popen[str]) -> str:
    out, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    return out


def summary_in(tmp_path: Path) -> dict[str, dict[str, object]]:
    summary = json.loads((tmp_path / "out/summary.json").read_text("utf-8"))
    return {row["name"]: row for row in summary["submissions"]}


def test_a_batch_that_is_killed_goes_on_where_it_was(start: Start, tmp_path: Path) -> None:
    first = start(seconds="0.2")
    wait_for(lambda: len(read_pages(tmp_path)) >= 12)
    family = psutil.Process(first.pid).children(recursive=True)
    os.kill(first.pid, signal.SIGKILL)
    _, alive = psutil.wait_procs(family, timeout=30)
    assert not alive, "processes were left behind"
    before = read_pages(tmp_path)
    kept = {
        (path.parent.name, path.name) for path in (tmp_path / "out/.heyan/pages").rglob("*.json.gz")
    }
    assert kept

    finished(start())
    again = read_pages(tmp_path) - before
    damaged = ("damaged-2.pdf", "2")
    assert sum(again.values()) - again[damaged] <= 34 - len(kept)
    rows = summary_in(tmp_path)
    assert {name: row["pages"] for name, row in rows.items()} == {"短": 2, "长": 30, "damaged-2": 3}
    assert not [each for each in (tmp_path / "out").rglob("*") if each.name.startswith(".report")]


def test_the_pages_that_failed_are_named_and_nothing_is_claimed_on_their_account(
    start: Start, tmp_path: Path
) -> None:
    finished(start())
    row = summary_in(tmp_path)["damaged-2"]
    assert row["problems"] == [
        {
            "class": "DAMAGED",
            "file": "damaged-2.pdf",
            "page": 2,
            "message": "第 2 页已损坏，请重新导出后提交。",
        }
    ]
    outcomes = {each["outcome"] for each in report_in(tmp_path / "out/damaged-2")["findings"]}
    assert "missing" not in outcomes and "failed" not in outcomes
    assert row["verdict"] == "needs_review"
    assert summary_in(tmp_path)["短"]["verdict"] == "inconsistent"


def test_a_second_run_reads_nothing_and_a_damaged_page_is_not_tried_again(
    start: Start, tmp_path: Path
) -> None:
    finished(start())
    before = read_pages(tmp_path)
    assert "processed 0" in finished(start())
    assert read_pages(tmp_path) == before


def test_a_page_that_crashed_is_tried_again_by_the_next_run(
    start: Start, folder: Path, tmp_path: Path
) -> None:
    pdf(folder / "crash-1.pdf", 2)
    finished(start())
    before = read_pages(tmp_path)
    assert "processed 1" in finished(start())
    again = read_pages(tmp_path) - before
    assert set(again) == {("crash-1.pdf", "1")}
