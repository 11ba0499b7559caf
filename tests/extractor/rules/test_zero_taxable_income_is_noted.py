from typing import Any

from extractor.rules.zero_taxable_income_is_noted import check
from models.extraction import Choice

NEW, OLD = Choice(value="2025"), Choice(value="2020-2023")


def test_a_profit_needs_no_note(papers: Any) -> None:
    assert check(NEW, papers.yuan("9.00"), papers.yuan("9.00"), None, None) is None


def test_a_loss_with_zero_income_is_noted(papers: Any) -> None:
    said = check(NEW, papers.yuan("-9.00"), papers.yuan("0.00"), None, None)
    assert said is not None
    assert said.severity == "D"


def test_older_sheets_have_other_rows(papers: Any) -> None:
    said = check(OLD, None, None, papers.yuan("-9.00"), papers.yuan("0.00"))
    assert said is not None
