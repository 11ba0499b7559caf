from typing import Any

from extractor.rules.special_audit_adds_up import check
from models.extraction import Rows, Text


def rows(papers: Any, *amounts: str) -> Rows:
    return Rows(records=tuple({"amount": papers.yuan(amount)} for amount in amounts))


def test_items_and_words_of_the_total_pass(papers: Any) -> None:
    words = Text(value="人民币叁佰圆整")
    assert check(papers.yuan("300.00"), rows(papers, "100.00", "200.00"), words) == []


def test_items_that_do_not_add_up_fail(papers: Any) -> None:
    (said,) = check(papers.yuan("300.00"), rows(papers, "100.00", "210.00"), None)
    assert said.values == ("special_audit_report.items", "special_audit_report.rd_cost")


def test_words_of_another_sum_fail(papers: Any) -> None:
    (said,) = check(papers.yuan("300.00"), None, Text(value="叁佰壹拾圆整"))
    assert said.severity == "B"
    assert "310.00 元" in said.message
