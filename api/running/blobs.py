"""Readings and submissions as files in the data folder, and the newest of them in memory."""

from __future__ import annotations

import gzip
from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from threading import Lock
from typing import Generic, TypeVar

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

_Kept = TypeVar("_Kept")


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


class _Newest(Generic[_Kept]):
    """What was asked for last, parsed; a value that many ask for at once is parsed once."""

    def __init__(self, most: int, size: Callable[[_Kept], int] = lambda _: 1) -> None:
        """``most``: the sizes of the values kept come to no more, unless one alone does."""
        self._most = most
        self._size = size
        self._values: OrderedDict[str, _Kept] = OrderedDict()
        self._lock = Lock()
        self._parsing = Lock()

    def put(self, sha256: str, value: _Kept) -> None:
        with self._lock:
            self._values[sha256] = value
            self._values.move_to_end(sha256)
            while (
                len(self._values) > 1 and sum(map(self._size, self._values.values())) > self._most
            ):
                self._values.popitem(last=False)

    def get(self, sha256: str, parse: Callable[[], _Kept]) -> _Kept:
        known = self._known(sha256)
        if known is not None:
            return known
        with self._parsing:
            known = self._known(sha256)
            if known is None:
                known = parse()
                self.put(sha256, known)
        return known

    def _known(self, sha256: str) -> _Kept | None:
        with self._lock:
            known = self._values.get(sha256)
            if known is not None:
                self._values.move_to_end(sha256)
            return known


class Blobs:
    """Keeps and gives back what was read and what was understood of it; thread-safe."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._readings = _Newest[Reading](_PAGES_IN_MEMORY, lambda reading: len(reading.pages))
        self._submissions = _Newest[Submission](_SUBMISSIONS_IN_MEMORY)

    def keep_reading(self, reading: Reading) -> str:
        """Writes the reading; returns its sha256."""
        text = reading.model_dump_json(exclude_defaults=True)
        sha256 = self._files.keep(_compressed(text)).sha256
        self._readings.put(sha256, reading)
        return sha256

    def reading(self, sha256: str) -> Reading:
        """The reading under this sha256; raises NotFound where it is gone."""
        return self._readings.get(sha256, lambda: unpacked_reading(self._files.read(sha256)))

    def keep_submission(self, submission: Submission) -> str:
        """Writes what was understood, without the pages; returns its sha256."""
        sha256 = self._files.keep(packed(submission)).sha256
        self._submissions.put(sha256, submission)
        return sha256

    def submission(self, sha256: str, reading: Reading) -> Submission:
        """What was understood of this reading; raises NotFound where it is gone."""
        return self._submissions.get(sha256, lambda: self._unpacked(sha256, reading))

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
