"""Cells of a drawn table that hold print which no line of the page accounts for.

A text detector loses single digits and dashes that stand alone in a wide cell. The rulings say
where such a cell is, so its print can be given to the recogniser directly.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy as np

from extractor.imaging.pixels import Grey, Mask, Pixels
from extractor.ocr.engine import Recognition
from models.document import BoundingBox, Cell, Table, TextLine

Recogniser = Callable[[Sequence[Pixels]], Sequence[Recognition]]

_DARKER = 60
"""Levels by which print is darker than the cell's paper: fainter marks are bleed and dust."""
_RIM = 0.06
"""Share of the cell's height, at least 3 pixels, that may be its drawn border."""
_LEAST_HEIGHT = 0.004
"""Of the page: under it (1.2 mm on A4) a mark is a speck or a dash, which means nothing."""
_MOST_LINES = 0.028
"""Of the page: what is higher than two lines of print is no single line."""
_PADDING = 0.35
"""Of the print's height, left around it: the recogniser was trained on lines with a margin."""


def read_unread_cells(
    pixels: Pixels, tables: Sequence[Table], recognise: Recogniser
) -> tuple[tuple[Table, ...], tuple[TextLine, ...]]:
    """The tables with those cells filled, and the lines that were added."""
    wanted = [
        (cell, place)
        for table in tables
        if table.ruled
        for cell in table.cells
        if not cell.lines and (place := _print_in(pixels, cell.box)) is not None
    ]
    if not wanted:
        return tuple(tables), ()
    crops = [_crop(pixels, place) for _, place in wanted]
    added = {
        id(cell): _line(pixels, place, read)
        for (cell, place), read in zip(wanted, recognise(crops), strict=True)
        if read.text
    }
    filled = tuple(
        table.model_copy(update={"cells": tuple(_filled(cell, added) for cell in table.cells)})
        for table in tables
    )
    return filled, tuple(added.values())


_Window = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""


def _filled(cell: Cell, added: dict[int, TextLine]) -> Cell:
    line = added.get(id(cell))
    return cell if line is None else cell.model_copy(update={"lines": (line,)})


def _print_in(pixels: Pixels, box: BoundingBox) -> _Window | None:
    """Where the cell's print stands, or None where it is blank or holds more than one line."""
    high, wide = pixels.shape[:2]
    rim = max(3, round(_RIM * box.height * high))
    left, top = round(box.left * wide) + rim, round(box.top * high) + rim
    right, bottom = round(box.right * wide) - rim, round(box.bottom * high) - rim
    if right - left < rim or bottom - top < rim:
        return None
    dark = _dark(pixels[top:bottom, left:right])
    count, _, stats, _ = cv2.connectedComponentsWithStats(dark.astype(np.uint8), connectivity=8)
    marks = [stats[each] for each in range(1, count) if stats[each, 3] >= _LEAST_HEIGHT * high]
    # What touches the rim on its whole side is a piece of border, not print.
    marks = [each for each in marks if each[2] < 0.9 * (right - left)]
    marks = [each for each in marks if each[3] < 0.98 * (bottom - top)]
    if not marks:
        return None
    window = (
        left + min(int(each[0]) for each in marks),
        top + min(int(each[1]) for each in marks),
        left + max(int(each[0] + each[2]) for each in marks),
        top + max(int(each[1] + each[3]) for each in marks),
    )
    return window if window[3] - window[1] <= _MOST_LINES * high else None


def _dark(piece: Pixels) -> Mask:
    grey: Grey = np.asarray(cv2.cvtColor(piece, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    paper = float(np.median(grey))
    return np.asarray(grey < paper - _DARKER, dtype=np.bool_)


def _crop(pixels: Pixels, window: _Window) -> Pixels:
    left, top, right, bottom = window
    pad = max(3, round(_PADDING * (bottom - top)))
    return np.ascontiguousarray(
        pixels[max(0, top - pad) : bottom + pad, max(0, left - pad) : right + pad]
    )


def _line(pixels: Pixels, window: _Window, read: Recognition) -> TextLine:
    """The recognition as a line of the page."""
    high, wide = pixels.shape[:2]
    left, top, right, bottom = window
    box = BoundingBox.clipped(left / wide, top / high, right / wide, bottom / high)
    return TextLine(
        text=read.text,
        box=box,
        confidence=read.confidence,
        confidences=read.confidences,
        centres=tuple(box.left + each * box.width for each in read.centres),
    )
