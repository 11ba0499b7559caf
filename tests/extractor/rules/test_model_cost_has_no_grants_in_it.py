from typing import Any

import pytest

from extractor.rules.model_cost_has_no_grants_in_it import check
from extractor.rules.rule import Words
from models.extraction import Field, Rows, Text


def words(text: str) -> Words:
    return Words(pages=("专项审计报告", text), numbers=(12, 13))


def cell(items: Rows, printed: str) -> dict[str, Field]:
    field = Field(
        key="application_form.rd_cost_items",
        label="研发成本组成",
        kind="rows",
        value=items,
        text=printed,
        status="sure",
    )
    return {"rd_cost_items": field}


@pytest.mark.parametrize(
    "text",
    [
        "研究开发成本共计860.00万元,其中政府补助50.00万元。",
        "上述支出包含财政资金列支的设备费120万元。",
        "本年研发支出中含政府补助资金2,000,000.00元。",
    ],
)
def test_a_cost_with_granted_money_in_it_is_a_question(text: str) -> None:
    said = check(words(text), None)
    assert (said.severity, said.outcome) == ("C", None)
    assert "第 13 页" in said.message


@pytest.mark.parametrize(
    "text",
    [
        "金额为不含税金额;2.上述支出未使用政府补助资金。",
        "上述研发成本不包含政府补助。",
        "已扣除其中政府补助50万元。",
        "其中政府补助0.00元。",
        "贵公司2025年收到政府补助50万元,计入其他收益。",
        "研究开发成本共计860.00万元。",
    ],
)
def test_a_cost_without_it_passes(text: str) -> None:
    assert check(words(text), None).outcome == "passed"


def test_a_part_of_the_forms_cost_that_is_a_grant_is_a_question(papers: Any) -> None:
    items = Rows(records=({"name": Text(value="财政补助资金支出"), "amount": papers.wan("50")},))
    said = check(words("研究开发成本共计860.00万元。"), cell(items, ""))
    assert (said.severity, said.outcome) == ("C", None)


@pytest.mark.parametrize(
    ("printed", "outcome"),
    [
        ("员工工资600；购买设备（含财政补助资金）260", None),
        ("员工工资600；购买设备（不含财政补助资金）260", "passed"),
    ],
)
def test_what_the_cell_remarks_on_an_item_counts(
    papers: Any, printed: str, outcome: str | None
) -> None:
    items = Rows(records=({"name": Text(value="购买设备"), "amount": papers.wan("260")},))
    assert check(words("研究开发成本共计860.00万元。"), cell(items, printed)).outcome == outcome
