from datetime import datetime

import pytest

from api.errors import NotFound
from api.store import revisions, submissions
from api.store.database import Database
from api.store.tables import Account, Revision, Submission
from models.report import Report


def add(
    database: Database, submission: Submission, report: Report, at: datetime, **given: str | None
) -> Revision:
    with database.transaction() as session:
        mine = submissions.get(session, submission.id)
        return revisions.add(
            session, mine, report, at=at, **({"by": None, "reason": "首次识别"} | given)
        )


def test_the_report_comes_back_as_it_went_in(
    database: Database, submission: Submission, report: Report, at: datetime
) -> None:
    add(database, submission, report, at)
    with database.snapshot() as session:
        kept = revisions.get(session, submission.id)
    assert revisions.report_of(kept) == report
    assert (kept.number, kept.by, kept.reason) == (1, None, "首次识别")


def test_the_list_shows_what_the_newest_report_says(
    database: Database, submission: Submission, report: Report, at: datetime
) -> None:
    add(database, submission, report, at)
    with database.snapshot() as session:
        shown = submissions.get(session, submission.id)
    assert shown.verdict == "inconsistent"
    assert (shown.open_a, shown.open_b, shown.open_c, shown.open_d) == (1, 0, 1, 0)
    assert shown.outcomes == {"failed": 1, "doubtful": 1, "passed": 1, "not_applicable": 1}
    assert shown.applicant == "武汉某某公司"
    assert shown.version > submission.version


def test_earlier_revisions_stay_to_compare_with(
    database: Database, submission: Submission, report: Report, reviewer: Account, at: datetime
) -> None:
    add(database, submission, report, at, reading_blob="a" * 64, submission_blob="b" * 64)
    better = report.model_copy(update={"verdict": "consistent", "findings": []})
    add(database, submission, better, at, by=reviewer.id, reason="更正", submission_blob="c" * 64)
    with database.snapshot() as session:
        numbers = [each.number for each in revisions.history(session, submission.id)]
        first = revisions.report_of(revisions.get(session, submission.id, 1))
        newest = revisions.get(session, submission.id)
    assert numbers == [2, 1]
    assert first == report
    assert newest.verdict == "consistent"
    assert (newest.reading_blob, newest.submission_blob) == ("a" * 64, "c" * 64)


def test_what_has_not_been_read_has_no_revision(
    database: Database, submission: Submission, report: Report, at: datetime
) -> None:
    with database.snapshot() as session:
        assert revisions.latest(session, submission.id) is None
        with pytest.raises(NotFound, match="还没有核验结果"):
            revisions.get(session, submission.id)
    add(database, submission, report, at)
    with database.snapshot() as session, pytest.raises(NotFound, match="没有这个版本"):
        revisions.get(session, submission.id, 2)
