from typing import Any

import pytest

from extractor.rules.retained_earnings_roll_forward import check
from models.extraction import Rows, Text


def sheet(papers: Any, now: str) -> Rows:
    row = {
        "line": Text(value="未分配利润"),
        "current": papers.yuan(now),
        "prior": papers.yuan("100.00"),
    }
    return Rows(records=(row,))


@pytest.mark.parametrize("now", ["130.00", "90.00"])
def test_profit_kept_or_paid_out_passes(papers: Any, now: str) -> None:
    said = check(sheet(papers, now), papers.yuan("30.00"))
    assert said is not None
    assert said.outcome == "passed"


def test_more_kept_than_earned_is_a_question(papers: Any) -> None:
    said = check(sheet(papers, "150.00"), papers.yuan("30.00"))
    assert said is not None
    assert said.severity == "C"
