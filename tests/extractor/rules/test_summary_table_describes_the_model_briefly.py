from typing import Any

import pytest

from extractor.rules.summary_table_describes_the_model_briefly import check
from models.document import BoundingBox, Cell, Table, TextLine

BOX = BoundingBox(left=0.1, top=0.1, right=0.9, bottom=0.9)
HEADS = ("申报单位名称", "工业模型名称", "工业模型项目描述（100字左右）")


def described(papers: Any, words: str) -> Any:
    rows = (HEADS, (papers.name, "楚衡轴承质检大模型", words))
    cells = tuple(
        Cell(
            row=row, column=column, box=BOX, lines=(TextLine(text=text, box=BOX, confidence=0.99),)
        )
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    return (papers.page("申报汇总表", tables=(Table(box=BOX, cells=cells),)),)


@pytest.mark.parametrize("length", [80, 100, 120])
def test_about_a_hundred_characters_pass(papers: Any, length: int) -> None:
    (said,) = check(described(papers, "模" * length), 80, 120)
    assert said.message.startswith("汇总表描述均")


@pytest.mark.parametrize("length", [20, 121])
def test_much_less_or_more_is_noted(papers: Any, length: int) -> None:
    (said,) = check(described(papers, "模" * length), 80, 120)
    assert (said.outcome, said.severity) == ("passed", "D")
    assert f"{length} 字" in said.message


def test_without_the_list_there_is_nothing_to_count(papers: Any) -> None:
    (said,) = check((papers.page("目录"),), 80, 120)
    assert said.outcome == "not_applicable"
