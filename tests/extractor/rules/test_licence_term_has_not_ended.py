from datetime import date

import pytest

from extractor.rules.licence_term_has_not_ended import check
from models.extraction import Day, Text

TODAY = Day(value=date(2026, 3, 30))
LICENCE = "business_licence-1"


@pytest.mark.parametrize("term", ["2015年6月18日至长期", "长期", "2015年06月18日至2035年06月17日"])
def test_a_term_that_runs_on_passes(term: str) -> None:
    assert check(TODAY, LICENCE, Text(value=term)) is None


def test_a_term_that_ended_fails() -> None:
    said = check(TODAY, LICENCE, Text(value="2015年06月18日至2025年06月17日"))
    assert said is not None
    assert (said.severity, said.outcome) == ("B", None)


def test_a_licence_that_prints_no_term_is_not_judged() -> None:
    said = check(TODAY, LICENCE, None)
    assert said is not None
    assert said.outcome == "not_applicable"
