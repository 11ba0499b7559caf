from datetime import date

import pytest

from extractor.rules.credit_report_is_recent import check
from models.extraction import Day

SUBMITTED = Day(value=date(2026, 3, 30))
NOT_BEFORE = date(2026, 1, 1)


def test_a_recent_report_passes() -> None:
    assert check(Day(value=date(2026, 3, 1)), SUBMITTED, NOT_BEFORE, 90) is None


@pytest.mark.parametrize("reported", [date(2025, 12, 31), date(2026, 3, 31)])
def test_an_old_report_or_one_of_tomorrow_is_a_question(reported: date) -> None:
    said = check(Day(value=reported), SUBMITTED, NOT_BEFORE, 90)
    assert said is not None
    assert said.severity == "C"


def test_ninety_days_are_counted_to_the_submission() -> None:
    late = Day(value=date(2026, 6, 1))
    assert check(Day(value=date(2026, 1, 5)), late, NOT_BEFORE, 90) is not None
