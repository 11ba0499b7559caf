from decimal import Decimal

import pytest

from extractor.documents.numbered_form import printed_rows
from models.document import Cell, Document
from models.extraction import Amount


def _document(page):
    return Document(id="a107012-1", kind="a107012", title="", pages=(page,))


def _joined(table, rows, column):
    """The table after the ruling between two rows of a column was lost."""
    above, below = (next(c for c in table.cells if (c.row, c.column) == (r, column)) for r in rows)
    box = above.box.model_copy(update={"bottom": below.box.bottom})
    cell = Cell(row=rows[0], column=column, row_span=2, box=box, lines=(*above.lines, *below.lines))
    others = tuple(each for each in table.cells if each not in (above, below))
    return table.model_copy(update={"cells": (*others, cell)})


@pytest.mark.parametrize("column", [0, 1, 2])
def test_rows_that_a_lost_ruling_joined_are_read_apart(table, page, column):
    rows = [
        ["10", "研发活动直接消耗动力费用", ""],
        ["11", "用于中间试验的模具开发及制造费", "22,160.23"],
        ["12", "用于样机及一般测试手段购置费", "1,489,563.16"],
    ]
    lost = _joined(table(rows), (0, 1), column)
    read = printed_rows(_document(page([], [lost])))
    assert [(row.number, row.label, row.value.text) for row in read] == [tuple(r) for r in rows]


def test_the_digits_of_a_seal_beside_an_item_are_not_its_name(table, page):
    read = printed_rows(
        _document(
            page(
                [],
                [table([["47", "允许扣除的金额", "230085", "88.00"], ["48", "材料部分", "", ""]])],
            )
        )
    )
    assert read[0].label == "允许扣除的金额"


def test_a_main_sheet_without_one_of_its_rows_is_not_sure(table, page, read):
    rows = [["1", "一、营业收入", "100.00"], ["2", "减：营业成本", "60.00"]]
    stated = read("a100000", page([], [table(rows)]))
    assert stated.field("rows").status == "doubtful"
    assert any("未见第" in doubt for doubt in stated.field("rows").doubts)
    assert stated.field("revenue").value == Amount(value=Decimal("100.00"))


@pytest.mark.parametrize(("blank", "status"), [(True, "sure"), (False, "doubtful")])
def test_an_empty_cell_is_a_sure_zero_only_where_its_pixels_show_nothing(
    table, page, read, blank, status
):
    rows = [
        ["1", "一、营业收入", "100.00"],
        ["2", "减：营业成本", "60.00"],
        ["3", "减：税金及附加", ""],
        ["4", "减：销售费用", "5.00"],
        ["5", "减：管理费用", "1.00"],
        ["6", "减：研发费用", ""],
    ]
    stated = read("a100000", page([], [table(rows, blank=blank)]))
    assert stated.field("rd_expense").value.value == 0
    assert stated.field("rd_expense").status == status


def test_letters_of_a_seal_beside_a_label_are_not_the_label(table, page):
    drawn = table(
        [["24", "四、纳税调整后所得", "A17", "100.00"], ["25", "减：所得减免", "", "0.00"]]
    )
    document = Document(id="a100000-1", kind="a100000", title="", pages=(page([], [drawn]),))
    assert [row.label for row in printed_rows(document)] == ["四、纳税调整后所得", "减：所得减免"]


def test_a_row_whose_words_were_lost_is_known_by_its_number(table, page, read):
    rows = [
        ["15", "8.通过经营租赁方式租入的用于研发活动的仪器、设备租赁费", "10.00"],
        ["16", "", "30.00"],
        ["17", "1.用于研发活动的仪器的折旧费", "30.00"],
    ]
    stated = read("a107012", page([], [table(rows)]))
    assert stated.field("row_16").value == Amount(value=Decimal("30.00"))
    assert stated.field("row_16").status == "sure"


def test_an_amount_in_a_line_of_the_main_sheet_without_its_number_is_not_passed_over(
    table, page, read
):
    rows = [
        ["21", "减：纳税调整减少额（填写A105000）", "0.00"],
        ["22", "减：免税、减计收入及加计扣除（22.1+22.2+…）", "80.00"],
        ["", "企业开发新技术发生的研究开发费用加计扣除", "80.00"],
        ["23", "加：境外应税所得抵减境内亏损（填写A108000）", "0.00"],
    ]
    stated = read("a100000", page([], [table(rows)]))
    assert any("未能对应" in doubt for doubt in stated.field("rows").doubts)


@pytest.mark.parametrize("speck", [".", "·", "、", "’", "：."])
def test_a_cell_in_which_only_a_speck_was_read_is_an_empty_one_in_doubt(table, page, read, speck):
    rows = [
        ["1", "一、营业收入", "100.00"],
        ["2", "减：营业成本", speck],
        ["3", "税金及附加", "-"],
    ]
    stated = read("a100000", page([], [table(rows)])).field("rows")
    assert stated.value.amounts["2"] == Amount(value=Decimal("0.00"), step=Decimal(0))
    assert any(doubt.startswith("第 2 行") for doubt in stated.doubts)
    assert not any(doubt.startswith("第 3 行") for doubt in stated.doubts)
