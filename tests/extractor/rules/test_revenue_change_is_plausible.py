from decimal import Decimal
from typing import Any

import pytest

from extractor.rules.revenue_change_is_plausible import check


@pytest.mark.parametrize("now", ["300.00", "30.00"])
def test_a_change_up_to_the_usual_passes(papers: Any, now: str) -> None:
    said = check(papers.yuan(now), papers.yuan("100.00"), Decimal(2), Decimal("0.7"))
    assert said is None


@pytest.mark.parametrize("now", ["301.00", "29.00"])
def test_a_greater_change_is_a_question(papers: Any, now: str) -> None:
    said = check(papers.yuan(now), papers.yuan("100.00"), Decimal(2), Decimal("0.7"))
    assert said is not None
    assert said.severity == "C"


def test_a_company_without_revenue_before_is_not_asked(papers: Any) -> None:
    assert check(papers.yuan("5.00"), papers.yuan("0.00"), Decimal(2), Decimal("0.7")) is None
