"""The plan of a batch before it starts: how many pages are left and how long they will take."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from api.batch.discovery import Candidate, find
from api.batch.order import BatchOrder, edition_of, is_done
from api.batch.state import BatchState
from api.jobs.results import PageResults, write_whole
from api.jobs.settings import JobSettings
from extractor.intake.opening import open_submission
from models.batch import Problem
from models.errors import HeyanError

SECONDS_PER_PAGE = 3.5
"""One core's time for a scanned page, before anything was measured on this machine."""
_PACE = "pace.json"


@dataclass(frozen=True)
class Plan:
    """What a batch would do."""

    submissions: int
    done: int
    """Submissions with nothing left to do."""
    pages: int
    missing: int
    """Pages that were not read yet, those of equal files counted once."""
    seconds: float
    measured: bool
    """Whether the estimate rests on this machine's own figures."""
    problems: tuple[tuple[str, Problem], ...]
    """Submissions that can't be processed as they are."""
    ignored: tuple[str, ...]


def plan(order: BatchOrder, jobs: JobSettings, home: Path) -> Plan:
    """Counts the pages and estimates the time; reads no page, writes only below the output folder.

    Raises:
        InputError: there is nothing to process.
        OutputNotWritable: the output folder can't be written.
    """
    state = BatchState(order.out)
    with state.locked():
        found = find(order.path, order.out, state.names())
        results = PageResults(state.data, edition_of(jobs))
        done = pages = 0
        missing: set[tuple[str, int]] = set()
        problems = []
        for each in found.candidates:
            entry = state.entry(each.name)
            if entry is not None and is_done(order, jobs, state, each, entry):
                done += 1
                pages += entry.row.pages
                continue
            try:
                keys = _pages(each, jobs, state)
            except HeyanError as error:
                problems.append((each.name, Problem.of(error)))
                continue
            pages += len(keys)
            missing.update(key for key in keys if not results.has(*key))
    seconds = seconds_per_page(home)
    return Plan(
        submissions=len(found.candidates),
        done=done,
        pages=pages,
        missing=len(missing),
        seconds=len(missing) * (seconds or SECONDS_PER_PAGE) / jobs.workers,
        measured=seconds is not None,
        problems=tuple(problems),
        ignored=found.ignored,
    )


def _pages(each: Candidate, jobs: JobSettings, state: BatchState) -> list[tuple[str, int]]:
    with state.scratch() as scratch:
        return [
            (file.sha256, number)
            for file in open_submission(each.path, jobs.limits, scratch)
            for number in range(1, file.pages + 1)
        ]


def seconds_per_page(home: Path) -> float | None:
    """What a page took one worker when this machine last ran a batch; None before the first."""
    try:
        return float(json.loads((home / _PACE).read_text("ascii"))["seconds_per_page"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember_pace(home: Path, pages: int, seconds: float, workers: int) -> None:
    """Keeps what a page took, for the next estimate; nothing where that can't be written."""
    told = {"seconds_per_page": round(seconds * workers / pages, 3), "pages": pages}
    try:
        write_whole(home / _PACE, json.dumps(told).encode())
    except OSError:
        return
