"""The source of pages, opened when the first page is to be read: a service starts in a second."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from threading import Event, Lock

from api.jobs.edition import reading_edition
from api.jobs.results import PageResults
from api.jobs.settings import RECORDED, JobSettings
from api.jobs.source import PageSource, Progress, ReadSubmission, page_source
from extractor.intake.opening import OpenedFile
from models.errors import ClusterLost


class LazySource:
    """Reads pages; the processes that do so are started by the first submission."""

    def __init__(self, settings: JobSettings, data: Path, recordings: Path | None) -> None:
        self._settings, self._data, self._recordings = settings, data, recordings
        self._stack = ExitStack()
        self._source: PageSource | None = None
        self._lock = Lock()

    def read(
        self,
        name: str,
        files: tuple[OpenedFile, ...],
        progress: Progress = lambda *_: None,
        cancelled: Event | None = None,
    ) -> ReadSubmission:
        """Every page of the files; raises what ``page_source`` and its ``read`` raise.

        A lost cluster is joined once more: its scheduler may have been started anew. What was read
        is kept.
        """
        try:
            return self._read(self._opened(), name, files, progress, cancelled)
        except ClusterLost:
            if cancelled is not None and cancelled.is_set():
                raise
            return self._read(self._opened(), name, files, progress, cancelled)

    def _read(
        self,
        source: PageSource,
        name: str,
        files: tuple[OpenedFile, ...],
        progress: Progress,
        cancelled: Event | None,
    ) -> ReadSubmission:
        """The pages as this source reads them; one whose cluster is lost is not asked again."""
        try:
            return source.read(name, files, progress, cancelled)
        except ClusterLost:
            with self._lock:
                if self._source is source:
                    self._source = None
                    self._stack.close()
            raise

    def _opened(self) -> PageSource:
        with self._lock:
            if self._source is None:
                source = page_source(self._settings, self._data, self._recordings)
                self._source = self._stack.enter_context(source)
            return self._source

    def picture(self, sha256: str, page: int) -> Path | None:
        """The upright picture that was kept when the page was read."""
        if self._settings.engine == RECORDED:
            return None
        kept = PageResults(self._data, reading_edition(self._settings.engine))
        return kept.picture(sha256, page)

    @property
    def workers(self) -> int:
        """How many processes read pages now."""
        return 0 if self._source is None else self._source.workers

    def close(self) -> None:
        """Ends the processes."""
        with self._lock:
            self._source = None
            self._stack.close()
