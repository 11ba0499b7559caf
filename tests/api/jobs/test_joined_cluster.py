"""Workers in processes of their own, joined to a scheduler by its address: as on many machines."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from api.jobs.settings import JobSettings
from api.jobs.source import page_source
from api.running.source import LazySource
from extractor.intake.opening import OpenedFile
from models.errors import ClusterLost
from tests.api.jobs.conftest import OpenFile, python_path

pytestmark = pytest.mark.cluster

Joined = Callable[..., tuple[str, list[subprocess.Popen[bytes]], subprocess.Popen[bytes]]]
PATIENCE = 90


@pytest.fixture
def joined(tmp_path: Path) -> Iterator[Joined]:
    """Starts a scheduler and so many workers by Dask's own commands; ends them."""
    started: list[subprocess.Popen[bytes]] = []

    def dask(*arguments: str) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PYTHONPATH": python_path(), "READER_SECONDS": "0.05"}
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments],
            env=environment,
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        started.append(process)
        return process

    def join(
        count: int, port: str = "0"
    ) -> tuple[str, list[subprocess.Popen[bytes]], subprocess.Popen[bytes]]:
        file = tmp_path / f"scheduler-{len(started)}.json"
        scheduler = dask(
            "scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard",
            "--scheduler-file", str(file),
        )  # fmt: skip
        deadline = monotonic() + PATIENCE
        while not file.exists():
            assert monotonic() < deadline
            sleep(0.1)
        sleep(0.2)
        import json

        address = json.loads(file.read_text())["address"]
        workers = [
            dask(
                "worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny",
                "--local-directory", str(tmp_path / f"worker-{len(started)}"),
            )
            for _ in range(count)
        ]  # fmt: skip
        return address, workers, scheduler

    yield join
    for process in started:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        process.wait()


def results_in(data: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(data)): path.read_bytes()
        for path in sorted((data / "pages").rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("count", [2, 4])
def test_workers_of_their_own_read_the_same_and_one_may_die(
    joined: Joined,
    doubles: None,
    settings: JobSettings,
    open_file: OpenFile,
    tmp_path: Path,
    count: int,
) -> None:
    files = [open_file("a.pdf", 24), open_file("b.pdf", 9)]
    with page_source(settings, tmp_path / "local") as pages:
        alone = pages.read("x", files)

    address, workers, _ = joined(count)
    far = settings.model_copy(update={"scheduler": address})
    killed = []

    def kill_one(done: int, _: int) -> None:
        if done >= 4 and not killed:
            os.kill(workers[0].pid, signal.SIGKILL)
            killed.append(workers[0].pid)

    with page_source(far, tmp_path / "joined") as pages:
        together = pages.read("x", files, kill_one)
    assert killed
    assert together.reading.pages == alone.reading.pages
    assert results_in(tmp_path / "joined") == results_in(tmp_path / "local")


def test_a_scheduler_that_is_killed_ends_the_reading_and_loses_nothing(
    joined: Joined, settings: JobSettings, open_file: OpenFile, tmp_path: Path
) -> None:
    address, _, scheduler = joined(1)
    far = settings.model_copy(update={"scheduler": address})
    file = open_file("a.pdf", 40)

    def kill(done: int, _: int) -> None:
        if done >= 8:
            scheduler.kill()

    with page_source(far, tmp_path / "data") as pages:
        with pytest.raises(ClusterLost, match="重新运行"):
            pages.read("x", [file], kill)
        assert _missing(pages.missing([file]), file)


def _missing(missing: int, file: OpenedFile) -> bool:
    return 0 < missing <= file.pages - 8


def test_a_service_goes_on_where_its_scheduler_is_started_anew(
    joined: Joined, doubles: None, settings: JobSettings, open_file: OpenFile, tmp_path: Path
) -> None:
    address, _, scheduler = joined(1)
    port = address.rpartition(":")[2]
    first, second = open_file("a.pdf", 24), open_file("b.pdf", 4)
    anew = []

    def start_anew(done: int, _: int) -> None:
        if done >= 8 and not anew:
            scheduler.kill()
            scheduler.wait()
            anew.append(joined(1, port))

    far = settings.model_copy(update={"scheduler": address})
    source = LazySource(far, tmp_path / "data", None)
    try:
        # In the middle of one submission, and between two.
        assert len(source.read("x", (first,), start_anew).reading.pages) == first.pages
        _, _, scheduler = anew[0]
        scheduler.kill()
        scheduler.wait()
        joined(1, port)
        assert len(source.read("y", (second,)).reading.pages) == second.pages
    finally:
        source.close()


def test_an_address_without_a_scheduler_is_told(
    settings: JobSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.jobs.cluster.PATIENCE", 1)
    nobody = settings.model_copy(update={"scheduler": "tcp://127.0.0.1:1"})
    with pytest.raises(ClusterLost, match="检查地址"), page_source(nobody, tmp_path):
        pass
