"""Rows and columns where no lines are drawn: text rows, and tables by alignment."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractor.layout.characters import split_at_gaps, unstacked
from models.document import BoundingBox, Cell, Page, Table, TextLine

SAME_ROW = 0.5
"""Two neighbours share a row when their middles differ by less than this much of their height."""

NUMBER = re.compile(r"[-+(¥￥]*\d[\d,.]*[)%]?|[-—–]+|\*+")
"""What stands alone in a number column: an amount, a row number, a dash."""

_RECENT = 12
"""Rows that can still be open while lines are taken from top to bottom; two columns double them."""

_BINS = 400
"""Steps across the page in which columns are told apart: a quarter of a percent of its width."""


class _Placed(NamedTuple):
    """A line with its place, taken out of its box once: rows are found by many comparisons."""

    middle: float
    left: float
    right: float
    height: float
    order: int
    line: TextLine


def rows_of(lines: Iterable[TextLine]) -> list[list[TextLine]]:
    """The lines grouped into printed rows, rows from top to bottom, each from left to right.

    A row may slope: a line is compared with its nearest neighbour in the row, not with all of it.
    """
    rows: list[list[_Placed]] = []
    for line in sorted(
        _Placed(line.box.centre[1], line.box.left, line.box.right, line.box.height, order, line)
        for order, line in enumerate(lines)
    ):
        best: list[_Placed] | None = None
        least = float("inf")
        # Lines come from top to bottom: a row far above can't be joined any more.
        for row in rows[-_RECENT:]:
            neighbour = min(row, key=lambda other: _apart(line, other))
            distance = abs(line.middle - neighbour.middle)
            if distance < least and _same_row(line, neighbour):
                best, least = row, distance
        if best is None:
            rows.append([line])
        else:
            best.append(line)
    rows.sort(key=lambda row: row[0].middle)
    return [
        [each.line for each in sorted(row, key=lambda each: (each.left, each.order))]
        for row in rows
    ]


def page_rows(page: Page, lines: Iterable[TextLine] | None = None) -> list[list[TextLine]]:
    """The rows of a page, or of some of its lines.

    A Word page has no places, so each of its lines is a row.
    """
    chosen = page.lines if lines is None else lines
    if page.source == "word":
        return [[line] for line in chosen]
    return rows_of(unstacked(chosen, page))


def _apart(line: _Placed, other: _Placed) -> float:
    """The space between two lines along the row; negative where they overlap."""
    return max(other.left - line.right, line.left - other.right)


def _same_row(line: _Placed, other: _Placed) -> bool:
    narrower = min(line.right - line.left, other.right - other.left)
    if -_apart(line, other) > 0.3 * narrower:
        return False
    small, large = sorted((line.height, other.height))
    # Beside large print (a title beside a note) the small print's own height would be too strict.
    return abs(line.middle - other.middle) <= SAME_ROW * max(small, 0.6 * large)


def is_number(text: str) -> bool:
    """Whether the text is what stands in a number column: digits, or a dash for none."""
    plain = "".join(unicodedata.normalize("NFKC", text).split()).replace("，", ",")
    return NUMBER.fullmatch(plain) is not None


def aligned_table(lines: Iterable[TextLine]) -> Table | None:
    """The borderless table these lines form, or None where they form no columns.

    Columns are the strips of the page that the rows with numbers leave free of print. Headings
    and labels without numbers then fall into the column they overlap most; a title that lies over
    all columns stays a cell of its own that spans them.
    """
    parts = [part for line in lines for part in split_at_gaps(line) if part.text.strip()]
    rows = rows_of(parts)
    columns = _columns([row for row in rows if len(row) > 1 and any(_numeric(x) for x in row)])
    if len(columns) < 2:
        return None
    cells = [
        cell for number, row in enumerate(rows) for cell in _cells_of_row(number, row, columns)
    ]
    return Table(
        box=BoundingBox.around(cell.box for cell in cells), cells=tuple(cells), ruled=False
    )


def _numeric(line: TextLine) -> bool:
    return is_number(line.text)


def _columns(rows: Sequence[Sequence[TextLine]]) -> list[tuple[float, float]]:
    """Left and right edge of each column, from the print of the rows that hold numbers."""
    if len(rows) < 2:
        return []
    covered = [0] * _BINS
    for row in rows:
        for line in row:
            first = int(line.box.left * _BINS)
            last = max(first, int(line.box.right * _BINS - 1e-9))
            for bin_ in range(first, min(last, _BINS - 1) + 1):
                covered[bin_] += 1
    # One row in thirty may run over into the next column without joining the two.
    noise = len(rows) // 30
    columns: list[tuple[float, float]] = []
    start: int | None = None
    for bin_ in range(_BINS + 1):
        inside = bin_ < _BINS and covered[bin_] > noise
        if inside and start is None:
            start = bin_
        elif not inside and start is not None:
            columns.append((start / _BINS, bin_ / _BINS))
            start = None
    return columns


def _cells_of_row(
    number: int, row: Sequence[TextLine], columns: Sequence[tuple[float, float]]
) -> list[Cell]:
    """The row's cells: one per column, or one over several for a heading that lies over them."""
    placed: dict[tuple[int, int], list[TextLine]] = {}
    for line in row:
        placed.setdefault(_span(line, columns), []).append(line)
    top = min(line.box.top for line in row)
    bottom = max(line.box.bottom for line in row)
    taken = {at for first, last in placed for at in range(first, last + 1)}
    for at in range(len(columns)):
        if at not in taken:
            placed[at, at] = []
    return [
        Cell(
            row=number,
            column=first,
            column_span=last - first + 1,
            box=BoundingBox.around(
                [
                    BoundingBox.clipped(columns[first][0], top, columns[last][1], bottom),
                    *(line.box for line in held),
                ]
            ),
            lines=tuple(held),
        )
        for (first, last), held in sorted(placed.items())
    ]


def _span(line: TextLine, columns: Sequence[tuple[float, float]]) -> tuple[int, int]:
    """First and last column the line lies in."""
    shares = [
        max(0.0, min(line.box.right, right) - max(line.box.left, left)) for left, right in columns
    ]
    best = max(range(len(columns)), key=lambda at: shares[at])
    if shares[best] == 0:
        middle = line.box.centre[0]
        best = min(range(len(columns)), key=lambda at: abs(sum(columns[at]) / 2 - middle))
        return best, best
    # A column counts as covered when the line lies over most of it.
    over = [
        at for at, (left, right) in enumerate(columns) if shares[at] > 0.6 * max(right - left, 1e-9)
    ]
    if _numeric(line) or len(over) < 2:
        return best, best
    return min(over), max(over)
