from typing import Any

from extractor.rules.audited_revenue_equals_tax_return import check
from models.extraction import Identifier


def test_equal_sums_pass(papers: Any) -> None:
    assert check(papers.yuan("100.00"), papers.yuan("100.00"), None) is None


def test_a_company_whose_sums_differ_fails(papers: Any) -> None:
    code = Identifier(value="914201007071167872")
    said = check(papers.yuan("10000000.00"), papers.yuan("12000000.00"), code)
    assert said is not None
    assert said.severity == "B"


def test_a_public_bodys_sheets_may_explain_it(papers: Any) -> None:
    code = Identifier(value="12420000MB1234567X")
    said = check(papers.yuan("10000000.00"), papers.yuan("12000000.00"), code)
    assert said is not None
    assert said.severity == "C"
