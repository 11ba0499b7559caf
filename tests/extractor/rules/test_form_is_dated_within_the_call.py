from datetime import date

import pytest

from extractor.rules.form_is_dated_within_the_call import check
from models.extraction import Day

OPENS, DEADLINE = date(2026, 3, 1), date(2026, 4, 3)
DECLARED = Day(value=date(2026, 3, 28))


def test_a_day_after_its_papers_passes() -> None:
    assert check(DECLARED, OPENS, DEADLINE, Day(value=date(2026, 3, 10)), None, None) is None


@pytest.mark.parametrize("day", [date(2026, 2, 28), date(2026, 4, 4)])
def test_a_day_outside_the_call_is_a_question(day: date) -> None:
    said = check(Day(value=day), OPENS, DEADLINE, None, None, None)
    assert said is not None
    assert said.severity == "C"


def test_a_paper_of_a_later_day_is_named() -> None:
    said = check(DECLARED, OPENS, DEADLINE, None, None, Day(value=date(2026, 3, 29)))
    assert said is not None
    assert "信用报告" in said.message
