import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from sqlalchemy.orm import Session

from api.errors import Conflict, Forbidden, Invalid, PreconditionFailed
from api.store import decisions, revisions, submissions
from api.store.database import Database
from api.store.tables import Account, Submission
from models.report import Report


@pytest.fixture
def session(
    database: Database, reviewer: Account, colleague: Account, submission: Submission
) -> Iterator[Session]:
    with database.transaction() as opened:
        yield opened


@pytest.fixture
def claimed(
    session: Session, submission: Submission, reviewer: Account, report: Report, at: datetime
) -> Submission:
    mine = submissions.get(session, submission.id)
    revisions.add(session, mine, report, at=at, by=None, reason="")
    submissions.claim(session, mine, reviewer, at=at)
    return mine


def decide(session: Session, mine: Submission, kind, account: Account, at: datetime, **given):
    return decisions.decide(session, mine, kind, account, expected=mine.version, at=at, **given)


def test_who_claimed_it_confirms_it_and_it_can_be_exported(
    session: Session, claimed: Submission, reviewer: Account, at: datetime
) -> None:
    taken = decide(session, claimed, "confirm", reviewer, at)
    assert (claimed.review, claimed.confirmed_by, taken.revision) == ("confirmed", reviewer.id, 1)
    decide(session, claimed, "export", reviewer, at)
    assert claimed.review == "exported"
    kinds = [each.kind for each in decisions.of_submission(session, claimed.id)]
    assert sorted(kinds) == ["confirm", "export"]


def test_somebody_else_can_not_decide(
    session: Session, claimed: Submission, colleague: Account, at: datetime
) -> None:
    for kind in ("confirm", "return"):
        with pytest.raises(Forbidden, match="认领人"):
            decide(session, claimed, kind, colleague, at, reasons=["x"])
    assert claimed.review == "in_review"


def test_a_return_says_why(
    session: Session, claimed: Submission, reviewer: Account, at: datetime
) -> None:
    with pytest.raises(Invalid, match="理由"):
        decide(session, claimed, "return", reviewer, at, text=" ")
    taken = decide(session, claimed, "return", reviewer, at, reasons=["FIN-01"], text="请补正")
    assert claimed.review == "returned"
    assert taken.reasons == ["FIN-01"]


def test_a_decision_on_an_outdated_view_is_refused(
    session: Session, claimed: Submission, reviewer: Account, at: datetime
) -> None:
    with pytest.raises(PreconditionFailed):
        decisions.decide(session, claimed, "confirm", reviewer, expected=claimed.version - 1, at=at)


def test_four_eyes_need_a_second_person(
    session: Session, claimed: Submission, reviewer: Account, colleague: Account, at: datetime
) -> None:
    with pytest.raises(Conflict, match="第一人"):
        decide(session, claimed, "second_confirm", colleague, at, four_eyes=True)
    decide(session, claimed, "confirm", reviewer, at, four_eyes=True)
    assert claimed.review == "in_review"
    with pytest.raises(Conflict, match="等待"):
        decide(session, claimed, "confirm", reviewer, at, four_eyes=True)
    with pytest.raises(Forbidden, match="另一人"):
        decide(session, claimed, "second_confirm", reviewer, at, four_eyes=True)
    decide(session, claimed, "second_confirm", colleague, at, four_eyes=True)
    assert (claimed.review, claimed.second_confirmed_by) == ("confirmed", colleague.id)


def test_between_the_two_confirmations_nothing_can_be_changed(
    session: Session, claimed: Submission, reviewer: Account, at: datetime
) -> None:
    decisions.require_open(claimed)
    decide(session, claimed, "confirm", reviewer, at, four_eyes=True)
    with pytest.raises(Conflict, match="等待复核"):
        decisions.require_open(claimed)
    decide(session, claimed, "reopen", reviewer, at, four_eyes=True)
    decisions.require_open(claimed)
    assert claimed.confirmed_by is None


def test_what_is_decided_is_changed_only_after_it_was_opened_again(
    session: Session, claimed: Submission, reviewer: Account, colleague: Account, at: datetime
) -> None:
    decide(session, claimed, "confirm", reviewer, at)
    with pytest.raises(Conflict, match="已确认"):
        decisions.require_open(claimed)
    decide(session, claimed, "reopen", colleague, at)
    assert (claimed.review, claimed.claimed_by) == ("in_review", colleague.id)
    with pytest.raises(Conflict, match="无需重新打开"):
        decide(session, claimed, "reopen", colleague, at)


def test_nothing_is_decided_before_it_is_claimed_or_read(
    session: Session, submission: Submission, reviewer: Account, at: datetime
) -> None:
    mine = submissions.get(session, submission.id)
    with pytest.raises(Conflict, match="待审"):
        decide(session, mine, "confirm", reviewer, at)
    submissions.claim(session, mine, reviewer, at=at)
    with pytest.raises(Conflict, match="还没有核验结果"):
        decide(session, mine, "confirm", reviewer, at)


def test_a_value_is_not_saved_on_what_was_confirmed_a_moment_before(
    database: Database, submission: Submission, reviewer: Account, report: Report, at: datetime
) -> None:
    with database.transaction() as session:
        mine = submissions.get(session, submission.id)
        revisions.add(session, mine, report, at=at, by=None, reason="")
        submissions.claim(session, mine, reviewer, at=at)
    began = threading.Event()

    def save() -> str:
        began.wait()
        with database.transaction() as session:
            row = submissions.get(session, submission.id)
            try:
                decisions.require_open(row)
            except Conflict as refused:
                return refused.message
        return "saved"

    with ThreadPoolExecutor(1) as pool:
        saving = pool.submit(save)
        with database.transaction() as session:
            decide(session, submissions.get(session, submission.id), "confirm", reviewer, at)
            began.set()
            time.sleep(0.2)
        assert "已确认" in saving.result()
