"""Readings and submissions as files in the data folder, and the newest of them in memory."""

from __future__ import annotations

import gzip
from collections import OrderedDict
from datetime import date
from threading import Lock

from api.store.files import Files
from models.document import DocumentKind
from models.extraction import (
    DocumentSummary,
    Extraction,
    PageKind,
    SourceFile,
    Submission,
)
from models.frozen import Frozen
from models.reading import Reading

_PAGES_IN_MEMORY = 800
"""Pages of readings that are kept parsed; a page is about 150 kB in memory."""
_SUBMISSIONS_IN_MEMORY = 32
"""Of those lately looked at or corrected: who corrects one value mostly corrects another."""
_LEVEL = 1
"""Of gzip: ten times as fast as the best, a fifth larger."""


class _SeenPage(Frozen):
    file: int
    number: int
    kind: DocumentKind
    confidence: float


class _Stated(Frozen):
    """A submission without what stands on its pages, which the reading has."""

    name: str
    submitted_on: date
    files: tuple[SourceFile, ...]
    pages: tuple[_SeenPage, ...]
    documents: tuple[DocumentSummary, ...]
    extractions: tuple[Extraction, ...]


class Blobs:
    """Keeps and gives back what was read and what was understood of it; thread-safe."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._readings: OrderedDict[str, Reading] = OrderedDict()
        self._submissions: OrderedDict[str, Submission] = OrderedDict()
        self._lock = Lock()
        self._parsing = Lock()
        """One at a time: whoever asks for the same meanwhile finds it parsed."""

    def keep_reading(self, reading: Reading) -> str:
        """Writes the reading; returns its sha256."""
        text = reading.model_dump_json(exclude_defaults=True)
        sha256 = self._files.keep(_compressed(text)).sha256
        self._remember(sha256, reading)
        return sha256

    def reading(self, sha256: str) -> Reading:
        """The reading under this sha256; raises NotFound where it is gone."""
        known = self._known_reading(sha256)
        if known is not None:
            return known
        with self._parsing:
            known = self._known_reading(sha256)
            if known is not None:
                return known
            reading = unpacked_reading(self._files.read(sha256))
            self._remember(sha256, reading)
        return reading

    def _known_reading(self, sha256: str) -> Reading | None:
        with self._lock:
            known = self._readings.get(sha256)
            if known is not None:
                self._readings.move_to_end(sha256)
            return known

    def _remember(self, sha256: str, reading: Reading) -> None:
        with self._lock:
            self._readings[sha256] = reading
            self._readings.move_to_end(sha256)
            while (
                len(self._readings) > 1
                and sum(len(each.pages) for each in self._readings.values()) > _PAGES_IN_MEMORY
            ):
                self._readings.popitem(last=False)

    def keep_submission(self, submission: Submission) -> str:
        """Writes what was understood, without the pages; returns its sha256."""
        sha256 = self._files.keep(packed(submission)).sha256
        self._remember_submission(sha256, submission)
        return sha256

    def _remember_submission(self, sha256: str, submission: Submission) -> None:
        with self._lock:
            self._submissions[sha256] = submission
            self._submissions.move_to_end(sha256)
            if len(self._submissions) > _SUBMISSIONS_IN_MEMORY:
                self._submissions.popitem(last=False)

    def submission(self, sha256: str, reading: Reading) -> Submission:
        """What was understood of this reading; raises NotFound where it is gone."""
        known = self._known_submission(sha256)
        if known is not None:
            return known
        with self._parsing:
            known = self._known_submission(sha256)
            if known is not None:
                return known
            submission = self._unpacked(sha256, reading)
            self._remember_submission(sha256, submission)
        return submission

    def _known_submission(self, sha256: str) -> Submission | None:
        with self._lock:
            return self._submissions.get(sha256)

    def _unpacked(self, sha256: str, reading: Reading) -> Submission:
        stated = _Stated.model_validate_json(gzip.decompress(self._files.read(sha256)))
        pages = {(page.file, page.number): page for page in reading.pages}
        return Submission(
            name=stated.name,
            submitted_on=stated.submitted_on,
            files=stated.files,
            pages=tuple(
                PageKind.model_construct(
                    page=pages[each.file, each.number], kind=each.kind, confidence=each.confidence
                )
                for each in stated.pages
            ),
            documents=stated.documents,
            extractions=stated.extractions,
        )


def packed(submission: Submission) -> bytes:
    """What was understood, without what stands on the pages, as it is kept."""
    stated = _Stated(
        name=submission.name,
        submitted_on=submission.submitted_on,
        files=submission.files,
        pages=tuple(
            _SeenPage(
                file=each.page.file,
                number=each.page.number,
                kind=each.kind,
                confidence=each.confidence,
            )
            for each in submission.pages
        ),
        documents=submission.documents,
        extractions=submission.extractions,
    )
    # Defaults stay in: the kind by which a value is told apart is one of them.
    return _compressed(stated.model_dump_json())


def unpacked_reading(content: bytes) -> Reading:
    """The reading out of its file."""
    return Reading.model_validate_json(gzip.decompress(content))


def _compressed(text: str) -> bytes:
    return gzip.compress(text.encode(), _LEVEL, mtime=0)
