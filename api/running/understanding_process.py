"""A process that understands readings: it works for seconds, and the service goes on answering."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock

from api.running.blobs import packed, unpacked_reading
from api.running.manners import step_back
from api.running.understanding import understood
from extractor.child_processes import child_processes
from extractor.garbage import collect_seldom
from extractor.programmes.programme import load_programme
from models.errors import EngineError
from models.report import Report
from models.review import Review


@dataclass(frozen=True)
class Task:
    """A reading in its file, and what people changed."""

    reading: Path
    programme: str
    submitted_on: date | None
    review: Review


@dataclass(frozen=True)
class Made:
    """What the process gives back."""

    submission: bytes
    """Packed, as it is kept."""
    report: bytes
    """report.json."""


class UnderstandingProcess:
    """Understands one reading after the other; the process starts with the first."""

    def __init__(self) -> None:
        self._process: ProcessPoolExecutor | None = None
        self._lock = Lock()

    def understand(self, task: Task) -> tuple[bytes, Report]:
        """The submission as it is kept, and the report; raises EngineError where it crashes."""
        try:
            made = self._started().submit(understand, task).result()
        except BrokenProcessPool:
            self.close()
            raise EngineError("处理识别结果的进程意外退出，请重试") from None
        return made.submission, Report.model_validate_json(made.report)

    def _started(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._process is None:
                self._process = child_processes(1, _prepare)
            return self._process

    def close(self) -> None:
        """Ends the process."""
        with self._lock:
            if self._process is not None:
                self._process.shutdown(wait=False, cancel_futures=True)
                self._process = None


def _prepare() -> None:
    step_back()
    collect_seldom()


def understand(task: Task) -> Made:
    """The reading understood and verified."""
    reading = unpacked_reading(task.reading.read_bytes())
    programme = load_programme(task.programme)
    result = understood(reading, programme, task.submitted_on, task.review)
    report = result.report.model_dump_json(by_alias=True).encode()
    return Made(packed(result.submission), report)
