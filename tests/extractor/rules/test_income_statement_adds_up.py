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
        税金及附加="0.00",
        管理费用="0.00",
        研发费用="10.00",
        营业利润="30.00",
        营业外收入="5.00",
        营业外支出="0.00",
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


def with_costs(papers: Any, profit: str, **lines: str) -> Rows:
    return statement(
        papers,
        营业收入="100.00",
        营业成本="60.00",
        税金及附加="1.00",
        管理费用="9.00",
        **lines,
        营业利润=profit,
        营业外收入="0.00",
        营业外支出="0.00",
        利润总额=profit,
    )


def test_a_line_that_the_published_form_does_not_have_counts(papers: Any) -> None:
    assert check(with_costs(papers, "23.00", 勘探费用="7.00")) == []
    assert check(with_costs(papers, "37.00", 汇兑收益="7.00")) == []
    assert {each.outcome for each in check(with_costs(papers, "24.00", 勘探费用="7.00"))} == {None}


def test_a_loss_that_is_printed_without_its_sign_is_taken_off(papers: Any) -> None:
    assert check(with_costs(papers, "26.00", 资产减值损失="4.00")) == []
    assert check(with_costs(papers, "34.00", 资产减值损失="4.00")) == []
    assert check(with_costs(papers, "30.00", 资产减值损失="4.00"))


def test_a_part_of_a_line_explains_nothing(papers: Any) -> None:
    lines = {"其中：利息费用": "7.00"}
    assert {each.outcome for each in check(with_costs(papers, "23.00", **lines))} == {None}


def test_a_line_that_every_statement_has_may_have_been_lost(papers: Any) -> None:
    said = check(income(papers, "35.00"))
    assert said == []
    lost = statement(papers, 营业收入="100.00", 管理费用="9.00", 营业利润="30.00")
    assert {each.outcome for each in check(lost)} == {"unreadable"}
    assert "营业成本" in check(lost)[0].message
