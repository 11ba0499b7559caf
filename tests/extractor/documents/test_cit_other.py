"""企业所得税年度纳税申报基础信息表 (A000000) as the other sheets of the return have it."""

from typing import Any

import pytest

from models.extraction import Count


def rows(staff: str) -> list[list[str]]:
    return [
        ["101纳税申报企业类型（填写代码）", "100", "102分支机构就地纳税比例（%）", ""],
        [
            "103资产总额（填写平均值，单位：万元）",
            "5302.18",
            "104从业人数（填写平均值，单位：人）",
            staff,
        ],
        ["105所属国民经济行业（填写代码）", "6513", "106从事国家限制或禁止行业", "□是☑否"],
    ]


def test_the_mean_number_of_employees_is_read(read: Any, page: Any, table: Any, line: Any) -> None:
    head = line("A000000企业所得税年度纳税申报基础信息表", 0.2, 0.05)
    staff = read("cit_other", page([head], [table(rows("128"))])).field("staff")
    assert (staff.value, staff.status) == (Count(value=128), "sure")


@pytest.mark.parametrize("cell", ["", "约128"])
def test_a_cell_without_a_plain_number_gives_none(
    read: Any, page: Any, table: Any, line: Any, cell: str
) -> None:
    head = line("A000000企业所得税年度纳税申报基础信息表", 0.2, 0.05)
    staff = read("cit_other", page([head], [table(rows(cell))])).field("staff")
    assert staff.value is None


def test_other_sheets_state_none(read: Any, page: Any, line: Any) -> None:
    cover = page([line("中华人民共和国企业所得税年度纳税申报表封面", 0.2, 0.05)])
    assert read("cit_other", cover).field("staff").status == "missing"


def test_it_is_read_from_a_row_without_rulings(read: Any, page: Any, line: Any) -> None:
    lines = [
        line("企业所得税年度纳税申报基础信息表", 0.2, 0.05),
        line("103资产总额（单位：万元）", 0.05, 0.2),
        line("5302.18", 0.4, 0.2),
        line("104从业人数（单位：人）", 0.5, 0.2),
        line("128", 0.85, 0.2),
    ]
    assert read("cit_other", page(lines)).field("staff").value == Count(value=128)
