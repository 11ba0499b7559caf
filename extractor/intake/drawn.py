"""The rulings that a born-digital page draws, from its vector graphics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pdfminer.pdftypes import resolve1

from extractor.imaging.pixels import Ruling

THIN = 3.0
"""Points up to which a filled rectangle is a drawn line; rulings of forms have .5 to 1.5."""
SHORTEST = 8.0
"""Points below which a stroke is part of a sign."""
TICKED = 16.0
"""Points up to which a drawn square is a box to tick and no cell."""
SAME = 1.5
"""Points by which pieces of one ruling may lie beside each other, and gaps it may have."""

_Edge = tuple[float, float, float]
"""Place across, start and stop along, in points."""


def drawn_rulings(page: Any) -> tuple[Ruling, ...]:
    """The horizontal, then the vertical rulings of a pdfplumber page, pieces joined."""
    left, top, right, bottom = _shown(page)
    wide, high = right - left, bottom - top
    across: list[_Edge] = []
    down: list[_Edge] = []
    for x0, y0, x1, y1 in _strokes(page):
        x0, x1, y0, y1 = x0 - left, x1 - left, y0 - top, y1 - top
        if x1 - x0 >= y1 - y0:
            across.append(((y0 + y1) / 2, max(0.0, x0), min(wide, x1)))
        else:
            down.append(((x0 + x1) / 2, max(0.0, y0), min(high, y1)))
    found = [
        Ruling((a / wide, y / high), (b / wide, y / high))
        for y, a, b in _joined(across)
        if 0 <= y <= high
    ]
    found += [
        Ruling((x / wide, a / high), (x / wide, b / high))
        for x, a, b in _joined(down)
        if 0 <= x <= wide
    ]
    return tuple(found)


def _shown(page: Any) -> tuple[float, float, float, float]:
    """The part of the page that is shown, in the places pdfplumber gives its shapes.

    pdfplumber turns the places of shapes with the page, but not the crop box.
    """
    x0, y0, x1, y1 = _box(page, "MediaBox")
    crop = _box(page, "CropBox") if "CropBox" in page.page_obj.attrs else (x0, y0, x1, y1)
    left, bottom = max(x0, crop[0]) - x0, max(y0, crop[1]) - y0
    right, top = min(x1, crop[2]) - x0, min(y1, crop[3]) - y0
    wide, high = x1 - x0, y1 - y0
    shown = {
        0: (left, high - top, right, high - bottom),
        90: (bottom, left, top, right),
        180: (wide - right, bottom, wide - left, top),
        270: (high - top, wide - right, high - bottom, wide - left),
    }[page.rotation]
    # The shapes keep the offset of the turned media box.
    across, down = page.mediabox[0], page.mediabox[1]
    return shown[0] + across, shown[1] + down, shown[2] + across, shown[3] + down


def _box(page: Any, name: str) -> tuple[float, float, float, float]:
    """A box of the page as the file has it, in order."""
    a, b, c, d = (float(resolve1(number)) for number in resolve1(page.page_obj.attrs[name]))
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _strokes(page: Any) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right and bottom of every thin stroke, as pdfplumber has them."""
    for shape in page.lines:
        if _visible(shape, "stroking_color"):
            yield shape["x0"], shape["top"], shape["x1"], shape["bottom"]
    for shape in page.rects:
        thin = min(shape["width"], shape["height"]) <= THIN
        painted = shape.get("fill") and _visible(shape, "non_stroking_color")
        drawn = shape.get("stroke") and _visible(shape, "stroking_color")
        if thin and (painted or drawn):
            yield shape["x0"], shape["top"], shape["x1"], shape["bottom"]
        elif drawn and not _tick_box(shape):
            yield from _sides(shape)
    for shape in page.curves:
        if shape.get("stroke") and _visible(shape, "stroking_color"):
            points = shape["pts"]
            for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
                if abs(x0 - x1) <= SAME or abs(y0 - y1) <= SAME:
                    yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _tick_box(shape: Mapping[str, Any]) -> bool:
    wide, high = shape["width"], shape["height"]
    return bool(max(wide, high) <= TICKED and min(wide, high) >= 0.8 * max(wide, high))


def _sides(shape: Mapping[str, Any]) -> Iterator[tuple[float, float, float, float]]:
    x0, top, x1, bottom = shape["x0"], shape["top"], shape["x1"], shape["bottom"]
    yield x0, top, x1, top
    yield x0, bottom, x1, bottom
    yield x0, top, x0, bottom
    yield x1, top, x1, bottom


def _visible(shape: Mapping[str, Any], kind: str) -> bool:
    """Whether a colour is not white; unknown colour spaces count as visible."""
    colour = shape.get(kind)
    values = tuple(colour) if isinstance(colour, (tuple, list)) else (colour,)
    numbers = [value for value in values if isinstance(value, (int, float))]
    if len(numbers) == 4:
        return any(value > 0.03 for value in numbers)
    return not numbers or any(value < 0.97 for value in numbers)


def _joined(edges: list[_Edge]) -> list[_Edge]:
    """Collinear edges that touch as one, the short ones left out."""
    rows: list[list[_Edge]] = []
    for edge in sorted(edges):
        if rows and edge[0] - rows[-1][0][0] <= SAME:
            rows[-1].append(edge)
        else:
            rows.append([edge])
    joined: list[_Edge] = []
    for row in rows:
        place = sum(edge[0] for edge in row) / len(row)
        start, stop = min(row, key=lambda edge: edge[1])[1:]
        for _, begin, end in sorted(row, key=lambda edge: edge[1]):
            if begin - stop > SAME:
                joined.append((place, start, stop))
                start, stop = begin, end
            stop = max(stop, end)
        joined.append((place, start, stop))
    return [edge for edge in joined if edge[2] - edge[1] >= SHORTEST]
