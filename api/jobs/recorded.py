"""Pages from recordings, for tests and for trying rules: no engine, no cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

from api.jobs.results import PageResults, StoredPage, encoded
from api.jobs.source import Progress, ReadSubmission, assembled
from extractor.intake.opening import OpenedFile
from extractor.recording import SUFFIX, load_reading
from models.errors import DamagedFile
from models.reading import Reading


class RecordedPages:
    """The recordings of a folder, found by the hash of the file they were made from."""

    workers = 0

    def __init__(self, folder: Path, kept: PageResults) -> None:
        """Reads every recording under ``folder``; raises DamagedFile where one is damaged.

        ``kept``: where the pages that were asked for are stored, as if they had been read.
        """
        self._kept = kept
        self._readings: dict[str, tuple[Reading, int]] = {}
        for path in sorted(folder.rglob(f"*{SUFFIX}")):
            reading = load_reading(path)
            for index, file in enumerate(reading.files):
                self._readings.setdefault(file.sha256, (reading, index))

    def read(
        self,
        name: str,
        files: Sequence[OpenedFile],
        progress: Progress = lambda *_: None,
        cancelled: Event | None = None,
    ) -> ReadSubmission:
        """The recorded pages; raises DamagedFile for a file that none was made from."""
        pages: list[StoredPage] = []
        for place, file in enumerate(files):
            if file.pages == 0:
                continue
            if file.sha256 not in self._readings:
                raise DamagedFile(
                    "没有可用的识别记录；请先用 heyan verify --record 生成，或换用 --engine auto",
                    file.name,
                )
            pages += self._replayed(file.sha256, place)
        progress(len(pages), len(pages))
        return assembled(name, files, pages, (), 0.0)

    def _replayed(self, sha256: str, place: int) -> Iterator[StoredPage]:
        """The pages of a recorded file as the ``place``-th of a submission."""
        reading, index = self._readings[sha256]
        for page in reading.pages:
            if page.file == index:
                plain = StoredPage(page.model_copy(update={"file": 0}), reading.engine, {})
                if not self._kept.has(sha256, page.number):
                    self._kept.put(sha256, page.number, encoded(plain), None)
                moved = page.model_copy(update={"file": place})
                yield StoredPage(moved, reading.engine, {})

    def missing(self, files: Sequence[OpenedFile]) -> int:
        """None is ever to be read."""
        return 0

    def picture(self, sha256: str, number: int) -> Path | None:
        """A recording has no pictures."""
        return None
