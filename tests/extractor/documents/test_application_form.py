import pytest

from extractor.documents.form_cells import parse_unsealed
from models.document import BoundingBox, Cell, Table
from models.extraction import TextList

TITLE = "二、工业模型基本情况表"


@pytest.mark.parametrize(
    "printed",
    [
        "638.96（2025年1月1日至2025年12月30日）",
        "（2025年1月1日至12月30日）638.96",
        "638.96万元",
        "638.96",
    ],
)
def test_a_cost_is_read_without_the_period_printed_into_its_cell(line, table, page, read, printed):
    rows = [["2025年度模型研发成本（万元）", printed], ["模型底座来源", "Qwen2.5"]]
    stated = read("application_form", page([line(TITLE, 0.1, 0.1)], [table(rows)]))
    assert stated.field("rd_cost").value.value == 6_389_600


@pytest.mark.parametrize("printed", ["/", "1", "无", "—", ""])
def test_a_stroke_in_the_members_cell_names_nobody(line, table, page, read, printed):
    rows = [["单位名称", "某某公司"], ["联合体成员单位", printed], ["单位人才情况", "略"]]
    stated = read("application_form", page([line("一、单位基本情况表", 0.1, 0.1)], [table(rows)]))
    assert stated.field("consortium_members").value == TextList(values=())


def test_the_end_of_a_name_whose_first_line_was_lost_is_no_name(line, page, read):
    lines = [line("湖北省工业领域专用模型项目申报书", 0.2, 0.1), line("模型名称：模型", 0.2, 0.3)]
    assert read("application_form", page(lines)).field("cover_model_name").status == "unreadable"


def test_a_line_above_the_next_caption_belongs_to_that_caption(line, page, read):
    lines = [
        line("湖北省工业领域专用模型项目申报书", 0.2, 0.1),
        line("申报单位", 0.15, 0.4),
        line("某某公司（加盖公章）", 0.36, 0.4),
        line("安全生产隐患研判多模态大", 0.34, 0.437),
        line("模型名称", 0.15, 0.46),
        line("模型", 0.43, 0.46),
        line("模型类别", 0.15, 0.52),
    ]
    stated = read("application_form", page(lines))
    assert stated.field("cover_unit_name").value.value == "某某公司"
    assert stated.field("cover_model_name").value.value == "安全生产隐患研判多模态大模型"


def test_a_cover_whose_title_is_broken_over_two_lines_is_seen(line, page, read):
    lines = [
        line("湖北省工业领域专用模型项目", 0.2, 0.1),
        line("申报书", 0.4, 0.122),
        line("申报单位：某某公司", 0.2, 0.3),
        line("申报日期：2026年3月27日", 0.2, 0.34),
    ]
    stated = read("application_form", page(lines))
    assert stated.field("part").value.values == ("cover",)


@pytest.mark.parametrize(
    ("printed", "stated"),
    [
        ("湖北某某工业软件有限公司（加盖公章）", "湖北某某工业软件有限公司"),
        ("湖北某某股份有限公司武汉分公司", "湖北某某股份有限公司武汉分公司"),
        ("湖北某某工业软件有限公司工某某面料瑕疵识别多模态大", None),
    ],
)
def test_a_unit_read_together_with_the_row_below_is_no_name(printed, stated):
    name = parse_unsealed(printed)
    assert (None if name is None else name.value) == stated


@pytest.mark.parametrize(
    ("heading", "revenue"),
    [
        ("2025年营业收入（元）", "86,523,700.00"),
        ("2025年营业收入（单位：元）", "86,523,700.00"),
        ("2025年营业收入（亿元）", "0.865237"),
        ("2025年营业收入（万元）", "8,652.37"),
        ("2025年营业收入", "8,652.37"),
        ("2025年营业收入（元）", "8,652.37万元"),
    ],
)
def test_revenue_is_in_the_unit_its_caption_prints(line, table, page, read, heading, revenue):
    rows = [["单位名称", "某某公司"], [heading, revenue], ["员工总数", "186"]]
    stated = read("application_form", page([line("一、单位基本情况表", 0.1, 0.1)], [table(rows)]))
    assert stated.field("revenue").value.value == 86_523_700
    assert stated.field("revenue").status == "sure"


def test_a_unit_printed_once_for_the_row_holds_for_its_cells(line, table, page, read):
    rows = [
        ["单位经营情况（元）", "2025年营业收入", "86,523,700.00"],
        ["单位人才情况", "员工总数", "186"],
    ]
    stated = read("application_form", page([line("一、单位基本情况表", 0.1, 0.1)], [table(rows)]))
    assert stated.field("revenue").value.value == 86_523_700


def test_a_revenue_of_few_yuan_may_be_in_another_unit(line, table, page, read):
    rows = [["单位名称", "某某公司"], ["2025年营业收入（元）", "8,652.37"]]
    stated = read("application_form", page([line("一、单位基本情况表", 0.1, 0.1)], [table(rows)]))
    assert stated.field("revenue").status == "doubtful"


