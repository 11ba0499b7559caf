"""A page's lines as printed rows: what stands side by side, from left to right."""

from __future__ import annotations

from models.document import Page, TextLine

_SAME_ROW = 0.5
"""Of a line's height: the middles of two lines of one row lie no further apart."""


def printed_rows(page: Page) -> list[list[TextLine]]:
    """The rows from top to bottom; pages are straightened, so that rows are level."""
    rows: list[list[TextLine]] = []
    for line in sorted(page.lines, key=lambda each: each.box.centre[1]):
        if rows and apart(line, rows[-1][0]) <= _SAME_ROW:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.box.left) for row in rows]


def apart(first: TextLine, second: TextLine) -> float:
    """How far apart the middles of two lines are, in heights of the second."""
    return abs(first.box.centre[1] - second.box.centre[1]) / max(second.box.height, 1e-6)
