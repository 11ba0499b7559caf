from __future__ import annotations

import pytest

from extractor.imaging.pixels import Ruling
from extractor.layout.captions import (
    after,
    below,
    beside,
    between,
    bracket_of,
    cell_beside,
    first_match,
    first_of,
    line_after,
)
from models.document import BoundingBox, Cell, Document, Page, Table, TextLine

LICENCE = ("名称", "类型", "法定代表人", "经营范围", "注册资本", "成立日期", "住所", "登记机关")


@pytest.fixture
def landscape(line, document):
    """A landscape licence: two columns of captions, spread ones, values over several lines."""
    return document(
        [
            line("营业执照", 0.35, 0.1, 0.05),
            line("名", 0.05, 0.2),
            line("称", 0.12, 0.2),
            line("武汉某某科技有限公司", 0.16, 0.2),
            line("注册资本", 0.55, 0.2),
            line("壹仟万圆整", 0.65, 0.2),
            line("类 型", 0.05, 0.24),
            line("有限责任公司", 0.16, 0.24),
            line("成立日期 2015年06月18日", 0.55, 0.24),
            line("法定代表人张三", 0.05, 0.28),
            line("住 所", 0.55, 0.28),
            line("武汉市洪山区某某路", 0.65, 0.28),
            line("经营范围", 0.05, 0.32),
            line("软件开发；技术服务；计算机系统", 0.16, 0.32),
            line("1号7号楼", 0.65, 0.303),
            line("集成。（依法须经批准的项目", 0.16, 0.343),
            line("除外）", 0.16, 0.366),
            line("登记机关", 0.6, 0.6),
        ]
    )


@pytest.mark.parametrize(
    ("caption", "value"),
    [
        ("名称", "武汉某某科技有限公司"),
        ("类型", "有限责任公司"),
        ("法定代表人", "张三"),
        ("注册资本", "壹仟万圆整"),
        ("成立日期", "2015年06月18日"),
        ("住所", "武汉市洪山区某某路1号7号楼"),
        ("经营范围", "软件开发;技术服务;计算机系统集成。(依法须经批准的项目除外)"),
    ],
)
def test_values_of_a_form_in_two_columns_stay_in_their_column(landscape, caption, value):
    assert beside(caption, stop=LICENCE)(landscape).text == value


def test_a_caption_with_nothing_beside_it_is_an_empty_passage(landscape):
    passage = beside("登记机关", stop=LICENCE)(landscape)
    assert passage.lines == ()
    assert passage.box.left >= 0.6


def test_a_caption_that_is_not_printed_is_none(landscape):
    assert beside("营业期限", stop=LICENCE)(landscape) is None


def test_the_first_letters_of_spread_captions_read_as_one_column(line, document):
    stack = TextLine(
        text="名类",
        box=BoundingBox(left=0.1, top=0.2, right=0.12, bottom=0.255),
        confidence=0.99,
    )
    page = document(
        [
            stack,
            line("称 某某公司", 0.2, 0.205),
            line("型", 0.2, 0.233),
            line("有限公司", 0.24, 0.233),
        ]
    )
    assert beside("名称", stop=LICENCE)(page).text == "某某公司"
    assert beside("类型", stop=LICENCE)(page).text == "有限公司"


@pytest.fixture
def unit_table(line, document):
    rulings = [
        *(Ruling((0.05, y), (0.95, y)) for y in (0.1, 0.15, 0.2, 0.25)),
        *(Ruling((x, 0.1), (x, 0.25)) for x in (0.05, 0.2, 0.95)),
        *(Ruling((x, 0.15), (x, 0.25)) for x in (0.35, 0.5, 0.6, 0.7, 0.8)),
        Ruling((0.2, 0.2), (0.95, 0.2)),
    ]
    rulings.remove(Ruling((0.05, 0.2), (0.95, 0.2)))
    return document(
        [
            line("单位名称", 0.07, 0.12),
            line("武汉某某公司", 0.3, 0.12),
            line("联系人情况", 0.06, 0.19),
            line("负责人姓名", 0.21, 0.17),
            line("张三", 0.4, 0.17),
            line("职务", 0.52, 0.17),
            line("经理", 0.62, 0.17),
            line("电话", 0.72, 0.17),
            line("139", 0.82, 0.17),
            line("申报人姓名", 0.21, 0.22),
            line("李四", 0.4, 0.22),
            line("职务", 0.52, 0.22),
            line("电话", 0.72, 0.22),
            line("137", 0.82, 0.22),
        ],
        rulings,
    )


