from datetime import date

import pytest

from extractor.programmes.programme import load_programme
from extractor.rules.special_audit_covers_the_cost_period import check
from models.extraction import Day

PROGRAMME = load_programme("hubei-2025")


START = Day(value=date(2025, 1, 1))


@pytest.mark.parametrize("end", [date(2025, 12, 30), date(2025, 12, 31)])
def test_the_notices_last_day_and_the_years_are_equal(end: date) -> None:
    assert check(START, Day(value=end), PROGRAMME.cost_period) is None


@pytest.mark.parametrize("end", [date(2025, 10, 31), date(2026, 12, 31)])
def test_another_period_fails(end: date) -> None:
    said = check(START, Day(value=end), PROGRAMME.cost_period)
    assert said is not None
    assert said.severity == "B"
