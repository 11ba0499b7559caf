"""A small table that was drawn within a cell of the form: names with their amounts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.layout.passage import Passage
from extractor.values import amounts
from extractor.values.texts import compact
from models.document import BoundingBox, Cell, Table, TextLine

_WHOLE = 0.95
"""Of the inner table's area: what must lie within the cell."""
_NAME = re.compile(r"[一-龥]{2,}")
_SUMS = re.compile(r"金额|费用|成本|支出|小计|[万亿千]?元")
_NO_SUMS = re.compile(r"序号|占比|比例|数量|单价|备注|说明|%")
_FEWEST = 2
"""Pairs that make it a table of costs."""


def with_pairs_of_inner_table(passage: Passage) -> Passage:
    """The passage with the inner table's names, each before its amount, where it has such a table.

    Unchanged where its own words hold figures, or where names and amounts can't be paired.
    """
    if re.search(r"\d", passage.text):
        return passage
    inner = [
        table
        for table in passage.page.tables
        if table.box.overlap(passage.box) >= _WHOLE and table.box.height < passage.box.height
    ]
    if len(inner) != 1:
        return passage
    pairs = _side_by_side(inner[0]) or _down(inner[0])
    if len(pairs) < _FEWEST:
        return passage
    lines = tuple(line for pair in pairs for cell in pair for line in (_one_line(cell),))
    return Passage(page=passage.page, lines=lines, box=passage.box)


def _side_by_side(table: Table) -> list[tuple[Cell, Cell]]:
    """Names in one row over their amounts in the next."""
    rows = table.rows()
    for names, figures in zip(rows, rows[1:], strict=False):
        below = {cell.column: cell for cell in figures if _is_amount(cell)}
        pairs = [
            (cell, below[cell.column]) for cell in names if _is_name(cell) and cell.column in below
        ]
        others = any(_is_name(cell) for cell in figures if cell.column > 0)
        if len(pairs) >= _FEWEST and len(pairs) == len(below) and not others:
            return pairs
    return []


def _down(table: Table) -> list[tuple[Cell, Cell]]:
    """A name a row with its amount in the one column of amounts."""
    rows = table.rows()
    column = _column_of_amounts(rows)
    pairs = []
    for row in rows:
        amount = next((cell for cell in row if cell.column == column and _is_amount(cell)), None)
        name = next((cell for cell in row if _is_name(cell)), None)
        if amount is not None and name is not None and name.column < amount.column:
            pairs.append((name, amount))
    return pairs


def _column_of_amounts(rows: Sequence[Sequence[Cell]]) -> int | None:
    """The column with figures whose heading names sums; else the only one with figures."""
    heads = {cell.column: compact(cell.text) for cell in rows[0]}
    figured = sorted({cell.column for row in rows for cell in row if _is_amount(cell)})
    named = [
        at for at in figured if _SUMS.search(heads.get(at, "")) and not _NO_SUMS.search(heads[at])
    ]
    left = named or [at for at in figured if not _NO_SUMS.search(heads.get(at, ""))]
    return left[0] if len(left) == 1 else None


def _is_name(cell: Cell) -> bool:
    return _NAME.search(compact(cell.text)) is not None and not _is_amount(cell)


def _is_amount(cell: Cell) -> bool:
    return re.search(r"\d", cell.text) is not None and amounts.parse(cell.text) is not None


def _one_line(cell: Cell) -> TextLine:
    """The cell's lines as one, so that a name that wraps stays together."""
    if len(cell.lines) == 1:
        return cell.lines[0]
    marks = [mark for line in cell.lines for mark in line.confidences]
    text = "".join(line.text for line in cell.lines)
    return cell.lines[0].model_copy(
        update={
            "text": text,
            "box": BoundingBox.around(line.box for line in cell.lines),
            "confidence": min(line.confidence for line in cell.lines),
            "centres": (),
            "confidences": tuple(marks) if len(marks) == len(text) else (),
            "second_text": None,
        }
    )