def test_in_a_table_the_value_is_the_next_cell(unit_table):
    assert beside("单位名称")(unit_table).text == "武汉某某公司"


def test_the_same_caption_is_told_apart_by_its_row(unit_table):
    captions = ("负责人姓名", "申报人姓名", "职务", "电话")
    assert beside("电话", stop=captions, row_of=("负责人姓名",))(unit_table).text == "139"
    assert beside("电话", stop=captions, row_of=("申报人姓名",))(unit_table).text == "137"


def test_an_empty_cell_that_was_seen_is_an_empty_passage(unit_table):
    passage = cell_beside("职务", row_of=("申报人姓名",))(unit_table)
    assert passage.lines == ()
    assert passage.box.contains(0.65, 0.22)


def test_a_cell_that_holds_another_caption_is_no_value(unit_table):
    assert cell_beside("联系人情况", stop=("负责人姓名",))(unit_table) is None


def test_caption_and_value_in_one_cell(line, document, grid):
    page = document(
        [
            line("纳税人名称：某公司", 0.07, 0.12),
            line("地址：武汉", 0.55, 0.12),
            line("税款所属期：", 0.07, 0.17),
            line("2025年", 0.2, 0.17),
        ],
        grid((0.05, 0.5, 0.95), (0.1, 0.15, 0.2)),
    )
    assert cell_beside("纳税人名称")(page).text == "某公司"
    assert cell_beside("税款所属期")(page).text == "2025年"


def test_a_caption_broken_over_two_lines_of_its_cell(line, document, grid):
    page = document(
        [
            line("2025年度模型研", 0.06, 0.11),
            line("发成本（万元）", 0.06, 0.13),
            line("282.00", 0.55, 0.12),
            line("模型底座来源", 0.06, 0.17),
        ],
        grid((0.05, 0.5, 0.95), (0.1, 0.15, 0.2)),
    )
    assert beside("2025年度模型研发成本")(page).text == "282.00"
    assert bracket_of("2025年度模型研发成本")(page).text == "万元"


def test_several_captions_on_one_line_end_each_others_value(line, document):
    page = document([line("联系人：张三 联系电话：139 传真：无", 0.1, 0.1)])
    assert beside("联系人", stop=("联系电话",))(page).text == "张三"
    assert beside("联系电话")(page).text == "139"


def test_what_stands_far_off_on_the_row_is_not_the_value(line, document):
    page = document([line("推荐单位", 0.1, 0.1), line("某区", 0.3, 0.1), line("盖章", 0.8, 0.1)])
    assert beside("推荐单位")(page).text == "某区"


def test_a_value_that_starts_above_its_caption_is_read_whole(line, document):
    page = document(
        [
            line("模型名称", 0.1, 0.2),
            line("某模型", 0.4, 0.2),
            line("武汉经济技术开发区管理委员", 0.3, 0.27),
            line("推荐单位", 0.1, 0.295),
            line("会", 0.408, 0.295),
        ]
    )
    assert beside("推荐单位")(page).text == "武汉经济技术开发区管理委员会"
    assert beside("模型名称")(page).text == "某模型"


def test_the_second_line_of_one_value_is_not_the_first_of_the_next(line, document):
    page = document(
        [
            line("住所", 0.1, 0.2),
            line("武汉市洪山区某某路", 0.3, 0.2),
            line("1号7号楼", 0.3, 0.22),
            line("法定代表人", 0.1, 0.25),
            line("张三", 0.3, 0.25),
        ]
    )
    assert beside("法定代表人", stop=LICENCE)(page).text == "张三"
    assert beside("住所", stop=LICENCE)(page).text == "武汉市洪山区某某路1号7号楼"


