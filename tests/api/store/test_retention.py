import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from api.errors import NotFound
from api.store import audit, corrections, jobs, notes, retention, revisions, submissions
from api.store.database import Database
from api.store.files import Files
from api.store.submissions import NewFile
from api.store.tables import Account, Correction, Job, Note, Revision, Submission, SubmissionFile
from models.report import Report

DAYS = timedelta(days=30)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "files")


@pytest.fixture
def keep(database: Database, files: Files, at: datetime):
    """Keeps files that were written an hour ago."""

    def write(content: bytes) -> str:
        sha256 = files.keep(content).sha256
        hour_ago = at.timestamp() - 3600
        os.utime(files.path(sha256), (hour_ago, hour_ago))
        return sha256

    return write


@pytest.fixture
def add(database: Database, keep, at: datetime):
    def add(*contents: bytes, kept_for: timedelta | None = DAYS) -> Submission:
        new = [NewFile("a.pdf", keep(each), "application/pdf", len(each)) for each in contents]
        with database.transaction() as session:
            return submissions.add(
                session,
                new,
                name="a",
                programme="hubei-2025",
                at=at,
                uploaded_by=None,
                retention=kept_for,
            )[0]

    return add


def purge(database: Database, files: Files, at: datetime) -> int:
    return retention.purge(database, files, at=at, program_version="0.1.0")


def kept(files: Files) -> int:
    return sum(path.is_file() for path in (files.folder / "blobs").rglob("*"))


def test_after_its_time_nothing_of_a_submission_is_left_but_the_log(
    database: Database, files: Files, add, keep, report: Report, reviewer: Account, at: datetime
) -> None:
    mine = add(b"one", b"two")
    with database.transaction() as session:
        row = submissions.get(session, mine.id)
        blob = keep(b"reading")
        revisions.add(session, row, report, at=at, by=None, reason="", reading_blob=blob)
        jobs.enqueue(session, row, at=at)
        notes.add(session, mine.id, "看", by=reviewer.id, at=at)
        corrections.save(
            session, mine.id, "d", "f", value="1", before=None, expected=0, by=reviewer.id, at=at
        )
    assert purge(database, files, at + DAYS - timedelta(seconds=1)) == 0
    assert kept(files) == 3
    assert purge(database, files, at + DAYS) == 1
    assert kept(files) == 0
    with database.snapshot() as session:
        for table in (Submission, SubmissionFile, Revision, Job, Note, Correction):
            assert session.scalars(select(table)).all() == []
        [entry] = audit.entries(session)
        assert (entry.action, entry.subject) == ("submission.delete", mine.id)
        with pytest.raises(NotFound):
            submissions.get(session, mine.id)


def test_a_file_that_another_submission_holds_stays(
    database: Database, files: Files, add, at: datetime
) -> None:
    add(b"shared", b"mine")
    other = add(b"shared", b"other", kept_for=None)
    purge(database, files, at + DAYS)
    assert kept(files) == 2
    with database.snapshot() as session:
        for file in submissions.get(session, other.id).files:
            assert files.read(file.sha256)


def test_a_file_whose_row_is_about_to_be_written_is_let_alone(
    database: Database, files: Files, at: datetime
) -> None:
    lately = files.keep(b"just uploaded").sha256
    now = files.path(lately).stat().st_mtime
    moment = datetime.fromtimestamp(now, at.tzinfo)
    assert retention.sweep(database, files, at=moment) == 0
    assert lately in files
    assert retention.sweep(database, files, at=moment + retention.GRACE * 2) == 1


def test_what_took_the_place_of_a_deleted_submission_stays(
    database: Database, files: Files, add, add_submission, at: datetime
) -> None:
    first = add(b"one")
    second = add_submission("b", supersedes_id=first.id)
    purge(database, files, at + DAYS)
    with database.snapshot() as session:
        assert submissions.get(session, second.id).supersedes_id is None


def test_without_a_retention_nothing_is_ever_deleted(
    database: Database, files: Files, add, at: datetime
) -> None:
    add(b"one", kept_for=None)
    assert purge(database, files, at + timedelta(days=36500)) == 0
    assert kept(files) == 1
