from decimal import Decimal
from typing import Any

import pytest

from extractor.rules.tax_burden_is_plausible import check

MOST, SMALL = Decimal("0.4"), Decimal(5_000_000)


def test_a_usual_burden_passes(papers: Any) -> None:
    assert check(papers.wan("1000"), (papers.yuan("300000.00"), None), MOST, SMALL) is None


@pytest.mark.parametrize("paid", ["5000000.00", "0.00"])
def test_too_much_or_nothing_is_a_note(papers: Any, paid: str) -> None:
    said = check(papers.wan("1000"), (papers.yuan(paid),), MOST, SMALL)
    assert said is not None
    assert said.severity == "D"


def test_a_small_company_may_pay_nothing(papers: Any) -> None:
    assert check(papers.wan("100"), (papers.yuan("0.00"),), MOST, SMALL) is None
