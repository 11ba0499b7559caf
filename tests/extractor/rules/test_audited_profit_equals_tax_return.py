from typing import Any

from extractor.rules.audited_profit_equals_tax_return import check


def test_equal_profits_pass(papers: Any) -> None:
    assert check(papers.yuan("-100.00"), papers.yuan("-100.00")) is None


def test_other_profits_are_a_question(papers: Any) -> None:
    said = check(papers.yuan("1000000.00"), papers.yuan("1500000.00"))
    assert said is not None
    assert said.severity == "C"
