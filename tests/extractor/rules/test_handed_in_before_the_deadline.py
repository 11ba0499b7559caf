from datetime import date

import pytest

from extractor.rules.handed_in_before_the_deadline import check
from models.extraction import Day
from models.finding import Disagreement

CITY, PROVINCE = date(2026, 4, 2), date(2026, 4, 3)


def said(day: date, declared: date | None = None) -> Disagreement:
    return check(Day(value=day), CITY, PROVINCE, Day(value=declared) if declared else None, None)


@pytest.mark.parametrize("day", [date(2026, 3, 30), date(2026, 4, 2)])
def test_in_time_passes(day: date) -> None:
    assert (said(day).outcome, said(day).severity) == ("passed", "A")


def test_between_the_city_s_day_and_the_province_s_is_noted() -> None:
    assert (said(PROVINCE).outcome, said(PROVINCE).severity) == ("passed", "D")


def test_a_given_day_after_the_deadline_fails() -> None:
    late = said(date(2026, 4, 4), declared=date(2026, 3, 30))
    assert (late.severity, late.outcome) == ("A", None)


def test_the_form_s_own_late_date_is_a_question() -> None:
    late = said(date(2026, 4, 4), declared=date(2026, 4, 4))
    assert (late.severity, late.outcome) == ("C", None)
