"""The composition of a cost in words."""

from __future__ import annotations

import pytest

from extractor.documents.cost_items import parse_cost_items
from models.extraction import Amount, Rows, Text


def items(text: str) -> list[tuple[str, int]] | None:
    read = parse_cost_items(text)
    if read is None:
        return None
    assert isinstance(read, Rows)
    told = []
    for record in read.records:
        name, amount = record["name"], record["amount"]
        assert isinstance(name, Text)
        assert isinstance(amount, Amount)
        told.append((name.value, int(amount.value)))
    return told


THREE = [("购买服务", 1_200_000), ("购买设备", 800_000), ("员工工资", 3_000_000)]


@pytest.mark.parametrize(
    "text",
    [
        "购买服务120万元、购买设备80万元、员工工资300万元",
        "购买服务：120；购买设备：80；员工工资：300",
        "购买服务120.00；购买设备80.00；员工工资\n300.00.",
        "1.购买服务：120\n2.购买设备：80\n3.员工工资：300",
        "①购买服务120万元②购买设备80万元③员工工资300万元",
        "（一）购买服务120万元；（二）购买设备80万元；（三）员工工资300万元",
        "购买服务、购买设备、员工工资分别为120万元、80万元、300万元",
        "购买服务、购买设备和员工工资分别为120、80和300万元",
        "购买服务120万元+购买设备80万元+员工工资300万元=500万元",
        "总成本500万元，其中：购买服务120万元（占24%）、购买设备80万元（占16%）、员工工资300万元（占60%）",
        "购买服务120万元（A100算力64卡），购买设备80万元（8台），员工工资300万元，合计500万元",
        "购买服务，包括算力租赁、数据标注等，共计120万元；购买设备80万元；员工工资300万元",
        "购买服务120万元，购买设备80万元，员工工资3,000,000元",
        "购买服务12\n0万元、购买设备80万元、员工工资300万元",
        "购买服务：120.00\n购买设备：80.00\n员工工资：300.00\n合计：500.00",
        "购买服务\n购买设备\n员工工资\n合计\n120.00\n80.00\n300.00\n500.00",
        "购买服务\n120.00\n购买设备\n80.00\n员工工资\n300.00",
        "1.购买服务：120.00\n2.购买设备：80.00\n3.员工工资：300.00\n合计：500.00",
        "购买服务（算力租赁、数据标注等）120万元、购买设备80万元、员工工资300万元",
        "购买服务120万元；购买设备：4台×20万元=80万元；员工工资：20人×15万元=300万元",
    ],
)
def test_names_and_amounts_are_told_however_they_are_listed(text: str) -> None:
    assert items(text) == THREE


@pytest.mark.parametrize(
    "text",
    [
        "人员人工费用600万元（其中工资500万元、社保100万元），设备折旧费80万元",
        "人员人工费用600万元，其中工资500万元，社保100万元；设备折旧费80万元",
    ],
)
def test_the_parts_of_an_item_are_no_items(text: str) -> None:
    assert items(text) == [("人员人工费用", 6_000_000), ("设备折旧费", 800_000)]


def test_a_number_of_things_is_no_amount() -> None:
    told = items("购买GPU服务器8台共计320万元；研发人员32人工资410万元")
    assert told is not None
    assert [amount for _, amount in told] == [3_200_000, 4_100_000]


@pytest.mark.parametrize(
    "text",
    [
        "120万元用于购买服务，80万元用于购买设备",
        "购买服务 120 购买设备 80 员工工资 300",
        "人员人工费用、直接投入费用、折旧费用等合计905万元",
        "员工工资：20人×15万元",
        "购买服务\n购买设备\n员工工资\n120.00\n80.00",
        "无",
    ],
)
def test_amounts_that_can_not_be_told_to_a_name_are_not_guessed(text: str) -> None:
    assert items(text) is None
