"""Cells of a drawn table that hold print which no line of the page accounts for.

A text detector loses single digits and dashes that stand alone in a wide cell. The rulings say
where such a cell is, so its print can be given to the recogniser directly.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median

import cv2
import numpy as np

from extractor.imaging.pixels import Grey, Mask, Pixels
from extractor.ocr.engine import Recognition
from models.document import BoundingBox, Cell, InkMark, Table, TextLine

Recogniser = Callable[[Sequence[Pixels]], Sequence[Recognition]]

_DARKER = 60
"""Levels by which print is darker than the cell's paper: fainter marks are bleed and dust."""
_FAINT = 25
"""Levels by which a mark is darker than the paper that a cell called blank must not have."""
_RIM = 0.06
"""Share of the cell's height, at least 3 pixels, that may be its drawn border."""
_LEAST_HEIGHT = 0.004
"""Of the page: under it (1.2 mm on A4) a mark is a speck or a dash, which means nothing."""
_LEAST_DIGIT = 0.5
"""Of the usual height of the table's lines: digits fill six tenths of a line at least. What is less
high is a speck: what a lifted stamp or a dirty glass leaves."""
_MOST_LINES = 0.028
"""Of the page: what is higher than two lines of print is no single line."""
_PADDING = 0.35
"""Of the print's height, left around it: the recogniser was trained on lines with a margin."""


def read_unread_cells(
    pixels: Pixels, tables: Sequence[Table], recognise: Recogniser
) -> tuple[tuple[Table, ...], tuple[TextLine, ...], tuple[InkMark, ...]]:
    """Looks into the empty cells of drawn tables.

    Returns:
        The tables with what was read filled in and blank cells marked as such; the lines that
        were added; and the places of print that could not be read.
    """
    empty = [cell for table in tables if table.ruled for cell in table.cells if not cell.lines]
    seen = {
        id(cell): _print_in(pixels, cell.box, least=_least_of(table))
        for table in tables
        if table.ruled
        for cell in table.cells
        if not cell.lines
    }
    wanted = [
        (cell, place)
        for cell in empty
        if (place := seen[id(cell)]) is not None and _is_one_line(place, pixels)
    ]
    reads = recognise([_crop(pixels, place) for _, place in wanted]) if wanted else ()
    added = {
        id(cell): _line(pixels, place, read)
        for (cell, place), read in zip(wanted, reads, strict=True)
        if read.text
    }
    blank = {id(cell) for cell in empty if seen[id(cell)] is None and _is_blank(pixels, cell.box)}
    unread = [
        InkMark(box=_fractions(pixels, place))
        for cell in empty
        if (place := seen[id(cell)]) is not None and id(cell) not in added
    ]
    filled = tuple(
        table.model_copy(
            update={"cells": tuple(_filled(cell, added, blank) for cell in table.cells)}
        )
        for table in tables
    )
    return filled, tuple(added.values()), tuple(unread)


_Window = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""


def _filled(cell: Cell, added: dict[int, TextLine], blank: set[int]) -> Cell:
    if id(cell) in blank:
        return cell.model_copy(update={"blank": True})
    line = added.get(id(cell))
    return cell if line is None else cell.model_copy(update={"lines": (line,)})


def _is_one_line(place: _Window, pixels: Pixels) -> bool:
    return bool(place[3] - place[1] <= _MOST_LINES * pixels.shape[0])


def _is_blank(pixels: Pixels, box: BoundingBox) -> bool:
    """Whether no mark of a letter's size lies in the cell, however faint."""
    return _print_in(pixels, box, darker=_FAINT) is None


def _least_of(table: Table) -> float:
    """The height of the smallest digit of a table, as a fraction of the page."""
    heights = [line.box.height for cell in table.cells for line in cell.lines]
    return max(_LEAST_HEIGHT, _LEAST_DIGIT * median(heights)) if heights else _LEAST_HEIGHT


def _print_in(
    pixels: Pixels, box: BoundingBox, darker: int = _DARKER, least: float = _LEAST_HEIGHT
) -> _Window | None:
    """Where the cell's print stands, or None where nothing of this height is there."""
    high, wide = pixels.shape[:2]
    rim = max(3, round(_RIM * box.height * high))
    left, top = round(box.left * wide) + rim, round(box.top * high) + rim
    right, bottom = round(box.right * wide) - rim, round(box.bottom * high) - rim
    if right - left < rim or bottom - top < rim:
        return None
    dark = _dark(pixels[top:bottom, left:right], darker)
    count, _, stats, _ = cv2.connectedComponentsWithStats(dark.astype(np.uint8), connectivity=8)
    marks = [stats[each] for each in range(1, count) if stats[each, 3] >= _LEAST_HEIGHT * high]
    if not any(each[3] >= least * high for each in marks):
        return None
    # What touches the rim on its whole side is a piece of border, not print.
    marks = [each for each in marks if each[2] < 0.9 * (right - left)]
    marks = [each for each in marks if each[3] < 0.98 * (bottom - top)]
    if not marks:
        return None
    return (
        left + min(int(each[0]) for each in marks),
        top + min(int(each[1]) for each in marks),
        left + max(int(each[0] + each[2]) for each in marks),
        top + max(int(each[1] + each[3]) for each in marks),
    )


def _dark(piece: Pixels, darker: int) -> Mask:
    grey: Grey = np.asarray(cv2.cvtColor(piece, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    paper = float(np.median(grey))
    return np.asarray(grey < paper - darker, dtype=np.bool_)


def _fractions(pixels: Pixels, window: _Window) -> BoundingBox:
    high, wide = pixels.shape[:2]
    left, top, right, bottom = window
    return BoundingBox.clipped(left / wide, top / high, right / wide, bottom / high)


def _crop(pixels: Pixels, window: _Window) -> Pixels:
    left, top, right, bottom = window
    pad = max(3, round(_PADDING * (bottom - top)))
    return np.ascontiguousarray(
        pixels[max(0, top - pad) : bottom + pad, max(0, left - pad) : right + pad]
    )


def _line(pixels: Pixels, window: _Window, read: Recognition) -> TextLine:
    """The recognition as a line of the page."""
    box = _fractions(pixels, window)
    return TextLine(
        text=read.text,
        box=box,
        confidence=read.confidence,
        confidences=read.confidences,
        centres=tuple(box.left + each * box.width for each in read.centres),
    )
