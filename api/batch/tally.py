"""How far a batch is: pages read, pages left, how fast; kept by its threads, shown by the command."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic

from api.batch.discovery import Candidate


@dataclass(frozen=True)
class Pace:
    """How far and how fast, at one moment."""

    submissions: int
    of_submissions: int
    pages: int
    of_pages: int
    """Counted where files were opened, else estimated by their size."""
    pages_read: int
    """By this run."""
    seconds: float
    """Since it began to read."""
    per_minute: float
    seconds_left: float | None
    """None before there is anything to tell it by."""


@dataclass
class _Counted:
    size: int
    pages: int | None = None
    stored: int = 0
    """Pages that were read in an earlier run."""
    done: int = 0


@dataclass
class Tally:
    """Counts by submission; its methods may be called from any thread."""

    _lock: Lock = field(default_factory=Lock)
    _counted: dict[str, _Counted] = field(default_factory=dict)
    _finished: int = 0
    _started: float = field(default_factory=monotonic)
    PER_BYTE = 1 / 150_000
    """Pages a byte of a scan at 200 dpi, until files were opened."""

    def expect(self, candidates: Iterable[Candidate]) -> None:
        """These are to be processed; the clock starts."""
        self._counted = {each.name: _Counted(each.size) for each in candidates}
        self._started = monotonic()

    def opened(self, name: str, pages: int, missing: int) -> None:
        """A submission has so many pages, of which so many were not read yet."""
        with self._lock:
            counted = self._counted[name]
            counted.pages, counted.stored = pages, pages - missing
            counted.done = counted.stored

    def read(self, name: str, done: int) -> None:
        """So many of its pages are done now."""
        with self._lock:
            self._counted[name].done = max(done, self._counted[name].stored)

    def finished(self, name: str) -> None:
        """Its report is written, or its problem known."""
        with self._lock:
            counted = self._counted[name]
            counted.pages = counted.done if counted.pages is None else counted.pages
            counted.done = counted.pages
            self._finished += 1

    def pace(self) -> Pace:
        """How far and how fast now."""
        with self._lock:
            known = [each for each in self._counted.values() if each.pages is not None]
            pages = sum(each.pages or 0 for each in known)
            size = sum(each.size for each in known)
            rate = pages / size if pages and size else self.PER_BYTE
            unknown = sum(each.size for each in self._counted.values() if each.pages is None)
            total = pages + round(unknown * rate)
            done = sum(each.done for each in known)
            read = done - sum(each.stored for each in known)
            seconds = monotonic() - self._started
            return Pace(
                submissions=self._finished,
                of_submissions=len(self._counted),
                pages=done,
                of_pages=total,
                pages_read=read,
                seconds=seconds,
                per_minute=60 * read / seconds if seconds else 0.0,
                seconds_left=seconds * (total - done) / read if read else None,
            )
