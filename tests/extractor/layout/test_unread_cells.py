from __future__ import annotations

import numpy as np
import pytest

from extractor.layout.unread_cells import read_unread_cells
from extractor.ocr.engine import Recognition
from models.document import BoundingBox, Cell, Table, TextLine

HIGH, WIDE = 2000, 1400
BOX = BoundingBox(left=0.5, top=0.5, right=0.8, bottom=0.52)
PAPER = 235


def _table():
    return Table(box=BOX, cells=(Cell(row=0, column=0, box=BOX),))


def _page(level: int | None = None, height: int = 20):
    """A page with one mark of this grey level in the cell, or with an empty cell."""
    pixels = np.full((HIGH, WIDE, 3), PAPER, dtype=np.uint8)
    if level is not None:
        pixels[1008 : 1008 + height, 900:912] = level
    return pixels


def _beside_print():
    """The cell beside one with a line of print."""
    box = BoundingBox(left=0.2, top=0.5, right=0.5, bottom=0.52)
    line = TextLine(
        text="22,160.23",
        box=BoundingBox(left=0.3, top=0.502, right=0.45, bottom=0.518),
        confidence=0.99,
    )
    cells = (
        Cell(row=0, column=0, box=box, lines=(line,)),
        Cell(row=0, column=1, box=BOX),
    )
    return Table(box=BoundingBox.around((box, BOX)), cells=cells)


def _reads(text: str):
    def recognise(crops):
        count = len(text)
        at = tuple((index + 0.5) / max(1, count) for index in range(count))
        return [Recognition(text, 0.9, (0.9,) * count, at) for _ in crops]

    return recognise


def test_a_cell_without_print_is_blank():
    (table,), lines, unread = read_unread_cells(_page(), [_table()], _reads("7"))
    assert table.cells[0].blank
    assert not lines
    assert not unread


def test_print_that_was_passed_over_is_read():
    (table,), lines, unread = read_unread_cells(_page(level=30), [_table()], _reads("7"))
    assert table.cells[0].text == "7"
    assert [line.text for line in lines] == ["7"]
    assert not table.cells[0].blank
    assert not unread


def test_print_that_cannot_be_read_is_a_mark_in_the_cell_and_no_blank():
    (table,), lines, unread = read_unread_cells(_page(level=30), [_table()], _reads(""))
    assert not table.cells[0].blank
    assert not lines
    assert unread[0].box.overlap(BOX) == pytest.approx(1.0)


def test_faint_print_is_neither_read_nor_called_blank():
    (table,), lines, unread = read_unread_cells(_page(level=195), [_table()], _reads("7"))
    assert not table.cells[0].blank
    assert not lines
    assert not unread


@pytest.mark.parametrize(("height", "read"), [(9, []), (14, []), (18, ["7"]), (22, ["7"])])
def test_what_is_lower_than_a_digit_of_the_table_is_a_speck(height, read):
    """Neither print to be read nor a blank cell: the value is left in doubt."""
    page = _page(level=30, height=height)
    (table,), lines, unread = read_unread_cells(page, [_beside_print()], _reads("7"))
    assert [line.text for line in lines] == read
    assert not unread
    assert not table.cells[1].blank
