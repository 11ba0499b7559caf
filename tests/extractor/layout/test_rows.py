from __future__ import annotations

from extractor.layout.characters import Characters
from extractor.layout.rows import Rows, columns_right, heads_on, rows_on, rows_outside_tables


def test_print_in_drawn_tables_is_not_among_the_rows_outside(line, document, grid):
    lines = [line("标题", 0.1, 0.05), line("甲", 0.1, 0.12), line("乙", 0.6, 0.12)]
    [page] = document(lines, grid((0.05, 0.5, 0.95), (0.1, 0.15, 0.2))).pages
    outside = rows_outside_tables(page, frozenset())
    assert [row.text for row in outside.rows] == ["标题"]
    assert len(rows_on(page)) == 2


def test_captions_flush_left_are_a_column_and_one_alone_is_none(line, document):
    lines = [
        line("名称", 0.1, 0.1),
        line("注册资本", 0.6, 0.1),
        line("成立日期", 0.602, 0.15),
        line("登记机关", 0.45, 0.4),
    ]
    [page] = document(lines).pages
    captions = ("名称", "注册资本", "成立日期", "登记机关")
    rows = Rows.of(page, [Characters.of(row) for row in rows_on(page)], captions)
    assert [round(box.left, 2) for box in heads_on(rows, 0)] == [0.1, 0.6]
    [column] = columns_right(rows, 0.2)
    assert round(column.left, 2) == 0.6
