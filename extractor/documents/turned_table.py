"""Cost tables as a plain list: one kind of cost a row.

Firms print the kinds of cost side by side in one row, or the list in two halves side by side.
"""

from __future__ import annotations

import re

from extractor.documents.numbered_form import tables_on
from extractor.values.texts import compact
from models.document import Cell, Document, Page, Table

KIND_OF_COST = re.compile(
    r"人工|人员|工资|薪金|直接投入|材料|折旧|摊销|设计|试验|调试|测试|委托|外协|设备|算力|数据|劳务|差旅|其他"
)
"""Words in the names of the kinds of cost, after 国科发火〔2016〕195号 and what firms add for models."""
_FEWEST = 3
"""Kinds of cost that a row needs to be the row of names; a heading may hold one or two."""
_LONGEST = 20
"""Letters of a kind of cost; a sentence has more."""


def with_names_down(document: Document) -> Document:
    """The document with its cost tables turned, or unfolded, into one kind of cost a row."""
    return document.model_copy(update={"pages": tuple(_turned(page) for page in document.pages)})


def _turned(page: Page) -> Page:
    tables = tables_on(page)
    plain = tuple(_on_its_side(each) if _lies(each) else _unfolded(each) for each in tables)
    changed = any(new is not old for new, old in zip(plain, tables, strict=True))
    return page.model_copy(update={"tables": plain}) if changed else page


def _unfolded(table: Table) -> Table:
    """The table with its right half under the left one where its headings are there twice."""
    width = max(cell.column + cell.column_span for cell in table.cells)
    half = width // 2
    heading = [compact(cell.text) for cell in table.rows()[0]]
    if width % 2 or half < 2 or len(heading) != width or not all(heading):
        return table
    if heading[:half] != heading[half:]:
        return table
    rows = len(table.rows())
    cells = []
    for cell in table.cells:
        if cell.column < half < cell.column + cell.column_span:
            return table
        if cell.column < half:
            cells.append(cell)
        elif cell.row > 0:
            place = {"row": cell.row + rows - 1, "column": cell.column - half}
            cells.append(cell.model_copy(update=place))
    return table.model_copy(update={"cells": tuple(sorted(cells, key=_place))})


def _lies(table: Table) -> bool:
    """Whether a row of it names more kinds of cost than its columns do."""
    rows: dict[int, int] = {}
    columns: dict[int, int] = {}
    for cell in table.cells:
        text = compact(cell.text)
        if len(text) <= _LONGEST and KIND_OF_COST.search(text) is not None:
            rows[cell.row] = rows.get(cell.row, 0) + 1
            columns[cell.column] = columns.get(cell.column, 0) + 1
    across, down = max(rows.values(), default=0), max(columns.values(), default=0)
    return across >= _FEWEST and across > down


def _on_its_side(table: Table) -> Table:
    cells = tuple(
        cell.model_copy(
            update={
                "row": cell.column,
                "column": cell.row,
                "row_span": cell.column_span,
                "column_span": cell.row_span,
            }
        )
        for cell in table.cells
    )
    return table.model_copy(update={"cells": tuple(sorted(cells, key=_place))})


def _place(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column
