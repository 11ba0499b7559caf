"""The threads that take jobs, keep their leases while they work, and report what went wrong."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from secrets import token_hex
from threading import Event as Flag
from threading import Thread
from time import perf_counter

import structlog

from api.errors import Conflict
from api.running.events import Events
from api.running.measures import Measures
from api.running.pictures import Pictures
from api.running.reading import Workshop, work
from api.store import jobs, revisions, submissions, webhooks
from api.store.database import Database
from api.store.refusals import is_away
from api.store.tables import Job, Revision
from models.errors import HeyanError

_IDLE_SECONDS = 1.0
"""Between two looks for work; a new upload wakes the loop at once."""
_UNKNOWN_FAULT = "处理时程序出错，已记录；请重试一次，仍不成功请联系管理员"

log = structlog.get_logger("heyan.running")


def owner_name() -> str:
    """The name of this process as the holder of leases."""
    return f"{socket.gethostname()[:60]}:{os.getpid()}:{token_hex(4)}"


@dataclass
class RunningLoop:
    """Takes queued jobs until it is stopped; ``threads`` of them at a time."""

    shop: Workshop
    events: Events
    pictures: Pictures
    measures: Measures
    lease_seconds: float
    threads: int = 2
    _stopping: Flag = field(default_factory=Flag)
    _work: Flag = field(default_factory=Flag)
    _started: list[Thread] = field(default_factory=list)

    def start(self) -> None:
        """Starts the threads; what a killed process left is taken up when its lease is over."""
        for number in range(self.threads):
            thread = Thread(target=self._run, name=f"heyan-job-{number}", daemon=True)
            thread.start()
            self._started.append(thread)

    def wake(self) -> None:
        """There is work."""
        self._work.set()

    def stop(self, seconds: float = 10.0) -> None:
        """Ends the threads; jobs under way go back to the queue."""
        self._stopping.set()
        self._work.set()
        for thread in self._started:
            thread.join(seconds)

    @property
    def alive(self) -> bool:
        """Whether every thread still runs."""
        return bool(self._started) and all(thread.is_alive() for thread in self._started)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                job = self._next()
                if job is not None:
                    self._work.set()
                    self._do(job)
                    continue
            except Exception as error:  # noqa: BLE001 - the database may be away for a while
                log.error("queue.unavailable", fault=type(error).__name__)
                self._stopping.wait(_IDLE_SECONDS * 5)
                continue
            self._work.wait(_IDLE_SECONDS)
            self._work.clear()

    def _next(self) -> Job | None:
        at = datetime.now(UTC)
        with self.shop.database.transaction() as session:
            for lapsed in jobs.take_back_expired(session, at=at):
                log.warning("job.taken_back", job=lapsed.id, attempts=lapsed.attempts)
            return jobs.lease(session, self.shop.owner, at=at, seconds=self.lease_seconds)

    def _do(self, job: Job) -> None:
        """One job to its end: done, failed, or put back at shutdown."""
        started = perf_counter()
        log.info("job.started", job=job.id, kind=job.kind, attempt=job.attempts)
        self._tell(job, "reading")
        keeper = _LeaseKeeper(self.shop, job, self.lease_seconds, self.events, self._stopping)
        outcome = "done"
        try:
            with keeper:
                revision = work(job, self.shop, keeper.progress, keeper.lost)
        except HeyanError as error:
            outcome = self._refused(job, error, keeper)
        except Exception as error:  # noqa: BLE001 - no fault may end the thread or leave a job stuck
            outcome = self._broken(job, error)
        else:
            self._done(job, revision)
        seconds = perf_counter() - started
        self.measures.job(job.kind, outcome, seconds)
        log.info("job.ended", job=job.id, outcome=outcome, seconds=round(seconds, 2))
        if outcome == "done":
            with suppress(Exception):
                self._draw(job.submission_id)

    def _done(self, job: Job, revision: Revision) -> None:
        self.events.tell(
            "done",
            job.submission_id,
            job=job.id,
            processing="done",
            revision=revision.number,
            verdict=revision.verdict,
        )

    def _draw(self, submission_id: str) -> None:
        """Both pictures of every page, before anybody asks for one."""
        with self.shop.database.snapshot() as session:
            files = submissions.get(session, submission_id).files
            report = revisions.report_of(revisions.get(session, submission_id))
        for index, file in enumerate(files):
            turns = {page.number: page.turned for page in report.pages if page.file == index}
            if self._stopping.is_set():
                return
            self.pictures.make_all(file.sha256, file.media_type, turns)

    def _refused(self, job: Job, error: HeyanError, keeper: _LeaseKeeper) -> str:
        """What becomes of a job that raised one of our own exceptions."""
        if self._stopping.is_set():
            with self.shop.database.transaction() as session:
                jobs.release(session, job.id, self.shop.owner, at=datetime.now(UTC))
            return "released"
        if keeper.lost.is_set() or isinstance(error, Conflict):
            return "lost"
        problem = error.message if error.page is None else f"第 {error.page} 页：{error.message}"
        self._failed(job, error.problem, f"{error.file}：{problem}" if error.file else problem)
        return "failed"

    def _broken(self, job: Job, error: Exception) -> str:
        """What becomes of a job that raised what nobody foresaw."""
        if is_away(error):
            # Not the job's fault: it is taken up again when its lease is over.
            log.error("job.database_away", job=job.id, fault=type(error).__name__)
            return "lost"
        log.error("job.fault", job=job.id, fault=type(error).__name__, exc_info=error)
        self._failed(job, "CRASH", _UNKNOWN_FAULT)
        return "failed"

    def _failed(self, job: Job, problem_class: str, problem: str) -> None:
        at = datetime.now(UTC)
        with self.shop.database.transaction() as session:
            known = jobs.fail(
                session,
                job.id,
                self.shop.owner,
                at=at,
                problem_class=problem_class,
                problem=problem,
            )
            if known:
                payload = {"submission": job.submission_id, "problem": problem_class}
                webhooks.emit(session, "submission.failed", payload, at=at)
        if known:
            self.events.tell(
                "failed",
                job.submission_id,
                job=job.id,
                processing="failed",
                problem={"class": problem_class, "message": problem},
            )

    def _tell(self, job: Job, processing: str) -> None:
        self.events.tell("submission", job.submission_id, job=job.id, processing=processing)


class _LeaseKeeper:
    """Renews a job's lease in a thread of its own and notes the progress with it."""

    def __init__(
        self, shop: Workshop, job: Job, seconds: float, events: Events, stopping: Flag
    ) -> None:
        self.lost = Flag()
        """Set when somebody else has the job now, or the service stops: give up."""
        self._shop, self._job, self._seconds, self._events = shop, job, seconds, events
        self._stopping = stopping
        self._over = Flag()
        self._pages: tuple[int, int] | None = None
        self._thread = Thread(target=self._keep, name="heyan-lease", daemon=True)

    def __enter__(self) -> _LeaseKeeper:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def progress(self, done: int, total: int) -> None:
        """Pages read so far."""
        self._pages = (done, total)
        self._events.tell(
            "progress", self._job.submission_id, job=self._job.id, done=done, total=total
        )

    def _keep(self) -> None:
        written: tuple[int, int] | None = None
        due = perf_counter()
        while not self._over.wait(0.5):
            if self._stopping.is_set():
                self.lost.set()
                return
            if self._pages == written and perf_counter() < due:
                continue
            written, due = self._pages, perf_counter() + self._seconds / 4
            with suppress(Exception):
                if not self._renewed(self._shop.database, written):
                    self.lost.set()
                    return

    def _renewed(self, database: Database, pages: tuple[int, int] | None) -> bool:
        with database.transaction() as session:
            return jobs.renew(
                session,
                self._job.id,
                self._shop.owner,
                at=datetime.now(UTC),
                seconds=self._seconds,
                done_pages=pages[0] if pages else None,
                total_pages=pages[1] if pages else None,
            )
