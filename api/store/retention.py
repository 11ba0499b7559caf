"""Deletion: a submission with all that hangs on it, then the bytes that no row names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import islice

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from api.store import audit
from api.store.database import Database
from api.store.files import Files
from api.store.tables import Revision, Submission, SubmissionFile

GRACE = timedelta(minutes=15)
"""Bytes kept so lately are let alone: their row may be about to be written."""
_HOLDERS = (SubmissionFile.sha256, Revision.submission_blob, Revision.reading_blob)
_BY_TURNS = 500


def delete(
    session: Session,
    submission: Submission,
    *,
    actor: str | None,
    at: datetime,
    program_version: str,
) -> None:
    """Deletes the rows and says so in the audit log; ``sweep`` removes the bytes."""
    audit.record(
        session,
        "submission.delete",
        submission.id,
        actor=actor,
        at=at,
        before={"content_key": submission.content_key, "review": submission.review},
        program_version=program_version,
    )
    session.delete(submission)
    session.flush()


def due(session: Session, *, at: datetime, created_before: datetime | None = None) -> list[str]:
    """The ids of submissions whose retention is over, or that are older than ``created_before``."""
    over: ColumnElement[bool] = Submission.delete_after <= at
    if created_before is not None:
        over = or_(over, Submission.created_at < created_before)
    return list(session.scalars(select(Submission.id).where(over).order_by(Submission.created_at)))


def sweep(database: Database, files: Files, *, at: datetime) -> int:
    """Removes the bytes that no submission names any more; returns how many were removed.

    Two submissions may hold the same file, so what decides are the rows that are left.
    """
    removed = 0
    stale = files.older((at - GRACE).timestamp())
    while some := list(islice(stale, _BY_TURNS)):
        with database.snapshot() as session:
            left_over = set(some) - _held(session, some)
        for sha256 in left_over:
            files.delete(sha256)
        removed += len(left_over)
    files.clear_incoming((at - timedelta(days=1)).timestamp())
    return removed


def _held(session: Session, hashes: Iterable[str]) -> set[str]:
    wanted = list(hashes)
    found = (session.scalars(select(each).where(each.in_(wanted))) for each in _HOLDERS)
    return {sha256 for some in found for sha256 in some if sha256}


def purge(
    database: Database,
    files: Files,
    *,
    at: datetime,
    program_version: str,
    created_before: datetime | None = None,
) -> int:
    """Deletes what is ``due``, each in a transaction of its own; returns how many."""
    with database.snapshot() as session:
        over = due(session, at=at, created_before=created_before)
    for submission_id in over:
        with database.transaction() as session:
            submission = session.get(Submission, submission_id)
            if submission is not None:
                delete(session, submission, actor=None, at=at, program_version=program_version)
    sweep(database, files, at=at)
    return len(over)
