from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from api.errors import Conflict, Invalid
from api.store import idempotency
from api.store.database import Database
from api.store.idempotency import Answer
from api.store.tables import Account

GIVEN = Answer(202, {"location": "/v1/submissions/1"}, '{"id": "1"}')


def begin(database: Database, account: Account, at: datetime, request: str = "a") -> Answer | None:
    with database.transaction() as session:
        return idempotency.begin(session, account.id, "key", request * 64, at=at)


def answer(database: Database, account: Account) -> None:
    with database.transaction() as session:
        idempotency.answer(session, account.id, "key", GIVEN)


def test_the_same_request_gets_the_same_answer(
    database: Database, reviewer: Account, colleague: Account, at: datetime
) -> None:
    assert begin(database, reviewer, at) is None
    answer(database, reviewer)
    assert begin(database, reviewer, at) == GIVEN
    assert begin(database, colleague, at) is None


def test_a_key_is_good_for_one_request(database: Database, reviewer: Account, at: datetime) -> None:
    begin(database, reviewer, at)
    answer(database, reviewer)
    with pytest.raises(Invalid, match="另一请求"):
        begin(database, reviewer, at, "b")


def test_of_many_at_once_one_is_let_through(
    database: Database, reviewer: Account, at: datetime
) -> None:
    def try_to(_: int) -> str:
        try:
            return "through" if begin(database, reviewer, at) is None else "answered"
        except Conflict:
            return "wait"

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(try_to, range(4))) == ["through", "wait", "wait", "wait"]


def test_a_request_that_failed_or_died_may_be_sent_again(
    database: Database, reviewer: Account, at: datetime
) -> None:
    begin(database, reviewer, at)
    with database.transaction() as session:
        idempotency.forget(session, reviewer.id, "key")
    assert begin(database, reviewer, at) is None
    with pytest.raises(Conflict):
        begin(database, reviewer, at + timedelta(minutes=9))
    assert begin(database, reviewer, at + timedelta(minutes=11)) is None


def test_old_answers_are_forgotten(database: Database, reviewer: Account, at: datetime) -> None:
    begin(database, reviewer, at)
    answer(database, reviewer)
    later = at + idempotency.KEPT + timedelta(seconds=1)
    with database.transaction() as session:
        idempotency.clear(session, at=later)
    assert begin(database, reviewer, later, "b") is None
