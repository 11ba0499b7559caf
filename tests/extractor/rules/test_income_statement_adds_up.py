from typing import Any

from extractor.rules.income_statement_adds_up import check
from models.extraction import Rows, Text


def statement(papers: Any, **lines: str) -> Rows:
    amounts = {name: papers.yuan(amount) for name, amount in lines.items()}
    return Rows(
        records=tuple(
            {"line": Text(value=name), "current": amount, "prior": amount}
            for name, amount in amounts.items()
        )
    )


def income(papers: Any, profit: str) -> Rows:
    return statement(
        papers,
        营业收入="100.00",
        营业成本="60.00",
        研发费用="10.00",
        营业利润="30.00",
        营业外收入="5.00",
        利润总额=profit,
        所得税费用="5.00",
        净利润="30.00",
    )


def test_a_statement_that_adds_up_passes(papers: Any) -> None:
    assert check(income(papers, "35.00")) == []


def test_both_columns_are_checked(papers: Any) -> None:
    said = check(income(papers, "45.00"))
    assert {each.message[:2] for each in said} == {"本期", "上期"}
    assert {each.severity for each in said} == {"B"}
