"""One job: its files opened, its pages read, understood and written down as a revision."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Event as Flag
from typing import Protocol

from sqlalchemy.orm import Session

from api.errors import Conflict
from api.running.blobs import Blobs
from api.running.recommended import recommended_city
from api.running.understanding import review_of, weights_in_use
from api.running.understanding_process import Task, UnderstandingProcess
from api.store import audit, corrections, jobs, pages, revisions, submissions, webhooks
from api.store.database import Database
from api.store.files import Files
from api.store.tables import Job, Revision, Submission
from extractor.intake.limits import Limits
from extractor.intake.opening import OpenedFile, open_submission
from models.batch import Problem
from models.reading import Reading

Progress = Callable[[int, int], None]


class ReadPages(Protocol):
    """Everything that was read, and the pages that failed alone."""

    @property
    def reading(self) -> Reading:
        """The pages; one that failed is there without content."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What went wrong with single pages."""


class PageSource(Protocol):
    """Where pages are read, each stored the moment it is read."""

    def read(
        self,
        name: str,
        files: tuple[OpenedFile, ...],
        progress: Progress = ...,
        cancelled: Flag | None = ...,
    ) -> ReadPages:
        """Every page of the files; returns when all are read."""

    def picture(self, sha256: str, page: int) -> Path | None:
        """The upright picture kept when the page was read."""


@dataclass(frozen=True)
class Workshop:
    """What is needed to work on a job."""

    database: Database
    files: Files
    blobs: Blobs
    source: PageSource
    understanding: UnderstandingProcess
    limits: Limits
    scratch: Path
    owner: str
    """The name under which this process leases jobs."""


def work(job: Job, shop: Workshop, progress: Progress, cancelled: Flag) -> Revision:
    """Does the job and writes its revision, all or nothing.

    Raises an InputError or EngineError that says why it can't be done, Conflict where the job
    became somebody else's.
    """
    with shop.database.snapshot() as session:
        submission = submissions.get(session, job.submission_id)
        newest = revisions.latest(session, submission.id)
    stored = newest.reading_blob if newest is not None else None
    if job.kind == "recheck" and stored is not None:
        return _written(job, shop, submission, shop.blobs.reading(stored), stored)
    with _opened(submission, shop) as files:
        read = shop.source.read(submission.name, files, progress, cancelled)
    reading = read.reading.model_copy(update={"name": submission.name})
    return _written(job, shop, submission, reading, shop.blobs.keep_reading(reading))


def _written(
    job: Job, shop: Workshop, submission: Submission, reading: Reading, reading_blob: str
) -> Revision:
    """The revision of this reading with what people changed up to now; done in one transaction."""
    while True:
        with shop.database.snapshot() as session:
            seen = _changes(session, submission.id)
            review = review_of(
                reading,
                corrections.in_force(session, submission.id),
                pages.in_force(session, submission.id),
            )
        kept, report = shop.understanding.understand(
            Task(
                shop.files.path(reading_blob), submission.programme, submission.submitted_on, review
            )
        )
        submission_blob = shop.files.keep(kept).sha256
        at = datetime.now(UTC)
        with shop.database.transaction() as session:
            if _changes(session, submission.id) != seen:
                continue
            if not jobs.finish(session, job.id, shop.owner, at=at):
                raise Conflict("任务已由其他进程接手")
            row = submissions.get(session, submission.id)
            revision = revisions.add(
                session,
                row,
                report,
                at=at,
                by=None,
                reason="识别完成" if job.kind == "read" else "按页面调整重新核验",
                submission_blob=submission_blob,
                reading_blob=reading_blob,
            )
            row.city = row.city or recommended_city(report)
            _announce(session, row, revision, at)
            return revision


def _changes(session: Session, submission_id: str) -> tuple[int, int]:
    """How often people changed fields and pages, to notice what they do meanwhile."""
    return (
        len(corrections.history(session, submission_id)),
        sum(each.number for each in pages.in_force(session, submission_id)),
    )


def _announce(session: Session, row: Submission, revision: Revision, at: datetime) -> None:
    """The audit entry and the webhooks of a finished reading."""
    audit.record(
        session,
        "submission.read",
        row.id,
        actor=None,
        at=at,
        after={"revision": revision.number, "verdict": revision.verdict},
        program_version=revision.program_version,
        weights=weights_in_use(),
    )
    webhooks.emit(
        session,
        "submission.read",
        {"submission": row.id, "revision": revision.number, "verdict": revision.verdict},
        at=at,
    )


@contextmanager
def _opened(submission: Submission, shop: Workshop) -> Iterator[tuple[OpenedFile, ...]]:
    """The files under the names they were handed in with, opened; gone after the block."""
    folder = shop.scratch / submission.id
    shutil.rmtree(folder, ignore_errors=True)
    try:
        for file in submission.files:
            path = folder / "files" / file.name
            path.parent.mkdir(parents=True, exist_ok=True)
            _link(shop.files.path(file.sha256), path)
        alone = len(submission.files) == 1
        root = folder / "files"
        start = root / submission.files[0].name if alone else root
        yield open_submission(start, shop.limits, folder / "unpacked")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _link(source: Path, target: Path) -> None:
    """The same bytes under another name; copied where the file system has no links."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
