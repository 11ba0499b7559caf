from datetime import date
from decimal import Decimal
from typing import Any

from extractor.rules.ai_revenue_has_its_contracts import check
from models.extraction import Day, Text
from models.finding import Disagreement

OTHER = Text(value="湖北江擎装备制造有限公司")
LEAST = Decimal("0.01")


def said(papers: Any, revenue: str, *contracts: tuple[Text | None, str]) -> Disagreement:
    return check(
        papers.wan(revenue),
        Text(value=papers.name),
        2025,
        LEAST,
        tuple(seller for seller, _ in contracts),
        tuple(Day(value=date(2025, 8, 1)) for _ in contracts),
        tuple(papers.words(f"合同总金额:人民币{total}(含税)") for _, total in contracts),
    )


def test_contracts_that_come_to_some_of_the_revenue_pass(papers: Any) -> None:
    own = Text(value=papers.name)
    one = said(papers, "500.00", (own, "300,000.00元"), (own, "12万元"), (OTHER, "8元"))
    assert one.outcome == "passed"
    assert "420,000.00" in one.message


def test_contracts_that_come_to_next_to_nothing_of_it_are_a_question(papers: Any) -> None:
    one = said(papers, "5000.00", (Text(value=papers.name), "300,000.00元"))
    assert (one.severity, one.outcome) == ("C", None)


def test_sales_without_any_such_revenue_are_a_question(papers: Any) -> None:
    one = said(papers, "0", (Text(value=papers.name), "300,000.00元"))
    assert (one.severity, one.outcome) == ("C", None)


def test_a_contract_that_was_not_read_may_hold_the_rest(papers: Any) -> None:
    own = Text(value=papers.name)
    one = said(papers, "5000.00", (own, "300,000.00元"), (own, "若干"))
    assert one.outcome == "not_applicable"


def test_purchases_alone_say_nothing(papers: Any) -> None:
    assert said(papers, "5000.00", (OTHER, "300,000.00元")).outcome == "not_applicable"