def test_a_speck_above_the_next_value_does_not_give_it_to_this_one(line, document):
    page = document(
        [
            line("申报单位", 0.17, 0.391),
            line("武汉清川信息技术股份有限公司", 0.29, 0.391, height=0.017),
            line("清川光模块耦合工艺优化多模态", 0.29, 0.434, height=0.021),
            line("051", 0.55, 0.453, height=0.008),
            line("模型名称", 0.17, 0.468),
            line("大模型", 0.39, 0.468),
        ]
    )
    captions = ("申报单位", "模型名称")
    assert beside("申报单位", stop=captions)(page).text == "武汉清川信息技术股份有限公司"


def test_the_last_letter_that_did_not_fit_on_the_line_is_read(line, document):
    page = document(
        [
            line("税款所属期间：2024年01月01日至2024年12月31", 0.1, 0.1),
            line("日", 0.1, 0.12),
            line("行次", 0.1, 0.16),
        ]
    )
    assert beside("税款所属期间")(page).text == "2024年01月01日至2024年12月31日"


def test_a_heading_right_under_a_value_is_not_read_as_its_end(line, document):
    page = document([line("编制单位：某公司", 0.1, 0.1), line("资产", 0.1, 0.12)])
    assert beside("编制单位")(page).text == "某公司"


def test_an_exact_caption_is_preferred_to_a_misread_one(line, document):
    page = document(
        [
            line("注册资木：1", 0.1, 0.1, confidence=0.8),
            line("注册资本：2", 0.1, 0.2, confidence=0.8),
        ]
    )
    assert beside("注册资本")(page).text == "2"


def test_the_end_of_a_paragraph_that_starts_with_the_words_is_no_value(line, document):
    page = document(
        [
            line("公司在报告期内按照企业会计准则编制财务报表并如实反映其", 0.1, 0.1),
            line("营业收入和利润情况并已经审计", 0.1, 0.12),
        ]
    )
    assert beside("营业收入")(page) is None


def test_below_reads_the_cell_under_the_caption(line, document, grid):
    page = document(
        [line("合计", 0.1, 0.12), line("金额", 0.6, 0.12), line("5.00", 0.6, 0.17)],
        grid((0.05, 0.5, 0.95), (0.1, 0.15, 0.2)),
    )
    assert below("金额")(page).text == "5.00"


def test_below_without_a_table_reads_the_lines_under_the_caption(line, document):
    page = document(
        [line("统一社会信用代码", 0.1, 0.1), line("9142X", 0.1, 0.12), line("名称", 0.1, 0.2)]
    )
    assert below("统一社会信用代码", stop=("名称",))(page).text == "9142X"


def test_between_two_headings_over_several_lines(line, document):
    page = document(
        [
            line("一、审计意见", 0.1, 0.1),
            line("我们审计了", 0.1, 0.13),
            line("财务报表。", 0.1, 0.16),
            line("二、形成审计意见的基础", 0.1, 0.19),
        ]
    )
    find = between(("审计意见",), ("形成审计意见的基础",))
    assert find(page).text.startswith("我们审计了财务报表。")


def test_line_after_and_first_match(line, document):
    page = document(
        [line("审计报告", 0.4, 0.1), line("某审字（2026）第", 0.3, 0.15), line("12号", 0.3, 0.2)]
    )
    assert line_after("审计报告")(page).text == "某审字(2026)第"
    assert first_match(r"第(\d+)号")(page).text == "12"
    assert first_match(r"第(\d+)号", wrapped=False)(page) is None


def test_first_of_prefers_what_is_printed_to_an_empty_place(line, document):
    page = document([line("名称：", 0.1, 0.1), line("企业名称：某公司", 0.1, 0.3)])
    assert first_of(beside("名称"), beside("企业名称"))(page).text == "某公司"
    assert first_of(beside("名称"), beside("字号"))(page).lines == ()


def test_after_looks_only_at_its_section(line, document):
    page = document(
        [
            line("模型类别：甲", 0.1, 0.1),
            line("二、工业模型基本情况表", 0.1, 0.2),
            line("模型类别：乙", 0.1, 0.3),
            line("三、其他", 0.1, 0.4),
            line("备注：丙", 0.1, 0.5),
        ]
    )
    heading = ("工业模型基本情况表",)
    assert after(heading, beside("模型类别"))(page).text == "乙"
    assert after(heading, beside("备注"), until=("其他",))(page) is None
    assert after(("没有的标题",), beside("备注"))(page) is None


