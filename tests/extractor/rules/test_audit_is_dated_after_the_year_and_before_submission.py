from datetime import date

import pytest

from extractor.rules.audit_is_dated_after_the_year_and_before_submission import check
from models.extraction import Count, Day

TODAY = Day(value=date(2026, 3, 30))
LAST = date(2026, 4, 3)


def test_a_day_between_passes() -> None:
    said = check(Day(value=date(2026, 3, 10)), Count(value=2025), TODAY, LAST)
    assert said is not None
    assert said.outcome == "passed"


@pytest.mark.parametrize("signed", [date(2025, 12, 20), date(2026, 3, 31)])
def test_a_day_within_the_year_or_after_submission_fails(signed: date) -> None:
    said = check(Day(value=signed), Count(value=2025), TODAY, LAST)
    assert said is not None
    assert said.severity == "B"


def test_a_day_after_the_one_on_the_form_is_noted_where_no_other_was_given() -> None:
    said = check(Day(value=date(2026, 3, 31)), Count(value=2025), TODAY, LAST, TODAY)
    assert said is not None
    assert said.severity == "D"


def test_the_last_day_of_the_call_and_the_promise_s_are_no_given_days_either() -> None:
    for taken, promised in ((Day(value=LAST), None), (TODAY, TODAY)):
        day = Day(value=date(2026, 4, 10))
        said = check(day, Count(value=2025), taken, LAST, None, promised)
        assert said is not None
        assert said.severity == "D"
