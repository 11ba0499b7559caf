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


def test_kinds_of_cost_side_by_side_are_items(line, table, page, read):
    rows = [
        ["费用类别", *(name for name, _ in ITEMS), "合计"],
        ["金额", *(amount for _, amount in ITEMS), "100.00"],
    ]
    stated = read("special_audit_report", page([line("单位：万元", 0.8, 0.1)], [table(rows)]))
    assert _items(stated) == EXPECTED
    assert stated.field("rd_cost").value.value == 1_000_000


def test_a_heading_over_the_kinds_of_cost_is_no_models_name(line, table, page, read):
    rows = [
        ["项目名称", *(name for name, _ in ITEMS), "合计"],
        ["视觉大模型", *(amount for _, amount in ITEMS), "100.00"],
    ]
    lines = [
        line("对贵公司“视觉大模型”的研发费用进行审计", 0.1, 0.1),
        line("单位：万元", 0.8, 0.15),
    ]
    stated = read("special_audit_report", page(lines, [table(rows)]))
    assert stated.field("model_name").value.value == "视觉大模型"
    assert _items(stated) == EXPECTED


def test_the_column_whose_last_line_is_its_sum_counts_under_any_heading(line, table, page, read):
    rows = [
        ["投向", "年初批复预算", "专户支付"],
        *([name, "70.00", amount] for name, amount in ITEMS),
        ["合计", "210.00", "100.00"],
    ]
    stated = read("special_audit_report", page([line("单位：万元", 0.8, 0.1)], [table(rows)]))
    assert _items(stated) == EXPECTED
    assert stated.field("rd_cost").value.value == 1_000_000


def test_costs_told_in_a_sentence_are_items(line, page, read):
    lines = [
        line("该模型研究开发费用合计100.00万元，其中：人员人工费用", 0.1, 0.2),
        line("60.00万元，直接投入费用30.00万元，其他费用10.00万元。", 0.1, 0.23),
    ]
    stated = read("special_audit_report", page(lines))
    assert _items(stated) == EXPECTED
    assert stated.field("rd_cost").value.value == 1_000_000


def test_a_part_that_repeats_its_whole_is_counted_once(line, table, page, read):
    rows = [
        ["科目", "合计"],
        ["内部研究开发费用", "90.00"],
        ["其中：人员人工费用", "60.00"],
        ["直接投入费用", "30.00"],
        ["委托外部研究开发费用", "10.00"],
        ["其中：境内的外部研发费用", "10.00"],
        ["研究开发费用（内、外部）小计", "100.00"],
    ]
    stated = read("special_audit_report", page([line("单位：万元", 0.8, 0.1)], [table(rows)]))
    assert [name for name, _ in _items(stated)] == [
        "人员人工费用",
        "直接投入费用",
        "委托外部研究开发费用",
    ]
    assert stated.field("items").status == "sure"


@pytest.mark.parametrize(
    "period",
    [
        "自2025年3月1日起至2025年10月31日止",
        "2025年3月1日—10月31日",
        "2025年3—10月",
        "2025年3月至10月",
        "2025.3.1-2025.10.31",
    ],
)
def test_a_period_within_the_year_is_not_the_whole_year(line, page, read, period):
    lines = [
        line("2025年度模型研发费用专项审计报告", 0.1, 0.1),
        line(f"对{period}的研发费用进行了审计", 0.1, 0.2),
    ]
    stated = read("special_audit_report", page(lines))
    assert stated.field("period_start").value.value.isoformat() == "2025-03-01"
    assert stated.field("period_end").value.value.isoformat() == "2025-10-31"


def test_costs_in_two_halves_side_by_side_are_all_items(line, table, page, read):
    rows = [
        ["项目", "金额", "项目", "金额"],
        ["人员人工费用", "60.00", "其他费用", "10.00"],
        ["直接投入费用", "30.00", "合计", "100.00"],
    ]
    stated = read("special_audit_report", page([line("单位：万元", 0.8, 0.1)], [table(rows)]))
    assert sorted(_items(stated)) == sorted(EXPECTED)
    assert stated.field("rd_cost").value.value == 1_000_000


@pytest.mark.parametrize("years", [("2025年", "2024年"), ("2024年度", "2025年度")])
def test_the_newest_year_counts_wherever_its_column_stands(line, table, page, read, years):
    columns = [
        [amount if year.startswith("2025") else "1.00" for year in years] for _, amount in ITEMS
    ]
    rows = [
        ["费用名称", *years],
        *([name, *amounts] for (name, _), amounts in zip(ITEMS, columns, strict=True)),
        ["合计", *("100.00" if year.startswith("2025") else "3.00" for year in years)],
    ]
    stated = read("special_audit_report", page([line("单位：万元", 0.8, 0.1)], [table(rows)]))
    assert _items(stated) == EXPECTED


def test_a_table_of_projects_before_the_table_of_costs_is_none(line, table, page, read):
    projects = [["项目名称", "起止时间", "实际支出"], ["视觉大模型", "全年", "100.00"]]
    costs = [["项目", "金额"], *([name, amount] for name, amount in ITEMS), ["合计", "100.00"]]
    tables = [table(projects, top=0.2), table(costs, top=0.4)]
    stated = read("special_audit_report", page([line("单位：万元", 0.8, 0.1)], tables))
    assert _items(stated) == EXPECTED


