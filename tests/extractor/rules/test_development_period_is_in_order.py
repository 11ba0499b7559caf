from datetime import date
from typing import Any

import pytest

from extractor.programmes.programme import load_programme
from extractor.rules.development_period_is_in_order import check
from models.extraction import Day, Month

PROGRAMME = load_programme("hubei-2025")


SUBMITTED = Day(value=date(2026, 3, 30))
START, END = Month(year=2024, month=3), Month(year=2025, month=10)


def test_a_period_around_the_cost_passes(papers: Any) -> None:
    assert check(START, END, SUBMITTED, PROGRAMME.cost_period, papers.wan("1")) is None


def test_an_open_end_passes(papers: Any) -> None:
    open_end = Month(year=None)
    assert check(START, open_end, SUBMITTED, PROGRAMME.cost_period, papers.wan("1")) is None


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (END, START),
        (Month(year=2026, month=5), Month(year=2027, month=1)),
        (Month(year=2023, month=1), Month(year=2024, month=12)),
    ],
)
def test_a_period_out_of_order_or_outside_the_cost_fails(
    papers: Any, start: Month, end: Month
) -> None:
    said = check(start, end, SUBMITTED, PROGRAMME.cost_period, papers.wan("1"))
    assert said is not None
    assert said.severity == "B"


def test_without_a_cost_the_period_may_lie_anywhere_before() -> None:
    end = Month(year=2024, month=12)
    assert check(START, end, SUBMITTED, PROGRAMME.cost_period, None) is None
