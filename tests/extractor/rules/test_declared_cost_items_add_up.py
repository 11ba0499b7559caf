from typing import Any

from extractor.rules.declared_cost_items_add_up import check
from models.extraction import Rows


def test_rounded_items_may_miss_the_total_by_half_a_step_each(papers: Any) -> None:
    rows = Rows(records=({"amount": papers.wan("100.33")}, {"amount": papers.wan("100.34")}))
    assert check(rows, papers.wan("200.68")) is None


def test_items_that_do_not_add_up_fail(papers: Any) -> None:
    rows = Rows(records=({"amount": papers.wan("100.00")}, {"amount": papers.wan("80.00")}))
    said = check(rows, papers.wan("200.00"))
    assert said is not None
    assert said.severity == "B"
    assert "180.00 万元" in said.message


def test_an_item_that_was_not_read_leaves_it_open(papers: Any) -> None:
    said = check(Rows(records=({"amount": None},)), papers.wan("1.00"))
    assert said is not None
    assert said.outcome == "unreadable"