def test_sizes_and_costs_of_the_model_are_in_the_units_their_captions_print(
    line, table, page, read
):
    rows = [
        ["参数量（B）", "7", "训练数据量（GB）", "850"],
        ["2025年度模型研发成本（元）", "3,000,000.00", "", ""],
        ["2025年度模型研发成本组成（元）", "购买服务1000000、员工工资2000000", "", ""],
    ]
    stated = read("application_form", page([line(TITLE, 0.1, 0.1)], [table(rows)]))
    assert stated.field("parameter_count").value.value == 7 * 10**9
    assert str(stated.field("training_data").value.value) == "0.850"
    assert stated.field("rd_cost").value.value == 3_000_000
    items = stated.field("rd_cost_items").value.records
    assert [item["amount"].value for item in items] == [1_000_000, 2_000_000]


def test_data_counted_in_pieces_has_no_size(line, table, page, read):
    rows = [["参数量（亿）", "70", "训练数据量（万条）", "1200"]]
    stated = read("application_form", page([line(TITLE, 0.1, 0.1)], [table(rows)]))
    assert stated.field("training_data").status == "unreadable"


@pytest.mark.parametrize("prompt", ["（加盖公章）", "加盖公章)", "(加盖公章", "加盖公", ""])
def test_the_prompt_for_the_seal_is_no_part_of_the_name(line, page, read, prompt):
    lines = [
        line("湖北省工业领域专用模型项目申报书", 0.2, 0.1),
        line(f"申报单位：某某智控科技有限公司{prompt}", 0.15, 0.4),
    ]
    name = read("application_form", page(lines)).field("cover_unit_name")
    assert name.value.value == "某某智控科技有限公司"


def test_the_figures_of_a_seal_are_no_part_of_the_name_beside_it(line, page, read):
    lines = [
        line("湖北省工业领域专用模型项目申报书", 0.2, 0.1),
        line("推荐单位：0100002375黄石市经济和信息化局（加盖公章）", 0.15, 0.4),
    ]
    name = read("application_form", page(lines)).field("recommending_unit")
    assert name.value.value == "黄石市经济和信息化局"


def test_a_post_and_a_phone_in_one_cell_are_told_apart(line, table, page, read):
    rows = [
        ["单位名称", "某某公司", ""],
        ["申报人姓名", "覃晓峰", "职务/电话", "研发副总18608690022"],
    ]
    stated = read("application_form", page([line("一、单位基本情况表", 0.1, 0.1)], [table(rows)]))
    assert stated.field("applicant_title").value.value == "研发副总"


def _form_cell(line, left, top, bottom, right, text, row, column):
    lines = (line(text, left + 0.01, top + 0.01),) if text else ()
    box = BoundingBox(left=left, top=top, right=right, bottom=bottom)
    return Cell(row=row, column=column, box=box, lines=lines)


def _row_at(line, top, bottom, caption, text):
    cells = (
        _form_cell(line, 0.1, top, bottom, 0.25, caption, 0, 0),
        _form_cell(line, 0.25, top, bottom, 0.9, text, 0, 1),
    )
    return Table(box=BoundingBox.around(cell.box for cell in cells), cells=cells)


@pytest.mark.parametrize("caption", ["", "联合体成员单位"])
def test_a_cell_that_goes_on_overleaf_is_read_to_its_end(line, page, read, caption):
    title = line("一、单位基本情况表", 0.1, 0.05)
    first = page([title], [_row_at(line, 0.3, 0.93, "单位情况介绍", "公司成立于二〇〇三年，主营")])
    rest = page([], [_row_at(line, 0.08, 0.3, caption, "精密轴承。")], number=2)
    field = read("application_form", first, rest).field("introduction")
    if caption:
        assert (field.value.value, field.status) == ("公司成立于二〇〇三年，主营", "doubtful")
    else:
        assert (field.value.value, field.status) == ("公司成立于二〇〇三年，主营精密轴承。", "sure")
        assert [mark.page for mark in field.evidence] == [1, 2]


@pytest.mark.parametrize(
    "rows",
    [
        [["购买服务", "购买设备", "员工工资", "合计"], ["85.00", "68.56", "85.00", "238.56"]],
        [["序号", "项目", "金额", "占比"], ["1", "购买服务", "85.00", "36%"],
         ["2", "购买设备", "68.56", "28%"], ["3", "员工工资", "85.00", "36%"]],
    ],
)  # fmt: skip
def test_costs_in_a_table_within_their_cell_are_items(line, table, page, read, rows):
    inner = table(rows, top=0.4)
    outer = _row_at(line, 0.35, 0.6, "2025年度模型研发成本组成（万元）", "")
    wide = outer.cells[1].model_copy(
        update={"box": BoundingBox(left=0.02, top=0.35, right=0.99, bottom=0.6)}
    )
    outer = outer.model_copy(update={"cells": (outer.cells[0], wide)})
    stated = read("application_form", page([line(TITLE, 0.1, 0.1)], [outer, inner]))
    told = stated.field("rd_cost_items").value.records
    assert [(each["name"].value, each["amount"].value) for each in told] == [
        ("购买服务", 850_000),
        ("购买设备", 685_600),
        ("员工工资", 850_000),
    ]
