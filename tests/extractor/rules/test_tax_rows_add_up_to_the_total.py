from typing import Any

from extractor.rules.tax_rows_add_up_to_the_total import check
from models.extraction import Rows


def test_refunds_are_taken_off(papers: Any) -> None:
    rows = Rows(records=({"amount": papers.yuan("100.10")}, {"amount": papers.yuan("-30.00")}))
    assert check(rows, papers.yuan("70.10")) is None


def test_another_total_fails(papers: Any) -> None:
    said = check(Rows(records=({"amount": papers.yuan("100.10")},)), papers.yuan("100.30"))
    assert said is not None
    assert (said.severity, said.outcome) == ("B", None)


def test_a_row_that_was_not_read_leaves_it_open(papers: Any) -> None:
    said = check(Rows(records=({"amount": None},)), papers.yuan("100.30"))
    assert said is not None
    assert said.outcome == "unreadable"
