import pytest

from extractor.documents.form_cells import parse_unsealed
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
