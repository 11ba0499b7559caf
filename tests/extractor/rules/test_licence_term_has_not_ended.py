from datetime import date

import pytest

from extractor.rules.licence_term_has_not_ended import check
from models.extraction import Day

TODAY = Day(value=date(2026, 3, 30))
LICENCE = "business_licence-1"


@pytest.mark.parametrize("end", [None, date(2035, 6, 17), TODAY.value])
def test_a_term_that_runs_on_passes(end: date | None) -> None:
    assert check(TODAY, LICENCE, Day(value=end)) is None


def test_a_term_that_ended_fails() -> None:
    said = check(TODAY, LICENCE, Day(value=date(2025, 6, 17)))
    assert said is not None
    assert (said.severity, said.outcome) == ("B", None)


def test_a_licence_that_prints_no_term_is_not_judged() -> None:
    said = check(TODAY, LICENCE, None)
    assert said is not None
    assert said.outcome == "not_applicable"
