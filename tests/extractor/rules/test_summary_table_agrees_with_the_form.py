from typing import Any

from extractor.rules.summary_table_agrees_with_the_form import check
from models.document import BoundingBox, Cell, Table, TextLine
from models.extraction import Choice, Choices, Identifier, PageKind, Text
from models.finding import Disagreement

BOX = BoundingBox(left=0.1, top=0.1, right=0.9, bottom=0.9)
HEADS = (
    *("序号", "市州", "申报单位名称", "工业模型名称", "工业模型类别", "模型服务行业"),
    *("工业模型项目描述（100字左右）", "联系人", "联系方式"),
)
ROW = (
    *("1", "武汉市", "武汉楚芯智能科技有限公司", "楚衡轴承质检大模型", "多模态大模型", "装备制造"),
    *("面向轴承质检", "王芳", "13800138000"),
)


def listing(papers: Any, *rows: tuple[str, ...]) -> tuple[PageKind, ...]:
    cells = tuple(
        Cell(
            row=row,
            column=column,
            box=BOX,
            lines=(TextLine(text=text, box=BOX, confidence=0.99),),
        )
        for row, texts in enumerate((HEADS, *rows))
        for column, text in enumerate(texts)
    )
    table = Table(box=BOX, cells=cells)
    return (papers.page("湖北省工业领域专用模型申报汇总表", tables=(table,)),)


def said(papers: Any, *rows: tuple[str, ...]) -> list[Disagreement]:
    return check(
        listing(papers, *rows),
        Text(value=papers.name),
        Text(value="楚衡轴承质检大模型"),
        Choice(value="多模态大模型"),
        Choices(values=("装备制造",)),
        Text(value="王芳"),
        Identifier(value="138-0013-8000"),
    )


def test_a_row_that_repeats_the_form_passes(papers: Any) -> None:
    assert [each.outcome for each in said(papers, ROW)] == ["passed"]


def test_each_cell_that_differs_is_a_question(papers: Any) -> None:
    other = (*ROW[:4], "任务型模型", "电子信息", ROW[6], "李强", "13900139000")
    found = said(papers, other)
    assert [(each.severity, each.outcome) for each in found] == [("C", None)] * 4


def test_no_row_or_two_rows_of_the_model_are_a_question(papers: Any) -> None:
    stranger = (*ROW[:2], "鄂州宏远实业有限公司", *ROW[3:])
    assert "0 行" in said(papers, stranger)[0].message
    assert "2 行" in said(papers, ROW, ROW)[0].message


def test_another_model_of_the_same_unit_has_its_own_row(papers: Any) -> None:
    other = (*ROW[:3], "智慧园区能源调度模型", *ROW[4:])
    assert [each.outcome for each in said(papers, ROW, other)] == ["passed"]


def test_a_bundle_without_the_list_is_not_faulted(papers: Any) -> None:
    found = check((papers.page("目录"),), Text(value="甲"), None, None, None, None, None)
    assert [each.outcome for each in found] == ["not_applicable"]
