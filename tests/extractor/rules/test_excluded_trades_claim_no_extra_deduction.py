from typing import Any

from extractor.rules.excluded_trades_claim_no_extra_deduction import check
from models.extraction import Text


def test_a_trading_company_that_deducts_research_is_asked(papers: Any) -> None:
    said = check(papers.yuan("100.00"), Text(value="武汉某某商贸有限公司"))
    assert said is not None
    assert said.severity == "C"
    assert "商贸" in said.message


def test_other_units_and_units_that_deduct_nothing_pass(papers: Any) -> None:
    assert check(papers.yuan("100.00"), Text(value=papers.name)) is None
    assert check(papers.yuan("0.00"), Text(value="武汉某某商贸有限公司")) is None
