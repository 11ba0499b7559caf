"""Runs a batch: finds what is left to do, reads, checks, writes each report as it is ready."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from threading import Event
from time import perf_counter

from api.batch.discovery import Candidate, Found, find, state_of
from api.batch.entry import Entry, Row
from api.batch.finishing import Finish, finish, programme_named, recheck
from api.batch.order import BatchDone, BatchOrder, Show, by_name, edition_of, is_done, is_of
from api.batch.processes import Finishers, finishers
from api.batch.rechecking import recheck_all
from api.batch.state import BatchState
from api.batch.tally import Tally
from api.jobs.settings import JobSettings
from api.jobs.source import PageSource, page_source
from extractor.intake.opening import open_submission
from models.batch import Problem
from models.errors import EngineError, FileChanged, HeyanError, OutputNotWritable

CORES_PER_FINISHER = 8
"""Reading a page takes about ten times as long as extracting and checking it."""
MOST_OPEN = 256
"""Submissions that are being read at once, at most."""
_LOOKS = 0.5
"""Seconds between two calls of who shows the progress."""


def run_batch(order: BatchOrder, jobs: JobSettings, show: Show = lambda _: None) -> BatchDone:
    """Processes every submission that is not done yet, and tells what became of all.

    Raises:
        InputError: there is nothing to process.
        OutputNotWritable: the output folder is read-only or full; what was done is kept.
        EngineError: pages can't be read at all: weights or cluster are missing.
    """
    programme_named(order.programme)
    state = BatchState(order.out)
    with state.locked():
        found = find(order.path, order.out, state.names())
        state.save_names({each.path.name: each.name for each in found.candidates})
        if order.recheck:
            return recheck_all(order, jobs, state, found, show)
        return _Run(order, jobs, state, show).run(found)


class _Run:
    """One run that reads what was not read yet."""

    def __init__(self, order: BatchOrder, jobs: JobSettings, state: BatchState, show: Show) -> None:
        self._order, self._jobs, self._state, self._show = order, jobs, state, show
        self._edition = edition_of(jobs)
        self._wanted = order.wanted(self._edition)
        self._tally = Tally()
        self._cancelled = Event()
        self._workers = 1

    def run(self, found: Found) -> BatchDone:
        """Processes what is left; rows of what was done before are taken as they are."""
        entries = {each.name: self._state.entry(each.name) for each in found.candidates}
        rows = []
        left = []
        for each in found.candidates:
            entry = entries[each.name]
            if entry is not None and is_done(self._order, self._jobs, self._state, each, entry):
                rows.append(entry.row)
            else:
                left.append(each)
        self._tally.expect(left)
        if left:
            rows += self._processed(left, entries)
        pace = self._tally.pace()
        return BatchDone(
            by_name(rows),
            found.ignored,
            len(left),
            pages_read=pace.pages_read,
            seconds=pace.seconds,
            workers=self._workers,
        )

    def _processed(self, left: Sequence[Candidate], entries: dict[str, Entry | None]) -> list[Row]:
        """The rows of the submissions that are left; the short ones are read first."""
        jobs = self._jobs
        with ExitStack() as stack:
            pool = stack.enter_context(finishers(1 + jobs.workers // CORES_PER_FINISHER))
            source = stack.enter_context(page_source(jobs, self._state.data, self._recordings()))
            self._workers = max(source.workers, 1)
            threads = ThreadPoolExecutor(min(MOST_OPEN, 4 + 2 * self._workers, len(left)))
            stack.callback(threads.shutdown, wait=True, cancel_futures=True)
            # Left first: threads that wait for pages see that nobody wants them any more.
            stack.callback(self._cancelled.set)
            waiting = [
                threads.submit(self._process, each, entries[each.name], source, pool)
                for each in left
            ]
            return self._awaited(waiting)

    def _recordings(self) -> Path:
        """The folder whose recordings the engine ``recorded`` replays."""
        path = self._order.path
        beside = path.parent if path.is_file() or (path / "submission.pdf").is_file() else path
        return beside

    def _awaited(self, waiting: list[Future[Row]]) -> list[Row]:
        pending = set(waiting)
        while pending:
            done, pending = wait(pending, timeout=_LOOKS, return_when=FIRST_COMPLETED)
            for future in done:
                future.result()
            self._show(self._tally)
        return [future.result() for future in waiting]

    def _process(
        self, each: Candidate, entry: Entry | None, source: PageSource, pool: Finishers
    ) -> Row:
        """The row of one submission, whatever it is; raises what ends the batch."""
        try:
            row = self._checked_again(each, entry, pool) or self._read(each, source, pool)
        except (OutputNotWritable, EngineError):
            raise
        except HeyanError as error:
            row = self._failed(each, Problem.of(error))
        except Exception as error:
            # Our fault, but of this submission alone: the others are not to suffer.
            message = f"程序出错（{type(error).__name__}: {error}）；请把这份材料发给维护人员"
            row = self._failed(each, Problem(class_="CRASH", message=message))
        self._tally.finished(each.name)
        return row

    def _checked_again(self, each: Candidate, entry: Entry | None, pool: Finishers) -> Row | None:
        """The row by the stored extraction, where only rules, dates or reports have changed."""
        if entry is None or not entry.settled or not is_of(entry, each, self._jobs):
            return None
        return pool.run(recheck, self._wanted, each.name)

    def _read(self, each: Candidate, source: PageSource, pool: Finishers) -> Row:
        started = perf_counter()
        with self._state.scratch() as scratch:
            files = open_submission(each.path, self._jobs.limits, scratch)
            pages = sum(file.pages for file in files)
            self._tally.opened(each.name, pages, source.missing(files))
            read = source.read(
                each.name, files, partial(self._progress, each.name), self._cancelled
            )
            _check_unchanged(each)
        order = Finish(
            name=each.name,
            source=each.path.name,
            state=each.state,
            engine=self._jobs.engine,
            reading=read.reading,
            problems=read.problems,
            seconds=perf_counter() - started,
        )
        return pool.run(finish, self._wanted, order)

    def _progress(self, name: str, done: int, _: int) -> None:
        self._tally.read(name, done)

    def _failed(self, each: Candidate, problem: Problem) -> Row:
        """The row of a submission that can't be processed; reports of earlier files go."""
        row = Row(name=each.name, problems=(problem,))
        folder = self._state.folder(each.name)
        for name in ("report.json", "report.html", "report.xlsx"):
            (folder / name).unlink(missing_ok=True)
        self._state.save(
            each.name,
            Entry(source=each.path.name, state=each.state, reading=self._edition, row=row),
        )
        return row


def _check_unchanged(each: Candidate) -> None:
    """Raises FileChanged where the submission's files are no longer those that were found."""
    try:
        same = state_of(each.path) == each.state
    except OSError:
        same = False
    if not same:
        raise FileChanged("文件在读取过程中被改动；请等文件写完后重新运行", each.path.name)
