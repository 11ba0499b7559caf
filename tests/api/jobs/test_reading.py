import os
import signal
import threading
from collections import Counter
from dataclasses import replace
from pathlib import Path
from time import sleep

import psutil
import pytest

from api.jobs.cluster import CONFIGURATION
from api.jobs.results import MARK
from api.jobs.settings import JobSettings
from api.jobs.source import PageSource, page_source
from extractor.intake.opening import OpenedFile
from models.errors import Cancelled, EngineError, FileChanged, PageFailed, WeightsMissing
from tests.api.jobs.conftest import OpenFile

pytestmark = pytest.mark.cluster


def pages_in(log: Path, name: str) -> Counter[int]:
    """How often each page of the file was given to a reader."""
    lines = log.read_text().splitlines() if log.exists() else []
    return Counter(int(line.split()[1]) for line in lines if line.split()[0] == name)


def workers_of(log: Path, name: str) -> set[int]:
    """The processes of the workers that were given pages of the file."""
    lines = [line.split() for line in log.read_text().splitlines()]
    return {int(line[-1]) for line in lines if line[0] == name}


def test_every_page_is_read_in_order_and_keeps_its_picture(
    source: PageSource, open_file: OpenFile
) -> None:
    file = open_file("plain.pdf", 20)
    told: list[tuple[int, int]] = []
    read = source.read("plain", [file], lambda done, total: told.append((done, total)))
    assert [page.number for page in read.reading.pages] == list(range(1, 21))
    assert [page.text.split()[2] for page in read.reading.pages] == [str(n) for n in range(1, 21)]
    assert not read.problems
    assert told[-1] == (20, 20)
    picture = source.picture(file.sha256, 7)
    assert picture is not None and picture.read_bytes() == b"picture of page 7"


def test_what_was_read_is_not_read_again(
    source: PageSource, open_file: OpenFile, log: Path
) -> None:
    file = open_file("again.pdf", 5)
    first = source.read("a", [file])
    second = source.read("b", [replace(file, name="又一次.pdf")])
    assert pages_in(log, "again.pdf") == Counter(range(1, 6))
    assert not pages_in(log, "又一次.pdf")
    assert first.reading.pages == second.reading.pages
    assert source.missing([file]) == 0


