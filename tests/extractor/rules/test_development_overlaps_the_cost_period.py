from typing import Any

from extractor.programmes.programme import load_programme
from extractor.rules.development_overlaps_the_cost_period import check
from models.extraction import Month

PROGRAMME = load_programme("hubei-2025")


def test_a_development_that_goes_on_passes(papers: Any) -> None:
    start, end = Month(year=2024, month=3), Month(year=None)
    assert check(start, end, papers.wan("1"), PROGRAMME.cost_period) is None


def test_a_development_that_ended_before_is_a_question(papers: Any) -> None:
    start, end = Month(year=2023, month=3), Month(year=2024, month=12)
    said = check(start, end, papers.wan("1"), PROGRAMME.cost_period)
    assert said is not None
    assert said.severity == "C"


def test_without_a_cost_nothing_is_asked(papers: Any) -> None:
    start, end = Month(year=2023, month=3), Month(year=2024, month=12)
    assert check(start, end, papers.wan("0"), PROGRAMME.cost_period) is None
