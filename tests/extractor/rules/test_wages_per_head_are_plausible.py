from decimal import Decimal
from typing import Any

from extractor.rules.wages_per_head_are_plausible import check
from models.extraction import Count, Rows, Text
from models.finding import Disagreement

MOST = Decimal(2_000_000)


def said(papers: Any, wages: str, heads: int, name: str = "员工工资") -> Disagreement:
    items = Rows(
        records=(
            {"name": Text(value=name), "amount": papers.wan(wages)},
            {"name": Text(value="购买设备"), "amount": papers.wan("99000")},
        )
    )
    return check(items, Count(value=heads), MOST)


def test_wages_that_people_earn_pass(papers: Any) -> None:
    assert said(papers, "860.00", 33).outcome == "passed"


def test_wages_of_few_of_many_researchers_pass(papers: Any) -> None:
    assert said(papers, "60.00", 120).outcome == "passed"


def test_wages_that_nobody_earns_are_a_question(papers: Any) -> None:
    finding = said(papers, "8600.00", 33)
    assert (finding.severity, finding.outcome) == ("C", None)
    assert "200 万元" in finding.message


def test_wages_without_a_researcher_are_a_question(papers: Any) -> None:
    assert said(papers, "86.00", 0).outcome is None


def test_a_cost_that_lists_no_wages_is_not_judged(papers: Any) -> None:
    assert said(papers, "8600.00", 1, "购买服务").outcome == "not_applicable"
