import subprocess
import sys
from collections.abc import Iterator
from time import monotonic, sleep

import psutil
import pytest

from api.jobs.patience import IDLE_SECONDS, Patience


@pytest.fixture
def process() -> Iterator[subprocess.Popen[bytes]]:
    """A process that works for as long as it is left alone."""
    started = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    yield started
    started.kill()
    started.wait()


def over_after(patience: Patience, seconds: float) -> float | None:
    """When it was over; None where it was not within these seconds."""
    started = monotonic()
    while monotonic() - started < seconds:
        if patience.is_over():
            return monotonic() - started
        sleep(0.05)
    return None


def test_a_process_that_works_on_has_its_seconds_of_the_processor(
    process: subprocess.Popen[bytes],
) -> None:
    watched = psutil.Process(process.pid)
    patience = Patience(watched, 0.5, threads=1)
    before = sum(watched.cpu_times()[:2])
    assert over_after(patience, 60) is not None
    assert sum(watched.cpu_times()[:2]) - before >= 0.5


def test_a_process_that_does_nothing_is_given_up_once_its_time_is_over(
    process: subprocess.Popen[bytes],
) -> None:
    watched = psutil.Process(process.pid)
    watched.suspend()
    after = over_after(Patience(watched, 1.0, threads=1), 60)
    assert after is not None and 1.0 < after < 60
    assert over_after(Patience(watched, 1000.0, threads=1), IDLE_SECONDS + 1) is None