def test_a_total_named_in_the_column_of_numbers_is_a_total(line, table, page, read):
    rows = [
        ["序号", "费用项目", "金额"],
        *([str(n), name, amount] for n, (name, amount) in enumerate(ITEMS, 1)),
        ["合计", "", "100.00"],
    ]
    stated = read("special_audit_report", page([line("单位：万元", 0.8, 0.1)], [table(rows)]))
    assert _items(stated) == EXPECTED
    assert stated.field("rd_cost").value.value == 1_000_000


def test_one_of_several_periods_without_a_caption_is_in_doubt(line, page, read):
    lines = [
        line("该模型自2024年3月1日至2025年10月31日进行试制", 0.1, 0.1),
        line("对2025年1月1日至2025年12月31日的费用进行了审计", 0.1, 0.2),
    ]
    assert read("special_audit_report", page(lines)).field("period_start").status == "doubtful"
    lines.append(line("审计期间：2025年1月1日至2025年12月31日", 0.1, 0.3))
    stated = read("special_audit_report", page(lines))
    assert stated.field("period_start").value.value.isoformat() == "2025-01-01"
    assert stated.field("period_start").status == "sure"


def test_a_cost_whose_name_was_not_read_leaves_the_items_in_doubt(line, table, page, read):
    rows = [
        ["序号", "费用项目", "金额"],
        ["1", "人员人工费用", "60.00"],
        ["2", "", "30.00"],
        ["3", "其他费用", "10.00"],
        ["", "合计", "100.00"],
    ]
    stated = read("special_audit_report", page([line("单位：万元", 0.8, 0.1)], [table(rows)]))
    assert stated.field("items").status == "doubtful"
    assert [record["amount"].value for record in stated.field("items").value.records] == [
        amount for _, amount in EXPECTED
    ]


def test_the_models_own_time_is_not_the_audited_period(line, page, read):
    lines = [line("项目研发周期：2024年3月1日至2026年6月30日", 0.1, 0.1)]
    stated = read("special_audit_report", page(lines))
    assert stated.field("period_start").value is None
    lines.append(line("我们审计了2025年1月1日至2025年12月31日的费用", 0.1, 0.2))
    stated = read("special_audit_report", page(lines))
    assert stated.field("period_start").value.value.isoformat() == "2025-01-01"
    assert stated.field("period_start").status == "sure"


def test_one_of_two_audited_years_is_in_doubt(line, page, read):
    lines = [
        line("2024年度研发费用3,211,000.00元", 0.1, 0.1),
        line("2025年度研发费用4,863,512.37元", 0.1, 0.2),
    ]
    stated = read("special_audit_report", page(lines))
    assert stated.field("period_start").status == "doubtful"
    assert stated.field("rd_cost").status == "doubtful"


@pytest.mark.parametrize(
    "sentence",
    [
        "研发费用预算总额6,000,000.00元，其中2025年度研发费用4,863,512.37元。",
        "截至2025年底累计研发投入7,120,000.00元，其中2025年研发费用4,863,512.37元。",
        "2024年度研发费用3,211,000.00元，2025年度研发费用4,863,512.37元。",
        "约定研发费用不低于400万元，实际研发费用发生额为4,863,512.37元。",
        "截至2025年12月31日，该项目累计发生研发费用8,765,432.10元，其中2025年度发生4,863,512.37元。",
        "2025年度研发成本账面数为4,900,000.00元，审计调减36,487.63元，审定数为4,863,512.37元。",
        "研发投入中人员人工为2,000,000.00元，2025年度研发投入总额4,863,512.37元。",
    ],
)
def test_a_budget_another_year_or_all_years_are_not_the_years_cost(line, page, read, sentence):
    lines = [
        line("我们审计了2025年1月1日至2025年12月31日的费用。", 0.05, 0.1),
        line(sentence, 0.05, 0.2),
    ]
    cost = read("special_audit_report", page(lines)).field("rd_cost")
    assert cost.value.value == Decimal("4863512.37")
    assert cost.status == "sure"


def test_the_cost_of_the_whole_unit_leaves_the_models_in_doubt(line, page, read):
    lines = [
        line("2025年度研发费用总额为18,863,512.37元，其中", 0.05, 0.1),
        line("视觉大模型研发费用为4,863,512.37元。", 0.05, 0.14),
    ]
    cost = read("special_audit_report", page(lines)).field("rd_cost")
    assert cost.value.value == Decimal("4863512.37")
    assert cost.status == "doubtful"
    assert "18,863,512.37元" in cost.doubts[0]


def test_the_year_counts_and_not_the_sum_of_all_years(line, table, page, read):
    rows = [
        ["费用类别", "2024年度", "2025年度", "合计"],
        *([name, "1.00", amount, "9.00"] for name, amount in ITEMS),
        ["合计", "3.00", "100.00", "27.00"],
    ]
    stated = read("special_audit_report", page([line("单位：万元", 0.8, 0.1)], [table(rows)]))
    assert _items(stated) == EXPECTED
    assert stated.field("rd_cost").value.value == 1_000_000


