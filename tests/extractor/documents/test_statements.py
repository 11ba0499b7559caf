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


def _with_print_in_its_middle(cell):
    lines = []
    for each in cell.lines:
        top = cell.box.centre[1] - each.box.height / 2
        box = each.box.model_copy(update={"top": top, "bottom": top + each.box.height})
        lines.append(each.model_copy(update={"box": box}))
    return cell.model_copy(update={"lines": tuple(lines)})


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
        ("五、综合收益总2", "五、综合收益总额"),
        ("四、净利润（净亏损以“.”号填列）", "四、净利润（净亏损以“-”号填列）"),
        ("四、净利润（净亏损以“”号填列）", "四、净利润（净亏损以“-”号填列）"),
    ],
)
def test_specks_on_a_name_are_no_part_of_it(line, table, page, read, read_as, name):
    rows = [HEAD, *FIRST, *LAST[:1], [read_as, "", "30.00", "31.00"]]
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [table(rows)]))
    last = stated.field("income_statement").value.records[-1]
    assert last["line"].value == name


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["一、本期收入", "（一）财政拨款收入", "二、本期费用", "三、本期盈余"], "收入费用表"),
        (["收入合计", "费用合计", "四、净资产变动额"], "业务活动表"),
    ],
)
def test_all_income_of_an_institution_stands_in_doubt_for_its_turnover(
    line, table, page, read, lines, name
):
    rows = [["项目", "本年数", "上年数"], *([each, "300.00", "200.00"] for each in lines)]
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [table(rows)]))
    assert stated.field("activity_statement").value.value == name
    assert (_amount(stated, "revenue"), _amount(stated, "revenue_prior")) == (300, 200)
    assert stated.field("revenue").status == "doubtful"


def test_the_total_of_restricted_and_free_income_counts(line, table, page, read):
    rows = [
        ["项目", "上年数", "", "", "本年累计数", "", ""],
        [None, "非限定性", "限定性", "合计", "非限定性", "限定性", "合计"],
        ["收入合计", "20.00", "1.00", "21.00", "30.00", "2.00", "32.00"],
        ["费用合计", "10.00", "", "10.00", "15.00", "", "15.00"],
        ["四、净资产变动额", "10.00", "1.00", "11.00", "15.00", "2.00", "17.00"],
    ]
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [table(rows)]))
    assert (_amount(stated, "revenue"), _amount(stated, "revenue_prior")) == (32, 21)


@pytest.mark.parametrize(
    ("under", "values"),
    [
        (("未审数", "审定数"), ("7.00", "100.00")),
        (("本月数", "本年累计数"), ("7.00", "100.00")),
        (("审定数", "审计调整"), ("100.00", "7.00")),
    ],
)
def test_of_the_columns_under_a_period_the_one_that_counts_is_read(
    line, table, page, read, under, values
):
    rows = [
        ["项目", "本年金额", "", "上年金额"],
        [None, *under, None],
        ["一、营业收入", *values, "90.00"],
        ["三、利润总额", *values, "90.00"],
        ["四、净利润", *values, "90.00"],
    ]
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [table(rows)]))
    assert (_amount(stated, "revenue"), _amount(stated, "revenue_prior")) == (100, 90)


def test_a_year_that_was_restated_is_last_year(line, table, page, read):
    rows = [
        ["项目", "本期金额", "上期金额（已重述）"],
        *([a, c, d] for a, _, c, d in (*FIRST, *LAST)),
    ]
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [table(rows)]))
    assert (_amount(stated, "revenue"), _amount(stated, "revenue_prior")) == (100, 90)


def test_a_company_has_no_statement_of_an_institution(line, table, page, read):
    rows = [HEAD, *FIRST, *LAST]
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [table(rows)]))
    assert stated.field("activity_statement").status == "missing"


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


@pytest.mark.parametrize(
    ("this_year", "last_year"),
    [
        ("2025年12月31日", "2025年1月1日"),
        ("2025.12.31", "2024.12.31"),
        ("本期末余额", "上年末余额"),
        ("期末审定数", "期初审定数"),
        ("期未余额", "年初余额"),
        ("二〇二五年度", "二〇二四年度"),
        ("当期发生额", "上年同期发生额"),
    ],
)
@pytest.mark.parametrize("reversed_", [False, True])
def test_headings_in_either_order_say_which_year_a_column_holds(
    line, table, page, read, this_year, last_year, reversed_
):
    order = slice(None, None, -1 if reversed_ else 1)
    rows = [
        [row[0], *row[2:][order]] for row in (["项目", "", this_year, last_year], *FIRST, *LAST)
    ]
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [table(rows)]))
    assert _amount(stated, "revenue") == 100
    assert _amount(stated, "revenue_prior") == 90
    assert stated.field("revenue").status == "sure"


@pytest.mark.parametrize(
    ("month", "year"),
    [("本期金额", "本年累计金额"), ("2025年12月", "2025年1-12月"), ("12月", "1-12月")],
)
def test_a_month_beside_the_whole_year_is_passed_over(line, table, page, read, month, year):
    rows = [[row[0], row[3], row[2]] for row in (["项目", "", year, month], *FIRST, *LAST)]
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [table(rows)]))
    assert _amount(stated, "revenue") == 100
    assert stated.field("revenue_prior").status == "missing"


