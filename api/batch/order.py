"""What a batch is asked to do, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from api.batch.discovery import Candidate
from api.batch.entry import Entry, Row
from api.batch.finishing import Wanted, is_current
from api.batch.state import BatchState
from api.batch.tally import Tally
from api.jobs.edition import checking_edition, reading_edition
from api.jobs.settings import RECORDED, JobSettings

Show = Callable[[Tally], None]
"""Called now and then while a batch runs."""


@dataclass(frozen=True)
class BatchOrder:
    """What a batch is asked to do."""

    path: Path
    out: Path
    programme: str = "hubei-2025"
    submitted_on: date | None = None
    recheck: bool = False
    """Whether only rules are run, on what was extracted before."""
    html: bool = True

    def wanted(self, edition: str) -> Wanted:
        """What is to be made of each submission; ``edition``: of what reads its pages."""
        return Wanted(self.out, self.programme, self.submitted_on, self.html, edition)


@dataclass(frozen=True)
class BatchDone:
    """What came of it, in the order of names."""

    rows: tuple[Row, ...]
    ignored: tuple[str, ...]
    """Files beside the submissions that are of no type that is read."""
    processed: int
    """Submissions that this run had something to do for."""
    pages_read: int = 0
    """Pages that this run read, not those it found."""
    seconds: float = 0.0
    """What that took."""
    workers: int = 1


def by_name(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows in the order of their names."""
    return tuple(sorted(rows, key=lambda row: row.name))


def edition_of(jobs: JobSettings) -> str:
    """What reads pages; a recording is what it is, whoever replays it."""
    return RECORDED if jobs.engine == RECORDED else reading_edition(jobs.engine)


def is_of(entry: Entry, each: Candidate, jobs: JobSettings) -> bool:
    """Whether the entry is of these files as read by the present reader."""
    asked = (each.path.name, each.state, edition_of(jobs))
    return (entry.source, entry.state, entry.reading) == asked


def is_done(
    order: BatchOrder, jobs: JobSettings, state: BatchState, each: Candidate, entry: Entry
) -> bool:
    """Whether an earlier run has left nothing to do for the submission."""
    if not entry.settled or not is_of(entry, each, jobs):
        return False
    if entry.row.verdict is None:
        return True
    report = state.folder(each.name) / "report.json"
    return (
        entry.checking == checking_edition()
        and is_current(entry)
        and (entry.submitted_on, entry.programme) == (order.submitted_on, order.programme)
        and report.is_file()
        and (not order.html or report.with_suffix(".html").is_file())
    )
