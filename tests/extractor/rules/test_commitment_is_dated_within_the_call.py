from datetime import date

import pytest

from extractor.rules.commitment_is_dated_within_the_call import check
from models.extraction import Day

OPENS, SUBMITTED = date(2026, 3, 1), Day(value=date(2026, 3, 30))
LAST = date(2026, 4, 3)


@pytest.mark.parametrize("day", [date(2026, 3, 1), date(2026, 3, 30)])
def test_a_day_from_the_call_to_the_submission_passes(day: date) -> None:
    said = check(Day(value=day), OPENS, SUBMITTED, LAST)
    assert said is not None
    assert said.outcome == "passed"


@pytest.mark.parametrize("day", [date(2026, 2, 28), date(2026, 3, 31)])
def test_a_day_outside_fails(day: date) -> None:
    said = check(Day(value=day), OPENS, SUBMITTED, LAST)
    assert said is not None
    assert said.severity == "B"


def test_a_day_after_the_one_on_the_form_is_noted_where_no_other_was_given() -> None:
    said = check(Day(value=date(2026, 3, 31)), OPENS, SUBMITTED, LAST, SUBMITTED)
    assert said is not None
    assert said.severity == "D"
