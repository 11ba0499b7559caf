"""Tables of numbered or listed lines with their rows as printed, where rulings were lost.

A faint ruling that was not seen joins two rows, in one column or in all of them. What is printed
tells the rows: a form's line has one number and one amount.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.alignment import is_number
from models.document import BoundingBox, Cell, Table, TextLine

_Band = tuple[float, float]
"""Top and bottom of a row, in fractions of the page."""

_CENTRED = 0.2
"""Heights of a row by which the print of a truly merged cell may be off its middle."""


def with_rows_divided(table: Table) -> Table:
    """The table with every cell divided that holds the print of several rows."""
    if not table.ruled:
        return table
    bands = _bands(table)
    cells = [
        piece
        for cell in table.cells
        for part in _divided(cell, bands)
        for piece in _by_columns(part, table)
    ]
    return table.model_copy(update={"cells": tuple(cells)})


def _bands(table: Table) -> list[_Band]:
    """The rows from top to bottom: between rulings, and between the numbers of joined rows."""
    bands: list[_Band] = []
    for number, cells in enumerate(table.rows()):
        single = [cell for cell in cells if cell.row_span == 1]
        if not single:
            continue
        top = max(cell.box.top for cell in single)
        bottom = min(cell.box.bottom for cell in single)
        numbers = max((_numbers_in(cell) for cell in table.cells if cell.row == number), key=len)
        middles = [line.box.centre[1] for line in numbers if top < line.box.centre[1] < bottom]
        edges = [(above + below) / 2 for above, below in zip(middles, middles[1:], strict=False)]
        bands.extend(zip((top, *edges), (*edges, bottom), strict=True))
    return bands


def _numbers_in(cell: Cell) -> Sequence[TextLine]:
    """The lines of a cell of one row that hold nothing but numbers, one under the other."""
    if cell.row_span > 1 or not all(is_number(line.text) for line in cell.lines):
        return ()
    lines = sorted(cell.lines, key=lambda line: line.box.centre[1])
    apart = all(
        below.box.top >= above.box.centre[1] for above, below in zip(lines, lines[1:], strict=False)
    )
    return lines if apart else ()


def _divided(cell: Cell, bands: Sequence[_Band]) -> list[Cell]:
    """The cell once for each row it covers, or as it is where it belongs to all of them."""
    covered = [
        number
        for number, (top, bottom) in enumerate(bands)
        if cell.box.top <= (top + bottom) / 2 <= cell.box.bottom
    ]
    if not covered:
        return [cell]
    held: dict[int, list[TextLine]] = {number: [] for number in covered}
    for line in cell.lines:
        held[min(covered, key=lambda number: _distance(bands[number], line))].append(line)
    if len(covered) == 1 or _is_merged(cell, [bands[number] for number in covered]):
        return [cell.model_copy(update={"row": covered[0], "row_span": len(covered)})]
    return [
        cell.model_copy(
            update={
                "row": number,
                "row_span": 1,
                "lines": tuple(held[number]),
                "blank": cell.blank,
                "box": BoundingBox.clipped(
                    cell.box.left, bands[number][0], cell.box.right, bands[number][1]
                ),
            }
        )
        for number in covered
    ]


def _is_merged(cell: Cell, bands: Sequence[_Band]) -> bool:
    """Whether the print stands in the middle of all the rows, as a heading of a group does."""
    if not cell.lines or any(is_number(line.text) for line in cell.lines):
        return False
    box = BoundingBox.around(line.box for line in cell.lines)
    height = min(bottom - top for top, bottom in bands)
    fills = len(cell.lines) > 1 and box.height > 0.6 * cell.box.height
    return not fills and abs(box.centre[1] - cell.box.centre[1]) <= _CENTRED * height


def _by_columns(cell: Cell, table: Table) -> list[Cell]:
    """The cell once for each column it covers, where its lines stand apart in several of them."""
    if cell.column_span == 1 or len(cell.lines) < 2:
        return [cell]
    places: dict[int, tuple[float, float]] = {}
    for other in table.cells:
        if other.column_span == 1 and cell.column <= other.column < cell.column + cell.column_span:
            places.setdefault(other.column, (other.box.left, other.box.right))
    held: dict[int, list[TextLine]] = {column: [] for column in places}
    for line in cell.lines:
        column = next((at for at, place in places.items() if _stands_in(line, place)), None)
        if column is None:
            return [cell]
        held[column].append(line)
    if len(places) < cell.column_span or sum(bool(lines) for lines in held.values()) < 2:
        return [cell]
    return [
        cell.model_copy(
            update={
                "column": column,
                "column_span": 1,
                "lines": tuple(held[column]),
                "box": BoundingBox.clipped(left, cell.box.top, right, cell.box.bottom),
            }
        )
        for column, (left, right) in sorted(places.items())
    ]


def _stands_in(line: TextLine, place: tuple[float, float]) -> bool:
    slack = 0.5 * line.box.height
    return place[0] - slack <= line.box.left and line.box.right <= place[1] + slack


def _distance(band: _Band, line: TextLine) -> float:
    return abs((band[0] + band[1]) / 2 - line.box.centre[1])
