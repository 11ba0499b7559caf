from decimal import Decimal
from typing import Any

import pytest

from extractor.rules.declared_revenue_is_no_round_estimate import check

STEP = Decimal(1_000_000)


@pytest.mark.parametrize("revenue", ["1234.56", "0"])
def test_an_exact_sum_or_none_passes(papers: Any, revenue: str) -> None:
    assert check(papers.wan(revenue), STEP) is None


def test_a_whole_multiple_is_a_note(papers: Any) -> None:
    said = check(papers.wan("1200"), STEP)
    assert said is not None
    assert said.severity == "D"