def test_the_same_file_in_two_submissions_at_once_is_read_once(
    source: PageSource, open_file: OpenFile, log: Path
) -> None:
    file = open_file("shared.pdf", 12)
    read = []
    threads = [
        threading.Thread(target=lambda: read.append(source.read("x", [file]))) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert pages_in(log, "shared.pdf") == Counter(range(1, 13))
    assert [len(each.reading.pages) for each in read] == [12, 12, 12]


@pytest.mark.parametrize(
    ("fault", "class_", "tries"),
    [
        ("crash", "CRASH", 2),
        ("hang", "TIMEOUT", 2),
        ("hungry", "OOM", 2),
        ("surprise", "CRASH", 2),
        ("damaged", "DAMAGED", 1),
    ],
)
def test_a_page_that_fails_fails_alone(
    source: PageSource, open_file: OpenFile, log: Path, fault: str, class_: str, tries: int
) -> None:
    name = f"{fault}-2.pdf"
    read = source.read(fault, [open_file(name, 4)])
    [problem] = read.problems
    assert (problem.class_, problem.file, problem.page) == (class_, name, 2)
    assert "请" in problem.message
    assert [page.unread for page in read.reading.pages] == [False, True, False, False]
    assert pages_in(log, name)[2] == tries


def test_a_page_that_kills_its_worker_again_and_again_fails_alone(
    source: PageSource, open_file: OpenFile
) -> None:
    read = source.read("killer", [open_file("killer-3.pdf", 4)])
    assert [(each.class_, each.page) for each in read.problems] == [("CRASH", 3)]
    assert [page.unread for page in read.reading.pages] == [False, False, True, False]


def test_a_worker_that_is_killed_loses_nothing(
    source: PageSource, open_file: OpenFile, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = open_file("long.pdf", 40)
    done: list[int] = []
    killed = []

    def kill_a_worker(pages: int, _: int) -> None:
        done.append(pages)
        if pages >= 8 and not killed:
            killed.append(int(log.read_text().split()[-1]))
            os.kill(killed[0], signal.SIGKILL)

    read = source.read("long", [file], kill_a_worker)
    assert killed
    assert not read.problems
    assert len(read.reading.pages) == 40


def test_answers_that_die_with_their_workers_before_they_are_fetched_are_asked_for_again(
    source: PageSource, open_file: OpenFile, log: Path
) -> None:
    file = open_file("answered.pdf", 24)
    killed: set[int] = set()

    def kill_every_worker(pages: int, _: int) -> None:
        if not pages or killed:
            return
        while len(set(pages_in(log, file.name))) < file.pages:
            sleep(0.05)
        sleep(0.5)
        killed.update(workers_of(log, file.name))
        for worker in killed:
            os.kill(worker, signal.SIGKILL)
        sleep(0.5)

    read = source.read("answered", [file], kill_every_worker)
    assert killed
    assert not read.problems
    assert [page.unread for page in read.reading.pages] == [False] * 24


def test_another_worker_is_started_in_the_place_of_one_that_was_given_up(
    doubles: None,
    settings: JobSettings,
    open_file: OpenFile,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On a busy machine a worker that was killed may take longer to come back than it is given."""
    log = tmp_path / "log"
    monkeypatch.setenv("READER_LOG", str(log))
    monkeypatch.setitem(CONFIGURATION, "distributed.deploy.lost-worker-timeout", "100ms")
    monkeypatch.setattr("api.jobs.reading.LOST_AFTER", 30.0)
    file = open_file("given-up.pdf", 24)
    killed: set[int] = set()

    def kill_the_worker(pages: int, _: int) -> None:
        if pages and not killed:
            killed.update(workers_of(log, file.name))
            for worker in killed:
                os.kill(worker, signal.SIGKILL)

    with page_source(settings.model_copy(update={"workers": 1}), tmp_path / "data") as pages:
        read = pages.read("given up", [file], kill_the_worker)
    assert killed
    assert not read.problems


def test_a_file_that_is_written_to_while_it_is_read_is_refused(
    source: PageSource, open_file: OpenFile
) -> None:
    file = open_file("changing-1.pdf", 2)
    with pytest.raises(FileChanged, match="改动"):
        source.read("changing", [file])
    assert source.missing([file]) >= 1


def test_a_submission_of_which_no_page_can_be_read_has_the_class_of_its_fault(
    source: PageSource, open_file: OpenFile
) -> None:
    with pytest.raises(PageFailed) as failed:
        source.read("lost", [open_file("damaged-1.pdf", 1, salt="alone")])
    assert failed.value.problem == "DAMAGED"


def test_a_caller_that_cancels_does_not_wait_for_the_pages(
    source: PageSource, open_file: OpenFile
) -> None:
    cancelled = threading.Event()
    threading.Timer(0.5, cancelled.set).start()
    with pytest.raises(Cancelled):
        source.read("hang", [open_file("hang-1.pdf", 1, salt="cancelled")], cancelled=cancelled)


def test_a_short_submission_does_not_wait_behind_a_long_one(
    doubles: None,
    settings: JobSettings,
    open_file: OpenFile,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("READER_SECONDS", "0.1")
    monkeypatch.setenv("READER_LOG", str(tmp_path / "log"))
    one_worker = settings.model_copy(update={"workers": 1})
    with page_source(one_worker, tmp_path / "data") as pages:
        long = threading.Thread(target=lambda: pages.read("long", [open_file("long.pdf", 64)]))
        long.start()
        while not pages_in(tmp_path / "log", "long.pdf"):
            sleep(0.05)
        pages.read("short", [open_file("short.pdf", 3)])
        assert long.is_alive()
        assert len(pages_in(tmp_path / "log", "long.pdf")) < 40
        long.join()


def test_without_weights_the_caller_is_told_what_to_do(
    doubles: None, settings: JobSettings, open_file: OpenFile, tmp_path: Path
) -> None:
    without = settings.model_copy(
        update={"reader": "failing_reader:reader_without_weights", "workers": 1}
    )
    with (
        page_source(without, tmp_path / "data") as pages,
        pytest.raises(WeightsMissing, match="heyan weights"),
    ):
        pages.read("x", [open_file("x.pdf", 1)])


def test_a_reading_process_that_is_killed_while_it_starts_is_started_again(
    doubles: None,
    settings: JobSettings,
    open_file: OpenFile,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("READER_LOG", str(tmp_path / "log"))
    killed = settings.model_copy(
        update={"reader": "failing_reader:reader_killed_at_first", "workers": 1}
    )
    with page_source(killed, tmp_path / "data") as pages:
        assert not pages.read("x", [open_file("x.pdf", 2)]).problems


def test_a_worker_that_does_not_share_the_folders_is_sent_the_file(
    doubles: None,
    settings: JobSettings,
    open_file: OpenFile,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A path through /proc/self/cwd leads elsewhere in a process that runs in another folder."""
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    file = open_file("sent.pdf", 3, folder=here)
    monkeypatch.chdir(there)
    with page_source(settings, Path("/proc/self/cwd/data")) as pages:
        (there / "data" / MARK).unlink()
        monkeypatch.chdir(here)
        unseen = OpenedFile(
            Path("/proc/self/cwd/sent.pdf"), file.name, file.sha256, file.media_type, file.pages
        )
        read = pages.read("sent", [unseen])
        assert [page.text[:8] for page in read.reading.pages] == [file.sha256[:8]] * 3
        assert pages.missing([unseen]) == 0
    assert len(list((here / "data").rglob("*.json.gz"))) == 3
    assert not list(there.rglob("*.json.gz"))


def test_a_folder_that_only_seems_to_be_shared_is_told(
    doubles: None,
    settings: JobSettings,
    open_file: OpenFile,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    monkeypatch.setattr("api.jobs.shard_cluster.SEEN_WITHIN", 0.5)
    monkeypatch.chdir(there)
    with page_source(settings, Path("/proc/self/cwd/data")) as pages:
        monkeypatch.chdir(here)
        with pytest.raises(EngineError, match="同一个"):
            pages.read("x", [open_file("x.pdf", 3)])


def test_closing_leaves_no_process_behind(
    doubles: None, settings: JobSettings, open_file: OpenFile, tmp_path: Path
) -> None:
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    with page_source(settings, tmp_path / "data") as pages:
        pages.read("x", [open_file("x.pdf", 4)])
        during = psutil.Process().children(recursive=True)
    _, alive = psutil.wait_procs([each for each in during if each.pid not in before], timeout=10)
    assert not [each for each in alive if "resource_tracker" not in " ".join(each.cmdline())]
