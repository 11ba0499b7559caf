"""The sums of statements as published."""

from decimal import Decimal

import pytest

from extractor.forms.statements import column_of, line_name, statement_identities
from models.extraction import Amount, Rows, Text

INCOME = {
    "一、营业收入": "90000000.00",
    "减：营业成本": "60000000.00",
    "税金及附加": "500000.00",
    "销售费用": "3000000.00",
    "管理费用": "7000000.00",
    "研发费用": "12000000.00",
    "财务费用": "100000.00",
    "其中：利息费用": "120000.00",
    "加：其他收益": "800000.00",
    "信用减值损失（损失以“－”号填列）": "-50000.00",
    "二、营业利润（亏损以“－”号填列）": "8150000.00",
    "加：营业外收入": "10000.00",
    "减：营业外支出": "5000.00",
    "三、利润总额（亏损总额以“－”号填列）": "8155000.00",
    "减：所得税费用": "655000.00",
    "四、净利润（净亏损以“－”号填列）": "7500000.00",
}
BALANCE = {
    "流动资产合计": "50000000.00",
    "非流动资产合计": "30000000.00",
    "资产总计": "80000000.00",
    "流动负债合计": "20000000.00",
    "非流动负债合计": "5000000.00",
    "负债合计": "25000000.00",
    "实收资本（或股本）": "30000000.00",
    "资本公积": "15000000.00",
    "未分配利润": "10000000.00",
    "所有者权益（或股东权益）合计": "55000000.00",
    "负债和所有者权益（或股东权益）总计": "80000000.00",
}


def table(lines: dict[str, str]) -> Rows:
    return Rows(
        records=tuple(
            {"line": Text(value=line), "current": Amount(value=Decimal(value))}
            for line, value in lines.items()
        )
    )


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("一、营业收入", "营业收入"),
        ("减：营业成本", "营业成本"),
        ("其中：营业收入", "营业收入"),
        ("二、营业利润（亏损以“－”号填列）", "营业利润"),
        ('信用减值损失(损失以"-"号填列', "信用减值损失"),
        ("△ 税金及附加", "税金及附加"),
        ("营业税金及附加", "税金及附加"),
        ("所有者权益（或股东权益）合计", "所有者权益合计"),
        ("股东权益合计", "所有者权益合计"),
        ("负债和股东权益总计", "负债和所有者权益总计"),
        ("股本", "实收资本"),
        ("21. 营业利润", "营业利润"),
    ],
)
def test_a_line_is_known_however_it_is_printed(printed: str, name: str) -> None:
    assert line_name(printed) == name


def test_every_published_sum_is_worked_out_over_the_lines_that_are_printed() -> None:
    for statement, lines, count in (("income_statement", INCOME, 3), ("balance_sheet", BALANCE, 5)):
        identities, cells = statement_identities(statement, column_of(table(lines), "current"))
        assert [each.holds(cells) for each in identities] == [True] * count


def test_statements_in_ten_thousands_may_miss_a_sum_by_the_rounding() -> None:
    def rounded(value: str) -> Amount:
        return Amount(value=Decimal(value) * 10000, step=Decimal(100), unit="万元")

    lines = {"流动资产合计": "33.33", "非流动资产合计": "33.33", "资产总计": "66.67"}
    amounts = {name: rounded(value) for name, value in lines.items()}
    identities, cells = statement_identities("balance_sheet", amounts)
    assert [each.holds(cells) for each in identities if each.total == "资产总计"] == [True]
    amounts["资产总计"] = rounded("66.69")
    identities, cells = statement_identities("balance_sheet", amounts)
    assert [each.holds(cells) for each in identities if each.total == "资产总计"] == [False]


def test_a_line_that_is_always_printed_and_was_not_read_leaves_its_sums_open() -> None:
    without = {line: value for line, value in BALANCE.items() if line != "流动资产合计"}
    identities, cells = statement_identities("balance_sheet", column_of(table(without), "current"))
    assert {each.formula: each.holds(cells) for each in identities}[
        "资产总计 = 非流动资产合计"
    ] is None


def test_two_lines_of_one_name_with_different_amounts_are_not_used() -> None:
    records = tuple(
        {"line": Text(value="净利润"), "current": Amount(value=Decimal(value))} for value in (1, 2)
    )
    assert column_of(Rows(records=records), "current") == {"净利润": None}


def _broken(statement: str, lines: dict[str, str]) -> list[str]:
    identities, cells = statement_identities(statement, column_of(table(lines), "current"))
    return [each.total for each in identities if each.holds(cells) is False]


def test_assets_that_another_standard_divides_otherwise_break_no_sum() -> None:
    lines = dict(BALANCE)
    del lines["非流动资产合计"], lines["非流动负债合计"]
    lines |= {"固定资产合计": "30000000.00", "长期负债合计": "5000000.00"}
    assert _broken("balance_sheet", lines) == []


def test_a_sheet_without_any_fixed_assets_is_still_added_up() -> None:
    lines = {**BALANCE, "资产总计": "50000000.00"}
    del lines["非流动资产合计"]
    assert _broken("balance_sheet", lines) == ["负债和所有者权益总计"]


def test_research_that_is_a_part_of_administration_is_added_once() -> None:
    lines = dict(INCOME)
    lines["管理费用"] = "19000000.00"
    del lines["研发费用"]
    assert _broken("income_statement", {**lines, "其中：研发费用": "12000000.00"}) == []
    assert _broken("income_statement", {**lines, "研发费用": "12000000.00"}) == ["营业利润"]


def test_profits_of_the_former_standard_are_other_sums() -> None:
    lines = {
        "一、主营业务收入": "100.00",
        "减：主营业务成本": "60.00",
        "主营业务税金及附加": "1.00",
        "二、主营业务利润": "39.00",
        "减：营业费用": "9.00",
        "三、营业利润": "30.00",
        "加：补贴收入": "5.00",
        "四、利润总额": "35.00",
        "减：所得税": "5.00",
        "五、净利润": "30.00",
    }
    assert _broken("income_statement", lines) == []
    assert _broken("income_statement", {**lines, "五、净利润": "31.00"}) == ["净利润"]
