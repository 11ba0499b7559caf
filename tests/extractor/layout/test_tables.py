from __future__ import annotations

from math import radians, tan

import pytest

from extractor.imaging.pixels import Ruling
from extractor.layout.tables import tables_of
from models.document import BoundingBox, TextLine


def texts(table):
    return [[cell.text for cell in row] for row in table.rows()]


def test_every_line_is_in_the_cell_it_stands_in(line, grid):
    lines = [line("名称", 0.12, 0.12), line("某公司", 0.42, 0.12), line("住所", 0.12, 0.22)]
    [table] = tables_of(grid((0.1, 0.4, 0.9), (0.1, 0.2, 0.3)), lines)
    assert texts(table) == [["名称", "某公司"], ["住所", ""]]
    assert table.ruled


def test_lines_of_a_cell_are_in_reading_order(line, grid):
    lines = [line("发成本", 0.12, 0.15), line("模型研", 0.12, 0.12), line("（万元）", 0.18, 0.15)]
    [table] = tables_of(grid((0.1, 0.4, 0.9), (0.1, 0.2, 0.3)), [*lines, line("x", 0.5, 0.25)])
    assert table.at(0, 0).text == "模型研发成本（万元）"


def test_a_word_that_goes_on_over_a_column_line_is_weak_on_both_sides(line, grid):
    rulings = grid((0.1, 0.4, 0.9), (0.1, 0.2, 0.3))
    lines = [line("武汉华中科技园", 0.33, 0.12), line("住所", 0.12, 0.22)]
    [table] = tables_of(rulings, lines)
    assert [cell.text for cell in table.rows()[0]] == ["武汉华中", "科技园"]
    for cell, at in zip(table.rows()[0], (-1, 0), strict=True):
        (part,) = cell.lines
        assert part.confidences[at] < 0.8
        assert min(part.confidences[1:-1]) == 0.99


def test_two_cells_read_as_one_line_are_as_sure_as_they_were(line, grid):
    rulings = grid((0.1, 0.4, 0.9), (0.1, 0.2, 0.3))
    joined = line("武汉华中科技园", 0.32, 0.12)
    gap = tuple(at + (0.03 if place > 3 else 0) for place, at in enumerate(joined.centres))
    [table] = tables_of(
        rulings, [joined.model_copy(update={"centres": gap}), line("住所", 0.12, 0.22)]
    )
    assert all(part.weakest == 0.99 for cell in table.rows()[0] for part in cell.lines)


def test_a_missing_piece_of_line_merges_the_cells_beside_it(line):
    rulings = [
        *(Ruling((0.1, y), (0.9, y)) for y in (0.1, 0.2, 0.3)),
        *(Ruling((x, 0.1), (x, 0.3)) for x in (0.1, 0.3, 0.9)),
        Ruling((0.6, 0.1), (0.6, 0.2)),
    ]
    lines = [line("甲", 0.12, 0.12), line("乙", 0.12, 0.22), line("很长的一个值", 0.5, 0.22)]
    [table] = tables_of(rulings, lines)
    wide = table.at(1, 2)
    assert (wide.column, wide.column_span, wide.text) == (1, 2, "很长的一个值")


def test_a_label_over_two_rows_is_one_cell(line):
    rulings = [
        *(Ruling((0.1, y), (0.9, y)) for y in (0.1, 0.3)),
        Ruling((0.3, 0.2), (0.9, 0.2)),
        *(Ruling((x, 0.1), (x, 0.3)) for x in (0.1, 0.3, 0.9)),
    ]
    [table] = tables_of(rulings, [line("联系人", 0.12, 0.19), line("张三", 0.4, 0.12)])
    assert (table.at(1, 0).row_span, table.at(1, 0).text) == (2, "联系人")


def test_sides_that_are_not_drawn_are_where_the_rows_end(line):
    rulings = [
        *(Ruling((0.1, y), (0.9, y)) for y in (0.1, 0.2, 0.3)),
        *(Ruling((x, 0.1), (x, 0.3)) for x in (0.4, 0.7)),
    ]
    lines = [line("货币资金", 0.11, 0.13), line("1.00", 0.45, 0.13), line("2.00", 0.75, 0.13)]
    [table] = tables_of(rulings, lines)
    assert texts(table)[0] == ["货币资金", "1.00", "2.00"]


def test_short_holes_and_frayed_ends_do_not_open_a_cell(line):
    rulings = [
        *(Ruling((0.105, y), (0.897, y)) for y in (0.1, 0.2, 0.3)),
        Ruling((0.1, 0.104), (0.1, 0.298)),
        Ruling((0.9, 0.1), (0.9, 0.3)),
        Ruling((0.5, 0.1), (0.5, 0.145)),
        Ruling((0.5, 0.154), (0.5, 0.3)),
    ]
    [table] = tables_of(rulings, [line("甲", 0.2, 0.14), line("乙", 0.6, 0.14)])
    assert texts(table)[0] == ["甲", "乙"]


def test_a_double_line_is_one_line(line, grid):
    rulings = [*grid((0.1, 0.5, 0.9), (0.1, 0.2, 0.3)), Ruling((0.1, 0.203), (0.9, 0.203))]
    rulings += [Ruling((0.09, 0.095), (0.91, 0.095)), Ruling((0.093, 0.095), (0.093, 0.305))]
    [table] = tables_of(rulings, [line("甲", 0.2, 0.14), line("乙", 0.2, 0.24)])
    assert texts(table) == [["甲", ""], ["乙", ""]]


