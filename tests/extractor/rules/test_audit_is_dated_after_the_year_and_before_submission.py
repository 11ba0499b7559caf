from datetime import date

import pytest

from extractor.rules.audit_is_dated_after_the_year_and_before_submission import check
from models.extraction import Count, Day

TODAY = Day(value=date(2026, 3, 30))


def test_a_day_between_passes() -> None:
    assert check(Day(value=date(2026, 3, 10)), Count(value=2025), TODAY) is None


@pytest.mark.parametrize("signed", [date(2025, 12, 20), date(2026, 3, 31)])
def test_a_day_within_the_year_or_after_submission_fails(signed: date) -> None:
    said = check(Day(value=signed), Count(value=2025), TODAY)
    assert said is not None
    assert said.severity == "B"


def test_a_day_after_the_one_on_the_form_is_noted_where_no_other_was_given() -> None:
    said = check(Day(value=date(2026, 3, 31)), Count(value=2025), TODAY, TODAY)
    assert said is not None
    assert said.severity == "D"
