from typing import Any

from extractor.rules.balance_sheet_adds_up import check
from models.extraction import Rows, Text


def statement(papers: Any, **lines: str) -> Rows:
    amounts = {name: papers.yuan(amount) for name, amount in lines.items()}
    return Rows(
        records=tuple(
            {"line": Text(value=name), "current": amount, "prior": amount}
            for name, amount in amounts.items()
        )
    )


def sheet(papers: Any, total: str) -> Rows:
    return statement(
        papers,
        流动资产合计="60.00",
        非流动资产合计="40.00",
        资产总计=total,
        流动负债合计="30.00",
        负债合计="30.00",
        所有者权益合计="70.00",
        负债和所有者权益总计="100.00",
    )


def test_a_sheet_that_balances_passes(papers: Any) -> None:
    assert check(sheet(papers, "100.00")) == []


def test_a_sheet_that_does_not_fails_with_its_formula(papers: Any) -> None:
    said = check(sheet(papers, "110.00"))
    assert said
    assert {each.severity for each in said} == {"B"}
    assert "资产总计" in said[0].message
    assert "10.00 元" in said[0].message
