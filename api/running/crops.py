"""A box that a person drew is read again, in a process of its own."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Lock

from extractor.child_processes import child_processes
from extractor.intake.opening import OpenedFile
from extractor.page_reading import ReaderSettings
from extractor.review.reading_again import Reread, become_reader, read_again
from models.box import BoundingBox
from models.errors import EngineError

_SECONDS = 60.0


class CropReading:
    """Reads pieces of pages one after the other; the process starts with the first."""

    def __init__(self, settings: ReaderSettings) -> None:
        self._settings = settings
        self._process: ProcessPoolExecutor | None = None
        self._lock = Lock()

    def read(self, file: OpenedFile, number: int, turned: int, box: BoundingBox) -> Reread:
        """What stands in the box of the upright page; raises EngineError where that fails."""
        try:
            waiting = self._started().submit(read_again, file, number, turned, box)
            return waiting.result(timeout=_SECONDS)
        except (BrokenProcessPool, TimeoutError):
            self.close()
            raise EngineError("这一块没有识别成功，请重试，或直接录入") from None

    def _started(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._process is None:
                self._process = child_processes(1, become_reader, self._settings)
            return self._process

    def close(self) -> None:
        """Ends the process."""
        with self._lock:
            if self._process is not None:
                self._process.shutdown(wait=False, cancel_futures=True)
                self._process = None
