from decimal import Decimal

import pytest

HEAD = ["项目", "附注", "本期金额", "上期金额"]
FIRST = [
    ["一、营业收入", "1", "100.00", "90.00"],
    ["减：营业成本", "", "60.00", "50.00"],
    ["三、利润总额", "", "40.00", "40.00"],
]
LAST = [["减：所得税费用", "", "10.00", "9.00"], ["四、净利润", "", "30.00", "31.00"]]


def _amount(stated, name):
    return stated.field(name).value.value


def test_a_statement_that_goes_on_overleaf_is_read_to_its_end(line, table, page, read):
    stated = read(
        "audit_report",
        page([line("单位：元", 0.8, 0.1)], [table([HEAD, *FIRST])], number=1),
        page([], [table(LAST)], number=2),
    )
    assert _amount(stated, "net_profit") == 30
    assert _amount(stated, "net_profit_prior") == 31
    assert len(stated.field("income_statement").value.records) == 5
    assert stated.field("income_statement").status == "sure"


def test_a_statement_without_its_last_line_is_not_sure(line, table, page, read):
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [table([HEAD, *FIRST])]))
    assert stated.field("income_statement").status == "doubtful"
    assert stated.field("net_profit").status == "missing"


def test_a_table_two_pages_on_is_not_the_rest_of_a_statement(line, table, page, read):
    stated = read(
        "audit_report",
        page([line("单位：元", 0.8, 0.1)], [table([HEAD, *FIRST])], number=1),
        page([], [table(LAST)], number=3),
    )
    assert stated.field("net_profit").status == "missing"


@pytest.mark.parametrize(
    ("read_as", "name"),
    [
        ("四、净利润。—.", "四、净利润"),
        ("四、净利润ii", "四、净利润"),
        ("四、净利润（净亏损以“.”号填列）", "四、净利润（净亏损以“-”号填列）"),
        ("四、净利润（净亏损以“”号填列）", "四、净利润（净亏损以“-”号填列）"),
    ],
)
def test_specks_on_a_name_are_no_part_of_it(line, table, page, read, read_as, name):
    rows = [HEAD, *FIRST, *LAST[:1], [read_as, "", "30.00", "31.00"]]
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [table(rows)]))
    last = stated.field("income_statement").value.records[-1]
    assert last["line"].value == name


def test_the_column_of_a_single_month_is_not_the_year(line, table, page, read):
    rows = [["项目", "行次", "本年累计金额", "本月金额"], *FIRST, *LAST]
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [table(rows)]))
    assert _amount(stated, "revenue") == 100
    assert stated.field("revenue_prior").status == "missing"


@pytest.mark.parametrize(("unit", "factor"), [("元", 1), ("千元", 1000), ("万元", 10_000)])
def test_the_unit_over_the_statement_counts(line, table, page, read, unit, factor):
    rows = [HEAD, *FIRST, *LAST]
    stated = read("audit_report", page([line(f"单位：{unit}", 0.8, 0.1)], [table(rows)]))
    assert _amount(stated, "revenue") == Decimal(100) * factor


def test_the_companys_columns_stand_for_it_and_the_groups_beside(line, table, page, read):
    rows = [
        ["项目", "合并本期金额", "母公司本期金额"],
        ["一、营业收入", "500.00", "100.00"],
        ["减：营业成本", "300.00", "60.00"],
        ["三、利润总额", "200.00", "40.00"],
        ["四、净利润", "150.00", "30.00"],
    ]
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [table(rows)]))
    assert _amount(stated, "revenue") == 100
    assert _amount(stated, "consolidated_revenue") == 500
    assert stated.field("scope").value.value == "both"


def test_sides_may_stand_under_the_years(line, table, page, read):
    rows = [
        ["项目", "本期金额", "", "上期金额", ""],
        [None, "合并", "母公司", "合并", "母公司"],
        ["一、营业收入", "500.00", "100.00", "450.00", "90.00"],
        ["减：营业成本", "300.00", "60.00", "280.00", "50.00"],
        ["三、利润总额", "200.00", "40.00", "170.00", "40.00"],
        ["四、净利润", "150.00", "30.00", "130.00", "31.00"],
    ]
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [table(rows)]))
    assert _amount(stated, "revenue") == 100
    assert _amount(stated, "revenue_prior") == 90
    assert _amount(stated, "consolidated_revenue") == 500
    assert _amount(stated, "net_profit_prior") == 31


def test_the_right_half_of_a_balance_sheet_is_read_with_its_own_columns(line, table, page, read):
    rows = [
        ["资产", "期末余额", "年初余额", "负债和所有者权益", "期末余额", "年初余额"],
        ["流动资产合计", "70.00", "60.00", "负债合计", "40.00", "30.00"],
        ["非流动资产合计", "30.00", "20.00", "所有者权益合计", "60.00", "50.00"],
        ["资产总计", "100.00", "80.00", "负债和所有者权益总计", "100.00", "80.00"],
    ]
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [table(rows)]))
    assert _amount(stated, "total_assets") == 100
    assert _amount(stated, "total_liabilities_prior") == 30
    assert _amount(stated, "total_equity") == 60
    assert stated.field("balance_sheet").status == "sure"


def test_headings_that_name_side_and_time_at_once_part_the_group_from_the_company(
    table, page, read
):
    rows = [
        ["项目", "期末合并", "期初合并", "期末母公司", "期初母公司"],
        ["流动资产合计", "300.00", "280.00", "200.00", "190.00"],
        ["资产总计", "500.00", "480.00", "400.00", "390.00"],
        ["流动负债合计", "100.00", "90.00", "80.00", "70.00"],
        ["负债合计", "150.00", "140.00", "120.00", "110.00"],
        ["股东权益合计", "350.00", "340.00", "280.00", "280.00"],
        ["负债和股东权益总计", "500.00", "480.00", "400.00", "390.00"],
    ]
    stated = read("audit_report", page([], [table(rows)]))
    assert str(stated.field("total_assets").value.value) == "400.00"
    assert str(stated.field("total_assets_prior").value.value) == "390.00"
    assert str(stated.field("consolidated_total_assets").value.value) == "500.00"
