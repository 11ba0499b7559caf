from __future__ import annotations

import pytest

from extractor.layout.alignment import aligned_table, is_number, rows_of


def words(rows):
    return [[line.text for line in row] for row in rows]


def test_lines_side_by_side_are_a_row_from_left_to_right(line):
    lines = [line("乙", 0.5, 0.101), line("甲", 0.1, 0.1), line("丙", 0.1, 0.13)]
    assert words(rows_of(lines)) == [["甲", "乙"], ["丙"]]


def test_a_sloping_row_is_one_row(line):
    upper = [line("一二三", 0.1 + 0.15 * n, 0.1 + 0.004 * n) for n in range(5)]
    lower = [line("四五六", 0.1 + 0.15 * n, 0.122 + 0.004 * n) for n in range(5)]
    assert words(rows_of([*lower, *upper])) == [["一二三"] * 5, ["四五六"] * 5]


def test_a_label_of_two_lines_does_not_join_its_lines(line):
    lines = [line("模型研发", 0.1, 0.1), line("起止时间", 0.1, 0.117), line("2025", 0.3, 0.109)]
    rows = words(rows_of(lines))
    assert ["模型研发", "起止时间"] not in rows
    assert sum(row.count("起止时间") for row in rows) == 1


def test_small_print_beside_a_title_is_on_its_row(line):
    rows = rows_of([line("营业执照", 0.3, 0.1, 0.05), line("（副本）", 0.7, 0.118, 0.014)])
    assert words(rows) == [["营业执照", "（副本）"]]


@pytest.mark.parametrize(
    "text", ["1", "22.1", "1,234.56", "-5,212.82", "（3.00）", "—", "-", "１２３", "100%", "¥3.00"]
)
def test_what_stands_in_a_number_column(text):
    assert is_number(text)


@pytest.mark.parametrize("text", ["", "营业收入", "2025年", "五、1", "A100000", "1-3页"])
def test_what_is_no_number(text):
    assert not is_number(text)


def test_right_aligned_numbers_of_all_lengths_are_one_column(line):
    lines = []
    for number, amount in enumerate(("1.00", "12,345,678.90", "-7.00", "—")):
        top = 0.1 + 0.03 * number
        right = 0.7 - 0.018 * len(amount)
        lines += [line(f"项目{number}", 0.1, top), line(amount, right, top)]
        lines.append(line("9.99", 0.82, top))
    table = aligned_table(lines)
    assert [[cell.text for cell in row] for row in table.rows()][1] == [
        "项目1",
        "12,345,678.90",
        "9.99",
    ]
    assert not table.ruled


def test_an_empty_place_in_a_column_is_a_cell_without_lines(line):
    lines = [line("应付票据", 0.1, 0.13), line("5.00", 0.8, 0.13)]
    for number in (0, 2, 3):
        top = 0.1 + 0.03 * number
        lines += [line("货币资金", 0.1, top), line("1.00", 0.5, top), line("2.00", 0.8, top)]
    table = aligned_table(lines)
    assert [cell.text for cell in table.rows()[1]] == ["应付票据", "", "5.00"]


def test_numbers_read_in_one_line_with_their_label_are_taken_apart(line):
    whole = line("营业收入          1.00          2.00", 0.1, 0.1)
    other = line("营业成本          3.00          4.00", 0.1, 0.13)
    table = aligned_table([whole, other])
    assert [[cell.text for cell in row] for row in table.rows()] == [
        ["营业收入", "1.00", "2.00"],
        ["营业成本", "3.00", "4.00"],
    ]


def test_a_title_over_all_columns_is_one_cell(line):
    lines = [line("某某某某公司二〇二五年度利润表及附表说明事项", 0.1, 0.05)]
    for number in range(3):
        top = 0.1 + 0.03 * number
        lines += [line("项目", 0.1, top), line("1.00", 0.3, top), line("2.00", 0.42, top)]
    first = aligned_table(lines).rows()[0]
    assert [cell.column_span for cell in first] == [3]


def test_prose_is_no_table(line):
    lines = [
        line("本公司主要从事工业软件的研究、开发与销售", 0.1, 0.1 + 0.03 * n) for n in range(6)
    ]
    assert aligned_table(lines) is None