@pytest.mark.parametrize("degrees", [-1.5, 1.5])
def test_a_table_scanned_askew_keeps_its_cells(line, degrees):
    lean = tan(radians(degrees))

    def turned(x, y):
        # An upright A4: a fraction of the width is not the same length as one of the height.
        return x - lean * y * 1.414, y + lean * x / 1.414

    xs, ys = (0.15, 0.4, 0.85), tuple(0.1 + 0.02 * n for n in range(30))
    rulings = [
        *(Ruling(turned(xs[0], y), turned(xs[-1], y)) for y in ys),
        *(Ruling(turned(x, ys[0]), turned(x, ys[-1])) for x in xs),
    ]
    lines = []
    for number, y in enumerate(ys[:-1]):
        for x in (0.2, 0.6):
            left, top = turned(x, y + 0.01)
            lines.append(line(f"{number:02}", left, top - 0.007))
    [table] = tables_of(rulings, lines)
    assert texts(table) == [[f"{n:02}", f"{n:02}"] for n in range(29)]


def test_two_tables_of_a_page_stay_apart(line, grid):
    rulings = grid((0.1, 0.5, 0.9), (0.1, 0.2, 0.3)) + grid((0.1, 0.5, 0.9), (0.5, 0.6, 0.7))
    lines = [line("上", 0.2, 0.14), line("中", 0.2, 0.4), line("下", 0.2, 0.54)]
    first, second = tables_of(rulings, [*lines, line("a", 0.6, 0.14), line("b", 0.6, 0.54)])
    assert "中" not in str(texts(first)) + str(texts(second))
    assert (first.at(0, 0).text, second.at(0, 0).text) == ("上", "下")


def test_a_line_read_across_a_column_line_is_cut_there(line, grid):
    lines = [line("原凭证号 税种", 0.3, 0.14), line("x", 0.2, 0.24)]
    column = 0.3 + 4.5 * 0.018
    [table] = tables_of(grid((0.1, column, 0.9), (0.1, 0.2, 0.3)), lines)
    assert [text.strip() for text in texts(table)[0]] == ["原凭证号", "税种"]


def test_a_letter_reaching_over_the_edge_stays_with_its_word(line, grid):
    edge = 0.2 + 3.6 * 0.018
    [table] = tables_of(
        grid((0.1, edge, 0.9), (0.1, 0.2, 0.3)), [line("一二三四", 0.2, 0.14), line("x", 0.5, 0.24)]
    )
    assert texts(table)[0] == ["一二三四", ""]


def test_a_line_without_places_goes_where_its_middle_is(grid):
    whole = TextLine(text="某公司", box=BoundingBox.clipped(0.5, 0.12, 0.7, 0.14), confidence=1)
    other = whole.model_copy(update={"box": BoundingBox.clipped(0.5, 0.22, 0.7, 0.24)})
    [table] = tables_of(grid((0.1, 0.4, 0.9), (0.1, 0.2, 0.3)), [whole, other])
    assert texts(table) == [["", "某公司"], ["", "某公司"]]


def test_a_frame_around_the_page_is_no_table(line, grid):
    lines = [line("营业执照", 0.4, 0.1), line("名称", 0.1, 0.3)]
    assert tables_of(grid((0.05, 0.95), (0.05, 0.95)), lines) == ()


def test_blanks_to_fill_in_are_no_table(line):
    rulings = [Ruling((0.35, y), (0.8, y)) for y in (0.3, 0.35, 0.4, 0.45)]
    lines = [line("申报单位", 0.15, 0.285), line("某公司", 0.4, 0.285)]
    assert tables_of(rulings, lines) == ()


def test_horizontal_lines_alone_give_rows_and_columns_by_alignment(line):
    rulings = [Ruling((0.1, y), (0.9, y)) for y in (0.1, 0.13, 0.3)]
    lines = [line("项目", 0.2, 0.11), line("本期金额", 0.5, 0.11), line("上期金额", 0.75, 0.11)]
    for number, name in enumerate(("营业收入", "营业成本", "净利润")):
        top = 0.14 + 0.03 * number
        lines += [line(name, 0.12, top), line("1.00", 0.5, top), line("20.00", 0.75, top)]
    [table] = tables_of(rulings, lines)
    assert not table.ruled
    assert texts(table)[1] == ["营业收入", "1.00", "20.00"]


def test_the_edge_of_a_seal_is_no_column(line, grid):
    rulings = [*grid((0.1, 0.5, 0.9), (0.1, 0.2, 0.3)), Ruling((0.513, 0.1), (0.513, 0.2))]
    [table] = tables_of(rulings, [line("甲", 0.2, 0.14), line("1.00", 0.7, 0.14)])
    assert texts(table)[0] == ["甲", "1.00"]


def test_the_rest_of_a_row_under_an_empty_caption_is_a_table(line, grid):
    rulings = grid((0.1, 0.25, 0.9), (0.08, 0.2))
    [table] = tables_of(rulings, [line("项，获授权发明专利17件。", 0.3, 0.1)])
    assert texts(table) == [["", "项，获授权发明专利17件。"]]
