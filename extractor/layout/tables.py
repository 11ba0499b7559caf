"""Ruled tables: the grid from the drawn lines, and each read line in its cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extractor.imaging.pixels import Ruling
from extractor.layout.alignment import aligned_table, rows_of
from extractor.layout.characters import pitch
from extractor.layout.grid import Grid, Slope, Stroke, grid_of, groups_of, slope_of, strokes_of
from extractor.layout.strays import without_strays
from models.document import BoundingBox, Cell, Table, TextLine

_FRAME_HEIGHT = 0.5
"""Of the page: a certificate's frame goes around all of it."""
_STRIP_WIDTH = 0.065
"""Of the page, with the lean of a telephone picture: 13 mm on A4, two or three characters."""
_REST_WIDTH = 0.5
"""Of the page: a form's table is as wide as its text; a code's frame is not."""
_CUTS = 3
_CUTS_SHARE = 0.2
"""Cuts and their share of the lines: a detector joins the print of two cells only now and then."""
_STRIP_SHARE = 0.6
"""Of the table's height."""
_CLOSE = 1.15
"""Distance of two characters of a word, in the line's usual one."""


def tables_of(rulings: Sequence[Ruling], lines: Sequence[TextLine]) -> tuple[Table, ...]:
    """The tables that the drawn lines form, from top to bottom, with the read lines in their cells.

    Missing outer sides, short holes and slightly leaning lines are made good. A line of text that
    was read across a column line is cut there. Where only horizontal lines are drawn, the columns
    come from the alignment of the text and the table is not ``ruled``.
    """
    drawn = without_strays(rulings, lines)
    slope = slope_of(drawn)
    horizontals, verticals = strokes_of(drawn, slope)
    tables: list[Table] = []
    alone: list[Stroke] = []
    left = list(lines)
    grids = []
    for across, down in groups_of(horizontals, verticals):
        grid = grid_of(across, down)
        if grid is None:
            alone.extend(across)
        else:
            grids.append(grid)
    # A small table inside a large cell takes its lines first.
    for grid in sorted(grids, key=_area):
        table, outside = _filled(grid, slope, left)
        # A frame around the page holds one text; a QR code's lines hold none.
        several = sum(bool(cell.lines) for cell in table.cells) > 1 or _is_rest_of_a_row(table)
        cuts = sum(len(cell.lines) for cell in table.cells) + len(outside) - len(left)
        if several and not _is_frame(table) and not _cuts_through(table, cuts):
            tables.append(table)
            left = outside
    tables.extend(_between_horizontals(alone, slope, left))
    return tuple(sorted(tables, key=lambda table: (table.box.top, table.box.left)))


def _is_rest_of_a_row(table: Table) -> bool:
    """Whether it is one row under an empty caption: a long cell that goes on over the page."""
    first, *others = table.cells
    return (
        len(table.rows()) == 1
        and len(others) == 1
        and not first.lines
        and bool(others[0].lines)
        and min(first.box.width, others[0].box.width) >= _STRIP_WIDTH
        and table.box.width >= _REST_WIDTH
    )


def _is_frame(table: Table) -> bool:
    """Whether it is the ornamental frame of a certificate: a strip runs down beside everything.

    The strip between the double lines of such a frame is narrower than a column of words and as
    high as the frame; a tall merged cell of a form reaches over some of its rows.
    """
    return table.box.height > _FRAME_HEIGHT and any(
        cell.box.width < _STRIP_WIDTH and cell.box.height > _STRIP_SHARE * table.box.height
        for cell in table.cells
    )


def _cuts_through(table: Table, cuts: int) -> bool:
    """Whether so many lines were cut between its cells that its lines are no column lines."""
    held = sum(len(cell.lines) for cell in table.cells)
    return cuts >= _CUTS and cuts >= _CUTS_SHARE * held


def _area(grid: Grid) -> float:
    return (grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0])


def _filled(grid: Grid, slope: Slope, lines: Sequence[TextLine]) -> tuple[Table, list[TextLine]]:
    """The table of a grid with its lines, and the lines that lie outside it."""
    spans = grid.cells()
    owner = {
        (r, c): number
        for number, (row, column, high, wide) in enumerate(spans)
        for r in range(row, row + high)
        for c in range(column, column + wide)
    }
    held: list[list[TextLine]] = [[] for _ in spans]
    outside: list[TextLine] = []
    for line in lines:
        parts = _cut(line, grid, slope, owner)
        if parts is None:
            outside.append(line)
            continue
        for number, part in parts:
            held[number].append(part)
    cells = tuple(
        Cell(
            row=row,
            column=column,
            row_span=high,
            column_span=wide,
            box=_box(grid, slope, row, column, high, wide),
            lines=tuple(line for each in rows_of(held[number]) for line in each),
        )
        for number, (row, column, high, wide) in enumerate(spans)
    )
    return Table(box=BoundingBox.around(cell.box for cell in cells), cells=cells), outside


