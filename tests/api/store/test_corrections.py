from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest

from api.errors import PreconditionFailed
from api.store import corrections
from api.store.corrections import Place
from api.store.database import Database
from api.store.tables import Account, Correction, Submission

FIELD = "application_form.revenue"


def save(
    database: Database,
    submission: Submission,
    by: Account,
    at: datetime,
    value: str | None,
    expected: int = 0,
    **given: object,
) -> Correction:
    with database.transaction() as session:
        return corrections.save(
            session,
            submission.id,
            "application_form-1",
            FIELD,
            value=value,
            before="1.00",
            expected=expected,
            by=by.id,
            at=at,
            **given,
        )


def test_of_two_people_saving_the_same_field_the_second_sees_the_firsts_value(
    database: Database, submission: Submission, reviewer: Account, colleague: Account, at: datetime
) -> None:
    save(database, submission, reviewer, at, "2.00")
    with pytest.raises(PreconditionFailed, match="张审核已先保存") as refused:
        save(database, submission, colleague, at, "3.00")
    assert refused.value.current == "2.00"
    assert refused.value.by == "张审核"
    assert refused.value.at == at.isoformat()
    assert (
        save(database, submission, colleague, at, "3.00", expected=refused.value.version).number
        == 2
    )


def test_of_many_saving_at_once_exactly_one_succeeds(
    database: Database, submission: Submission, reviewer: Account, at: datetime
) -> None:
    def try_to(value: str) -> str:
        try:
            return str(save(database, submission, reviewer, at, value).value)
        except PreconditionFailed as refused:
            return f"refused for {refused.current}"

    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(try_to, ["1.00", "2.00", "3.00", "4.00"]))
    [kept] = [each for each in told if not each.startswith("refused")]
    assert sorted(told) == sorted([kept, *[f"refused for {kept}"] * 3])


def test_two_people_save_different_fields_without_conflict(
    database: Database, submission: Submission, reviewer: Account, colleague: Account, at: datetime
) -> None:
    save(database, submission, reviewer, at, "2.00")
    with database.transaction() as session:
        corrections.save(
            session,
            submission.id,
            "application_form-1",
            "application_form.staff_total",
            value="3",
            before=None,
            expected=0,
            by=colleague.id,
            at=at,
        )
        assert len(corrections.in_force(session, submission.id)) == 2


def test_the_latest_value_is_in_force_and_all_are_kept(
    database: Database, submission: Submission, reviewer: Account, at: datetime
) -> None:
    save(database, submission, reviewer, at, "2.00", place=Place(0, 3, (0.1, 0.2, 0.3, 0.4)))
    save(database, submission, reviewer, at, "3.00", expected=1)
    with database.snapshot() as session:
        [current] = corrections.in_force(session, submission.id)
        history = corrections.history(session, submission.id)
    assert current.value == "3.00"
    assert [each.value for each in history] == ["2.00", "3.00"]
    assert (history[0].page, history[0].box) == (3, [0.1, 0.2, 0.3, 0.4])


def test_a_withdrawn_value_is_no_longer_in_force_but_its_number_counts(
    database: Database, submission: Submission, reviewer: Account, at: datetime
) -> None:
    save(database, submission, reviewer, at, "2.00")
    save(database, submission, reviewer, at, None, expected=1, withdrawn=True)
    with database.snapshot() as session:
        assert corrections.in_force(session, submission.id) == []
        assert [each.number for each in corrections.newest_of_each(session, submission.id)] == [2]
    assert save(database, submission, reviewer, at, "4.00", expected=2).number == 3


def test_that_the_paper_states_nothing_is_a_correction_too(
    database: Database, submission: Submission, reviewer: Account, at: datetime
) -> None:
    save(database, submission, reviewer, at, None)
    with database.snapshot() as session:
        [current] = corrections.in_force(session, submission.id)
    assert current.value is None


@pytest.mark.parametrize(
    "value", ["2.00", ["甲", "乙"], [{"name": "人工", "amount": "1.00"}], {"1": "1.00", "2": None}]
)
def test_every_canonical_form_comes_back_as_it_went_in(
    database: Database, submission: Submission, reviewer: Account, at: datetime, value: object
) -> None:
    save(database, submission, reviewer, at, value)  # type: ignore[arg-type]
    with database.snapshot() as session:
        [current] = corrections.in_force(session, submission.id)
    assert current.value == value