def test_the_company_beside_its_group_is_the_single_entity(line, table, page, read):
    rows = [
        ["项目", "2025年度", "", "2024年度", ""],
        ["", "集团", "公司", "集团", "公司"],
        *([row[0], "900.00", row[2], "800.00", row[3]] for row in (*FIRST, *LAST)),
    ]
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [table(rows)]))
    assert _amount(stated, "revenue") == 100
    assert _amount(stated, "consolidated_revenue") == 900


def test_lines_of_the_small_firms_standard_keep_their_names(line, table, page, read):
    rows = [
        ["资产", "期末余额", "年初余额"],
        ["应收账款", "30.00", "20.00"],
        ["预付账款", "10.00", "10.00"],
        ["流动资产合计", "40.00", "30.00"],
        ["资产总计", "40.00", "30.00"],
        ["预收账款", "10.00", "5.00"],
        ["应付账款", "10.00", "5.00"],
        ["负债合计", "20.00", "10.00"],
        ["所有者权益合计", "20.00", "20.00"],
        ["负债和所有者权益总计", "40.00", "30.00"],
    ]
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [table(rows)]))
    names = [record["line"].value for record in stated.field("balance_sheet").value.records]
    assert names == [row[0] for row in rows[1:]]


@pytest.mark.parametrize(("confidence", "name"), [(0.99, "货巾资金"), (0.6, "货币资金")])
def test_a_line_of_no_list_is_another_ones_misreading_only_where_it_was_read_badly(
    line, table, page, read, confidence, name
):
    rows = [
        ["资产", "期末余额", "年初余额"],
        ["货巾资金", "10.00", "10.00"],
        ["流动资产合计", "10.00", "10.00"],
        ["资产总计", "10.00", "10.00"],
    ]
    drawn = table(rows)
    weak = [
        cell.model_copy(
            update={
                "lines": tuple(
                    each.model_copy(update={"confidences": (confidence,) * len(each.text)})
                    for each in cell.lines
                )
            }
        )
        if cell.text == "货巾资金"
        else cell
        for cell in drawn.cells
    ]
    drawn = drawn.model_copy(update={"cells": tuple(weak)})
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [drawn]))
    assert stated.field("balance_sheet").value.records[0]["line"].value == name


def test_the_unit_in_the_headings_counts(table, page, read):
    rows = [["项目", "附注", "本期金额（万元）", "上期金额（万元）"], *FIRST, *LAST]
    stated = read("audit_report", page([], [table(rows)]))
    assert _amount(stated, "revenue") == 1_000_000
    assert stated.field("revenue").status == "sure"


def test_words_for_group_and_company_stand_over_the_middle_of_their_columns(line, page, read):
    head = [("项目", 0.05), ("2025年度", 0.3), ("2024年度", 0.46), ("2025年度", 0.62)]
    lines = [
        line("单位：元", 0.8, 0.1),
        *(line(text, left, 0.14) for text, left in (("合并", 0.43), ("母公司", 0.74))),
        *(line(text, left, 0.16) for text, left in (*head, ("2024年度", 0.78))),
    ]
    for number, row in enumerate([*FIRST, *LAST]):
        figures = ("900.00", "800.00", row[2], row[3])
        lines.append(line(row[0], 0.05, 0.18 + 0.02 * number))
        lines += [
            line(text, 0.3 + 0.16 * at, 0.18 + 0.02 * number) for at, text in enumerate(figures)
        ]
    stated = read("audit_report", page(lines))
    assert _amount(stated, "revenue") == 100
    assert _amount(stated, "revenue_prior") == 90
    assert _amount(stated, "consolidated_revenue") == 900


def test_an_amount_without_a_name_leaves_the_statement_in_doubt(line, table, page, read):
    rows = [HEAD, *FIRST, ["", "", "5.00", "4.00"], *LAST]
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [table(rows)]))
    assert stated.field("income_statement").status == "doubtful"
    assert _amount(stated, "revenue") == 100


def test_a_lost_numeral_is_the_one_that_follows(line, table, page, read):
    rows = [HEAD, ["、营业收入", *FIRST[0][1:]], FIRST[1], ["二、营业利润", "", "40.00", "40.00"]]
    rows += [["、利润总额", "", "40.00", "40.00"], *LAST]
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [table(rows)]))
    names = [record["line"].value for record in stated.field("income_statement").value.records]
    assert names[0] == "一、营业收入"
    assert names[3] == "三、利润总额"


def test_an_amount_in_either_half_of_a_row_cut_in_two_is_its_lines(line, table, page, read):
    """Rulings that shine through from the back of the sheet cut the columns of amounts."""
    halves = [
        ["三、利润总额", "", "", "40.00"],
        [None, "", "40.00", ""],
        ["减：所得税费用", "", "", ""],
        [None, "", "10.00", "9.00"],
    ]
    cut = table([HEAD, *FIRST[:2], *halves, LAST[1]])
    cut = cut.model_copy(update={"cells": tuple(map(_with_print_in_its_middle, cut.cells))})
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [cut]))
    assert _amount(stated, "total_profit") == 40
    assert _amount(stated, "total_profit_prior") == 40
    assert _amount(stated, "income_tax") == 10


def test_an_empty_cell_is_no_zero_while_an_amount_stands_beside_no_name(line, table, page, read):
    rows = [HEAD, *FIRST[:2], ["", "", "40.00", "40.00"], ["三、利润总额", "", "", ""], *LAST]
    stated = read("audit_report", page([line("单位：元", 0.8, 0.1)], [table(rows)]))
    assert stated.field("total_profit").value is None
    assert stated.field("total_profit").status == "unreadable"
