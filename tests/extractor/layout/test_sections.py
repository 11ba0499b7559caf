from __future__ import annotations

from extractor.imaging.pixels import Ruling
from extractor.layout.sections import section_of


def words(document):
    return [[line.text for line in page.lines] for page in document.pages]


def test_a_section_goes_on_over_pages_until_the_next_heading(line, document):
    first = document([line("封面", 0.1, 0.1), line("一、单位情况", 0.1, 0.3), line("甲", 0.1, 0.4)])
    second = document([line("乙", 0.1, 0.1), line("二、模型情况", 0.1, 0.3), line("丙", 0.1, 0.4)])
    both = first.model_copy(update={"pages": (*first.pages, *second.pages)})
    section = section_of(both, ("单位情况",), ("模型情况",))
    assert words(section) == [["一、单位情况", "甲"], ["乙"]]
    assert section_of(both, ("没有这一节",)) is None


def test_only_the_cells_of_the_section_are_left(line, document, grid):
    rulings: list[Ruling] = [
        *grid((0.05, 0.5, 0.95), (0.1, 0.15, 0.2)),
        *grid((0.05, 0.5, 0.95), (0.4, 0.45, 0.5)),
    ]
    lines = [
        line("上", 0.1, 0.12),
        line("一", 0.6, 0.12),
        line("二、模型情况", 0.1, 0.3),
        line("下", 0.1, 0.42),
        line("二", 0.6, 0.42),
    ]
    [page] = section_of(document(lines, rulings), ("模型情况",)).pages
    assert [cell.text for table in page.tables for cell in table.cells if cell.lines] == [
        "下",
        "二",
    ]
