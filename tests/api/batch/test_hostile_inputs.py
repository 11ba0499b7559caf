"""A folder of inputs that are broken or meant to break, through the real engine."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from api.batch.entry import Row
from api.batch.order import BatchOrder
from api.batch.running import run_batch
from api.batch.summing_up import sum_up
from api.jobs.settings import JobSettings
from tests.api.batch.hostile_inputs import HOSTILE, READ, Hostile, make_all

pytestmark = pytest.mark.ocr


@dataclass(frozen=True)
class Ran:
    rows: dict[str, Row]
    out: Path
    left_behind: list[psutil.Process]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ran]:
    folder = tmp_path_factory.mktemp("hostile")
    make_all(folder / "in")
    before = {each.pid for each in psutil.Process().children(recursive=True)}
    order = BatchOrder(folder / "in", folder / "out")
    done = run_batch(order, JobSettings(workers=2, page_seconds=60))
    sum_up(order.out, done.rows, "")
    children = psutil.Process().children(recursive=True)
    left = [
        each
        for each in children
        if each.pid not in before and "resource_tracker" not in " ".join(each.cmdline())
    ]
    yield Ran({row.name: row for row in done.rows}, order.out, left)


def test_the_batch_ends_with_every_input_in_its_table(ran: Ran) -> None:
    assert len(ran.rows) == len(HOSTILE) >= 60
    assert (ran.out / "summary.json").is_file()


@pytest.mark.parametrize("each", HOSTILE, ids=lambda each: each.name)
def test_each_is_named_with_its_class_and_what_to_do(ran: Ran, each: Hostile) -> None:
    stem = each.name.rsplit(".", 1)[0]
    row = ran.rows.get(stem) or ran.rows[each.name]
    told = {problem.class_ for problem in row.problems} or {READ}
    assert told <= each.classes
    assert (row.verdict is None) == (bool(row.problems) and row.pages == 0)
    for problem in row.problems:
        assert "请" in problem.message and "程序出错（" not in problem.message


def test_no_process_is_left_behind(ran: Ran) -> None:
    assert not ran.left_behind


def test_nothing_was_written_outside(ran: Ran) -> None:
    assert not Path("/tmp/heyan-escaped.pdf").exists()
    assert not Path("/etc/heyan-escaped.pdf").exists()
    inside = {each.name for each in ran.out.iterdir()}
    assert inside <= {".heyan", "summary.json", "summary.xlsx", "overview.html", *ran.rows}


def test_no_secret_of_the_machine_is_in_a_report(ran: Ran) -> None:
    secret = Path("/etc/passwd").read_text().splitlines()[0]
    for path in ran.out.rglob("report.json"):
        assert secret not in path.read_text("utf-8")
    assert os.environ.get("HOME", "/nowhere") not in (ran.out / "summary.json").read_text("utf-8")
