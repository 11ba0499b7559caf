from datetime import datetime, timedelta

import pytest

from api.errors import Conflict, NotFound, PreconditionFailed
from api.store import accounts, submissions
from api.store.database import Database
from api.store.submissions import NewFile, content_key
from api.store.tables import Account, Submission


def test_the_same_bytes_are_the_same_submission(
    database: Database, add_submission, at: datetime
) -> None:
    first = add_submission("a", name="甲")
    again = add_submission("a", name="乙")
    assert again.id == first.id
    assert again.name == "甲"
    assert add_submission("b").id != first.id


def test_the_order_of_the_files_makes_no_other_submission() -> None:
    assert content_key(["a", "b"]) == content_key(["b", "a"])
    assert content_key(["a", "b"]) != content_key(["ab"])
    assert content_key(["a", "a"]) != content_key(["a"])


def test_files_keep_their_order(database: Database, at: datetime) -> None:
    files = [NewFile(f"{name}.pdf", name * 64, "application/pdf", 1) for name in "cab"]
    with database.transaction() as session:
        added, new = submissions.add(
            session, files, name="x", programme="hubei-2025", at=at, uploaded_by=None
        )
    assert new
    with database.snapshot() as session:
        found = submissions.get(session, added.id)
    assert [file.name for file in found.files] == ["c.pdf", "a.pdf", "b.pdf"]
    assert found.created_at == at


def test_a_reviewer_with_a_city_does_not_see_other_cities(
    database: Database, add_submission, at: datetime
) -> None:
    here, there = add_submission("a", city="武汉市"), add_submission("b", city="宜昌市")
    with database.transaction() as session:
        viewer = accounts.create(session, "wang", "reviewer", at=at, city="武汉市")
        assert submissions.get(session, here.id, viewer).id == here.id
        with pytest.raises(NotFound):
            submissions.get(session, there.id, viewer)


def test_an_uploader_sees_only_their_own(database: Database, add_submission, at: datetime) -> None:
    with database.transaction() as session:
        uploader = accounts.create(session, "sun", "uploader", at=at)
    mine, other = add_submission("a", uploaded_by=uploader.id), add_submission("b")
    with database.snapshot() as session:
        assert submissions.get(session, mine.id, uploader)
        with pytest.raises(NotFound):
            submissions.get(session, other.id, uploader)


def test_only_one_of_two_claims_succeeds(
    database: Database, submission: Submission, reviewer: Account, colleague: Account, at: datetime
) -> None:
    with database.transaction() as session:
        submissions.claim(session, submissions.get(session, submission.id), reviewer, at=at)
    with database.transaction() as session:
        mine = submissions.get(session, submission.id)
        submissions.claim(session, mine, reviewer, at=at)
        with pytest.raises(Conflict, match="复核中"):
            submissions.claim(session, mine, colleague, at=at)
        assert mine.claimed_by == reviewer.id


def test_only_who_claimed_it_or_an_admin_puts_it_back(
    database: Database,
    submission: Submission,
    reviewer: Account,
    colleague: Account,
    admin: Account,
    at: datetime,
) -> None:
    with database.transaction() as session:
        mine = submissions.get(session, submission.id)
        submissions.claim(session, mine, reviewer, at=at)
        with pytest.raises(Conflict, match="只有本人或管理员"):
            submissions.release(session, mine, colleague, at=at)
        submissions.release(session, mine, admin, at=at)
        assert (mine.review, mine.claimed_by) == ("waiting", None)


def test_a_step_on_an_outdated_view_is_refused_with_the_present_state(
    database: Database, submission: Submission, reviewer: Account, at: datetime
) -> None:
    seen = submission.version
    with database.transaction() as session:
        submissions.claim(session, submissions.get(session, submission.id), reviewer, at=at)
    with database.transaction() as session, pytest.raises(PreconditionFailed) as refused:
        submissions.expect(session, submissions.get(session, submission.id), seen)
    assert refused.value.current == "复核中"
    assert refused.value.version == seen + 1


def test_a_corrected_resubmission_leads_to_the_one_before(
    database: Database, add_submission, at: datetime
) -> None:
    first = add_submission("a")
    second = add_submission("b", supersedes_id=first.id, at=at + timedelta(days=3))
    with database.snapshot() as session:
        before = submissions.earlier(session, submissions.get(session, second.id))
        assert before is not None and before.id == first.id
        assert [each.id for each in submissions.later(session, before)] == [second.id]
        assert submissions.earlier(session, before) is None