def test_a_word_form_is_read_by_its_cells():
    box = BoundingBox(left=0, top=0, right=1, bottom=1)

    def cell(row, column, *texts):
        lines = tuple(TextLine(text=t, box=box, confidence=1, source="word") for t in texts)
        return Cell(row=row, column=column, box=box, lines=lines)

    cells = (cell(0, 0, "单位", "地址"), cell(0, 1, "武汉市", "洪山区"), cell(1, 0, "备注：无"))
    lines = tuple(line for each in cells for line in each.lines)
    page = Page(
        file=1,
        number=1,
        width=1,
        height=1,
        source="word",
        lines=lines,
        tables=(Table(box=box, cells=cells),),
    )
    form = Document(id="application_form-1", kind="application_form", title="", pages=(page,))
    assert beside("单位地址")(form).text == "武汉市洪山区"
    assert beside("备注")(form).text == "无"
    assert beside("单位地址")(form).evidence.box is None


def test_a_title_above_a_value_is_no_part_of_it(line, document):
    page = document(
        [
            line("发明专利证书", 0.35, 0.2, 0.034),
            line("发明名称：", 0.1, 0.26),
            line("一种缺陷检测方法", 0.36, 0.26),
        ]
    )
    assert beside("发明名称")(page).text == "一种缺陷检测方法"


def test_captions_without_a_colon_on_tight_rows_are_no_prose(line, document):
    page = document(
        [
            line("申报单位武汉某某信息技术有限公司某某事业部湖北分部", 0.2, 0.36, 0.025),
            line("模型名称某某模型", 0.2, 0.41, 0.023),
        ]
    )
    find = beside("模型名称", stop=("申报单位",))
    assert find(page).text == "某某模型"


def test_a_spread_caption_of_which_one_letter_was_read(line, document):
    page = document(
        [
            line("名", 0.1, 0.2),
            line("称", 0.16, 0.2),
            line("某公司", 0.2, 0.2),
            line("类型", 0.1, 0.24),
            line("有限公司", 0.2, 0.24),
            line("住", 0.1, 0.28),
            line("武汉市", 0.2, 0.28),
            line("住", 0.5, 0.5),
        ]
    )
    assert beside("住所", stop=LICENCE)(page).text == "武汉市"
    assert beside("住所", stop=(*LICENCE, "住址"))(page) is None


def test_the_rest_of_a_half_read_caption_is_no_value(line, document):
    page = document(
        [
            line("法定代表人", 0.1, 0.2),
            line("张三", 0.2, 0.2),
            line("注册资本", 0.1, 0.24),
            line("壹万元", 0.2, 0.24),
            line("住", 0.1, 0.4),
            line("听武汉市", 0.16, 0.4),
        ]
    )
    assert beside("住所", stop=LICENCE)(page) is None


def test_print_on_the_other_side_of_the_page_is_no_value(line, document):
    page = document(
        [
            line("统一社会信用代码", 0.05, 0.1),
            line("扫描二维码", 0.8, 0.1),
            line("9142X", 0.05, 0.12),
        ]
    )
    assert beside("统一社会信用代码")(page).lines == ()
    assert below("统一社会信用代码")(page).text == "9142X"


def test_a_value_goes_on_under_a_first_line_that_leans(line, document):
    """On a photograph the box of a line with its caption is taller than its letters."""
    first = line("经营范围锻件制造，机械零部件加工，销售：锻件，五金产品：", 0.05, 0.3)
    leaning = first.model_copy(update={"box": first.box.model_copy(update={"bottom": 0.336})})
    caption = 4 * first.box.width / len(first.text)
    second = line("货物进出口：本企业自营产品的进出口业务。", 0.05 + caption, 0.33)
    third = line("（依法须经批准的项目除外）", 0.05 + caption, 0.352)
    found = beside("经营范围", stop=LICENCE)(document([leaning, second, third]))
    assert found.text.endswith("除外)")