def _box(grid: Grid, slope: Slope, row: int, column: int, high: int, wide: int) -> BoundingBox:
    corners = [
        slope.back(x, y)
        for x in (grid.xs[column], grid.xs[column + wide])
        for y in (grid.ys[row], grid.ys[row + high])
    ]
    return BoundingBox.clipped(
        min(x for x, _ in corners),
        min(y for _, y in corners),
        max(x for x, _ in corners),
        max(y for _, y in corners),
    )


def _cut(
    line: TextLine, grid: Grid, slope: Slope, owner: dict[tuple[int, int], int]
) -> list[tuple[int, TextLine]] | None:
    """The line's parts with the number of the cell each lies in; None where it is outside."""

    def cell_at(x: float) -> int | None:
        level_x, level_y = slope.level(x, line.box.centre[1])
        column, row = bisect_right(grid.xs, level_x) - 1, bisect_right(grid.ys, level_y) - 1
        return owner.get((row, column))

    middle = cell_at(line.box.centre[0])
    count = len(line.text)
    if count < 2 or len(line.centres) != count:
        return None if middle is None else [(middle, line)]
    cells = [cell_at(x) for x in line.centres]
    if all(cell is None for cell in cells):
        return None
    runs: list[tuple[int | None, int, int]] = []
    for at, cell in enumerate(cells):
        if runs and runs[-1][0] == cell:
            runs[-1] = (cell, runs[-1][1], at + 1)
        else:
            runs.append((cell, at, at + 1))
    runs = _without_overshoot(runs, line, middle)
    line = line.less_sure(_inside_words(runs, line))
    return [(cell, line.part(start, stop)) for cell, start, stop in runs if cell is not None]


def _inside_words(runs: Sequence[tuple[int | None, int, int]], line: TextLine) -> frozenset[int]:
    """The characters on both sides of a cut between which no gap lies: a word over both cells."""
    wide = pitch(line)
    return frozenset(
        at
        for _, start, _ in runs[1:]
        if line.centres[start] - line.centres[start - 1] <= _CLOSE * wide
        for at in (start - 1, start)
    )


def _without_overshoot(
    runs: list[tuple[int | None, int, int]], line: TextLine, middle: int | None
) -> list[tuple[int | None, int, int]]:
    """The runs without those that are no more than an imprecise end of the line."""
    if len(runs) == 1:
        return runs
    wide = pitch(line)
    kept: list[tuple[int | None, int, int]] = []
    for cell, start, stop in runs:
        reach = line.centres[stop - 1] - line.centres[start] + wide
        if cell is None or (reach <= 1.2 * wide and stop - start == 1 and _touches(line, start)):
            if kept:
                kept[-1] = (kept[-1][0], kept[-1][1], stop)
            else:
                kept.append((None, start, stop))
        elif kept and kept[-1][0] in (None, cell):
            kept[-1] = (cell, kept[-1][1], stop)
        else:
            kept.append((cell, start, stop))
    return [(middle if cell is None else cell, start, stop) for cell, start, stop in kept]


def _touches(line: TextLine, at: int) -> bool:
    """Whether the character stands as close to its neighbour as characters of a word do."""
    wide = pitch(line)
    near = [
        abs(line.centres[other] - line.centres[at])
        for other in (at - 1, at + 1)
        if 0 <= other < len(line.centres)
    ]
    return min(near) <= _CLOSE * wide


def _between_horizontals(
    strokes: Sequence[Stroke], slope: Slope, lines: Sequence[TextLine]
) -> list[Table]:
    """Tables drawn with horizontal lines only: three or more of one extent, columns by alignment.

    Blanks to fill in on a cover are such lines too, but hold one column and are short.
    """
    sets: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda each: each.place):
        if stroke.stop - stroke.start < 0.5:
            continue
        for same in sets:
            if abs(same[0].start - stroke.start) < 0.02 and abs(same[0].stop - stroke.stop) < 0.02:
                same.append(stroke)
                break
        else:
            sets.append([stroke])
    tables: list[Table] = []
    for same in sets:
        if len(same) < 3:
            continue
        inside = [line for line in lines if _lies_in(line, same, slope)]
        table = aligned_table(inside)
        if table is not None:
            tables.append(table)
    return tables


def _lies_in(line: TextLine, strokes: Sequence[Stroke], slope: Slope) -> bool:
    x, y = slope.level(*line.box.centre)
    return (
        strokes[0].place <= y <= strokes[-1].place
        and strokes[0].start - 0.01 <= x <= strokes[0].stop + 0.01
    )