def test_a_list_of_projects_is_no_list_of_costs(line, table, page, read):
    rows = [
        ["编号", "项目名称", "研发费用（元）"],
        ["RD01", "设备故障诊断大模型", "4,863,512.37"],
        ["RD02", "数据治理平台", "1,000,000.00"],
        ["RD03", "机器视觉检测技术", "2,000,000.00"],
        ["", "合计", "7,863,512.37"],
    ]
    stated = read("special_audit_report", page([line("单位：元", 0.8, 0.1)], [table(rows)]))
    assert stated.field("items").status == "doubtful"
    assert stated.field("rd_cost").status == "doubtful"


def test_the_units_capital_is_not_the_cost_in_words(line, page, read):
    lines = [
        line("贵公司注册资本人民币伍仟万元整。", 0.05, 0.1),
        line("研发费用合计4,863,512.37元。", 0.05, 0.14),
    ]
    stated = read("special_audit_report", page(lines))
    assert stated.field("rd_cost_in_words").value is None
    assert stated.field("rd_cost").status == "sure"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("委托单位：荆州市经济和信息化局", "荆州江津智控科技有限公司"),
        ("我们接受委托，对贵公司视觉大模型2025年度费用进行审计。", "荆州江津智控科技有限公司"),
    ],
)
def test_who_is_audited_is_neither_who_asked_for_it_nor_your_company(
    line, page, read, printed, name
):
    lines = [
        line(printed, 0.05, 0.1),
        line("我们审计了后附的荆州江津智控科技有限公司编制的费用明细表。", 0.05, 0.2),
    ]
    assert read("special_audit_report", page(lines)).field("entity_name").value.value == name


def _of_two_projects(heads):
    rows = [*heads]
    for name, amount in ITEMS:
        rows.append([name, "7.00", amount, str(float(amount) + 7) + "0"])
    return [*rows, ["合计", "21.00", "100.00", "121.00"]]


@pytest.mark.parametrize(
    "heads",
    [
        [["费用类别", "焊缝识别系统", "RD02视觉大模型", "合计"]],
        [["费用类别", "研发项目", "", "合计"], [None, "焊缝识别系统", "视觉大模型", None]],
    ],
)
def test_of_several_projects_columns_the_models_counts(line, table, page, read, heads):
    lines = [
        line("关于“视觉大模型”研发费用的专项审计报告", 0.1, 0.05),
        line("单位：万元", 0.8, 0.1),
    ]
    stated = read("special_audit_report", page(lines, [table(_of_two_projects(heads))]))
    assert _items(stated) == EXPECTED
    assert stated.field("rd_cost").value.value == 1_000_000


def test_the_audited_column_under_a_year_counts(line, table, page, read):
    rows = [["项目", "2025年度", ""], [None, "账面金额", "审定金额"]]
    rows += [[name, "7.00", amount] for name, amount in ITEMS] + [["合计", "21.00", "100.00"]]
    stated = read("special_audit_report", page([line("单位：万元", 0.8, 0.1)], [table(rows)]))
    assert _items(stated) == EXPECTED


def test_the_title_of_its_table_is_no_part_of_a_models_name(line, page, read):
    title = line("后附的《视觉检测大模型2025年度研发费用明细表》", 0.1, 0.2)
    stated = read("special_audit_report", page([title]))
    assert stated.field("model_name").value.value == "视觉检测大模型"


def test_the_notice_under_which_a_model_is_declared_is_no_model(line, page, read):
    lines = [
        line("根据《关于开展工业领域专用模型申报工作的通知》，", 0.1, 0.2),
        line("我们审计了“视觉检测大模型”的研发费用。", 0.1, 0.23),
    ]
    stated = read("special_audit_report", page(lines))
    assert stated.field("model_name").value.value == "视觉检测大模型"


def test_a_report_on_several_models_leaves_the_choice_to_a_person(line, table, page, read):
    lines = [
        line("公允反映了“视觉检测大模型”和“焊缝识别系统”的研发费用。", 0.05, 0.1),
        line("单位：万元", 0.8, 0.15),
    ]
    heads = [["费用类别", "焊缝识别系统", "视觉检测大模型", "合计"]]
    stated = read("special_audit_report", page(lines, [table(_of_two_projects(heads))]))
    assert stated.field("model_name").status == "doubtful"
    assert stated.field("rd_cost").status == "doubtful"


def test_the_sum_of_projects_of_which_none_is_the_model_is_in_doubt(line, table, page, read):
    lines = [line("关于“视觉检测大模型”的专项审计报告", 0.05, 0.1), line("单位：万元", 0.8, 0.15)]
    heads = [["费用类别", "焊缝识别系统", "排产优化平台", "合计"]]
    stated = read("special_audit_report", page(lines, [table(_of_two_projects(heads))]))
    assert stated.field("items").status == "doubtful"
    assert stated.field("rd_cost").status == "doubtful"
