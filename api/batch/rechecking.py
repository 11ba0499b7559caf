"""Checks again what was extracted before: rules have changed, the pages have not."""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack

from api.batch.discovery import Found
from api.batch.entry import Row
from api.batch.finishing import recheck
from api.batch.order import BatchDone, BatchOrder, Show, by_name, edition_of
from api.batch.processes import finishers
from api.batch.state import BatchState
from api.batch.tally import Tally
from api.jobs.settings import JobSettings
from models.batch import Problem
from models.errors import OutputNotWritable

NOT_READ = "NOT_READ"
"""Class of the problem of a submission that a recheck finds nothing of."""
_LOOKS = 0.5
"""Seconds between two calls of who shows the progress."""


def recheck_all(
    order: BatchOrder, jobs: JobSettings, state: BatchState, found: Found, show: Show
) -> BatchDone:
    """Every submission that was read before, with nothing read again.

    Raises:
        OutputNotWritable: the output folder is read-only or full.
    """
    tally = Tally()
    tally.expect(found.candidates)
    wanted = order.wanted(edition_of(jobs))
    rows: list[Row] = []
    with ExitStack() as stack:
        pool = stack.enter_context(finishers(jobs.workers))
        # Twice as many are under way as there are processes, so that none of these waits for work.
        threads = ThreadPoolExecutor(2 * jobs.workers)
        stack.callback(threads.shutdown, cancel_futures=True)
        waiting = {
            threads.submit(pool.run, recheck, wanted, each.name): each.name
            for each in found.candidates
        }
        while waiting:
            done, _ = wait(waiting, timeout=_LOOKS, return_when=FIRST_COMPLETED)
            for future in done:
                name = waiting.pop(future)
                rows.append(_row(future, state, name))
                tally.finished(name)
            show(tally)
    processed = sum(row.verdict is not None for row in rows)
    return BatchDone(by_name(rows), found.ignored, processed)


def _row(future: Future[Row | None], state: BatchState, name: str) -> Row:
    try:
        row = future.result()
    except OutputNotWritable:
        raise
    except Exception as error:
        # Our fault, but of this submission alone: the others are not to suffer.
        message = f"程序出错（{type(error).__name__}: {error}）；请把这份材料发给维护人员"
        return Row(name=name, problems=(Problem(class_="CRASH", message=message),))
    return row or _kept(state, name)


def _kept(state: BatchState, name: str) -> Row:
    """What is known of a submission that can't be rechecked."""
    entry = state.entry(name)
    if entry is not None and entry.row.verdict is None:
        return entry.row
    message = "还没有可用的识别结果；请先不带 --recheck 运行一次 heyan batch"
    return Row(name=name, problems=(Problem(class_=NOT_READ, message=message),))
