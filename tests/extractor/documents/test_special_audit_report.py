from decimal import Decimal

import pytest

ITEMS = [("人员人工费用", "60.00"), ("直接投入费用", "30.00"), ("其他费用", "10.00")]


def _items(stated):
    records = stated.field("items").value.records
    return [(record["name"].value, record["amount"].value) for record in records]


EXPECTED = [(name, Decimal(amount) * 10_000) for name, amount in ITEMS]


def test_costs_listed_line_by_line_are_items(line, page, read):
    lines = [line("附：研究开发费用构成（单位：万元）", 0.1, 0.2)]
    for number, (name, amount) in enumerate(ITEMS, start=1):
        lines.append(line(f"{number}、{name}：{amount}", 0.1, 0.2 + 0.03 * number))
    lines.append(line("合计：100.00（大写：人民币壹佰万元整）", 0.1, 0.32))
    stated = read("special_audit_report", page(lines))
    assert _items(stated) == EXPECTED
    assert stated.field("rd_cost").value.value == 1_000_000
    assert stated.field("items").status == "sure"


def test_a_list_that_does_not_add_up_may_lack_a_line(line, page, read):
    lines = [line("单位：万元", 0.1, 0.2)]
    for number, (name, amount) in enumerate(ITEMS, start=1):
        lines.append(line(f"{number}、{name}：{amount}", 0.1, 0.2 + 0.03 * number))
    lines.append(line("合计：123.45", 0.1, 0.32))
    stated = read("special_audit_report", page(lines))
    assert stated.field("items").status == "doubtful"


def test_the_total_of_projects_counts_and_a_second_heading_row_is_no_item(line, table, page, read):
    rows = [
        ["行次", "科目", "RD01", "RD02", "合计"],
        [None, None, "视觉模型", "语音模型", None],
        *([str(n), name, "1.00", "2.00", amount] for n, (name, amount) in enumerate(ITEMS, 1)),
        ["4", "研究开发费用（内、外部）小计", "3.00", "6.00", "100.00"],
    ]
    stated = read("special_audit_report", page([line("单位：万元", 0.8, 0.1)], [table(rows)]))
    assert _items(stated) == EXPECTED
    assert stated.field("rd_cost").value.value == 1_000_000


def test_a_line_that_those_below_it_make_up_is_left_out(line, table, page, read):
    rows = [
        ["项目", "金额"],
        ["内部研究开发费用", "90.00"],
        ["其中：人员人工费用", "60.00"],
        ["直接投入费用", "30.00"],
        ["其他费用", "10.00"],
        ["合计", "100.00"],
    ]
    stated = read("special_audit_report", page([line("单位：万元", 0.8, 0.1)], [table(rows)]))
    assert _items(stated) == EXPECTED


def test_a_total_that_the_report_states_otherwise_is_in_doubt(line, table, page, read):
    rows = [["项目", "金额"], *([name, amount] for name, amount in ITEMS), ["合计", "100.00"]]
    lines = [line("单位：万元", 0.8, 0.1), line("研究开发成本共计200.00万元。", 0.1, 0.5)]
    stated = read("special_audit_report", page(lines, [table(rows)]))
    assert stated.field("rd_cost").status == "doubtful"


@pytest.mark.parametrize("behind", ["", "；费用期间：2025年1月1日—2025年12月31日"])
def test_a_models_name_ends_where_the_next_caption_starts(line, page, read, behind):
    stated = read("special_audit_report", page([line(f"模型名称：视觉大模型{behind}", 0.1, 0.1)]))
    assert stated.field("model_name").value.value == "视觉大模型"


def test_one_name_of_two_leaves_the_accountants_in_doubt(line, page, read):
    lines = [
        line("中国注册会计师：", 0.1, 0.5),
        line("王永刚", 0.1, 0.52),
        line("中国注册会计师：", 0.5, 0.5),
        line("中国·武汉", 0.5, 0.53),
    ]
    stated = read("special_audit_report", page(lines))
    assert stated.field("accountants").value.values == ("王永刚",)
    assert stated.field("accountants").status == "doubtful"


def test_a_total_whose_label_was_not_read_is_no_item(line, table, page, read):
    rows = [["项目", "金额"], *ITEMS, ["合", "100.00"]]
    stated = read(
        "special_audit_report",
        page([line("单位：万元", 0.8, 0.1)], [table([list(row) for row in rows])]),
    )
    assert _items(stated) == EXPECTED
    assert stated.field("rd_cost").value.value == 1_000_000


def test_the_unit_in_the_heading_of_the_amounts_counts(table, page, read):
    rows = [
        ["序号", "科目", "审定数（元）"],
        ["1", "人员工资", "682,350.00"],
        ["2", "设备购置", "214,800.00"],
        ["", "合计", "897,150.00"],
    ]
    assert read("special_audit_report", page([], [table(rows)])).field("items").status == "sure"
