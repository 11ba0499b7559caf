"""Pictures on a page: photographs, charts, diagrams, screenshots.

A figure is what is drawn beside the print: connected ink larger than any letter that is no table,
no seal, no code and no framed text. Round things are left out: seals that were not recognised,
emblems and logos are alike by nature.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.picture_hash import picture_hash
from extractor.imaging.pixels import Mask, Pixels, Ruling
from extractor.layout.seen_page import MM, STROKE, Area, SeenPage
from models.document import BoundingBox, Code, Figure, Seal, Table, TextLine

LEAST_WIDTH = 30 * MM
LEAST_HEIGHT = 20 * MM
"""Smaller pictures are logos, codes, signatures and the portraits of licences."""
LARGEST = 0.7
"""Share of the page: a larger one is a scanned paper, or the table a page was photographed on."""
LETTER = 8 * MM
"""Ink of this length is no letter of a text: that would be a heading of 23 points."""
RULING = 2.2 * MM
"""Width up to which ink is a drawn line, as where tables are looked for."""
APART = 5 * MM
"""Up to here parts of one drawing may lie beside each other; two pictures mostly lie further."""
COVERED = 0.6
"""Share of a stroke's ink, or of its box, from which it belongs to what lies there."""
WORDED = 0.5
"""Share of its area over which lines are read: more is a text in a frame."""
FILLED = 0.04
"""Least share of the area that is filled; a table's rulings and letters fill none."""
CURVE = 15 * MM
"""Length from which ink that neither lies nor stands is a curve of a chart."""
GRID = 3
"""Rulings in each direction from which crossing lines with print between are a table."""
GRID_PRINT = 0.05
"""Share of its area over which the lines of such a table are read; a plot's grid holds none."""
ROUND = (0.72, 0.85)
"""Share of its box that a disc fills, π/4, with what blur adds and takes."""
LEAST_TONES = 12.0
"""Standard deviation of the lightness over places: a shaded field with print on it has less, and
what is left of its waves is noise."""
DRAWN = 0.35
"""Share of white paper from which a picture is a drawing; photographs have next to none."""


def find_figures(
    pixels: Pixels,
    lines: Sequence[TextLine],
    rulings: Sequence[Ruling],
    tables: Sequence[Table],
    seals: Sequence[Seal],
    codes: Sequence[Code],
) -> tuple[Figure, ...]:
    """The pictures on an upright, straight page, from top to bottom."""
    seen = SeenPage.of(pixels, lines)
    grids = [Area.of(each.box, seen.shape) for each in tables]
    drawn, strokes = _drawn(_without_grids(seen.ink, tables), seen)
    drawn = [area for area in drawn if not _is_stamp(area, seals, codes, seen)]
    high, wide = seen.shape
    return tuple(
        Figure(
            box=BoundingBox.clipped(
                area.left / wide, area.top / high, area.right / wide, area.bottom / high
            ),
            hash=picture_hash(seen.grey[area.window]),
            drawn=seen.white(area) >= DRAWN,
        )
        for area in sorted(_joined(drawn, strokes, seen), key=lambda area: (area.top, area.left))
        if area.wide * area.high <= LARGEST * wide * high
        and _is_picture(seen, area, grids, rulings)
    )


def _is_stamp(area: Area, seals: Sequence[Seal], codes: Sequence[Code], seen: SeenPage) -> bool:
    """Whether it is a code or a seal; a reddish photograph that was taken for a seal is neither."""
    if _on_any(area, [Area.of(each.box, seen.shape) for each in codes]):
        return True
    inked = _on_any(area, [Area.of(each.box, seen.shape) for each in seals])
    return inked and not (_is_large(area) and seen.white(area) < DRAWN)


def _without_grids(ink: Mask, tables: Sequence[Table]) -> NDArray[np.uint8]:
    """The ink without the lines between cells, so that a picture in a cell stands alone."""
    left = ink.astype(np.uint8)
    for table in tables:
        for cell in table.cells if table.ruled else ():
            area = Area.of(cell.box, ink.shape)
            cv2.rectangle(left, (area.left, area.top), (area.right, area.bottom), (0,), STROKE)
    return left


def _drawn(ink: NDArray[np.uint8], seen: SeenPage) -> tuple[list[Area], list[Area]]:
    """The boxes of connected ink that is larger than a letter and was not read; thin ones apart."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    high, wide = ink.shape
    left, top, across, down = (stats[:, column] for column in range(4))
    at_edge = (left <= 1) | (top <= 1) | (left + across >= wide - 1) | (top + down >= high - 1)
    kept = np.flatnonzero((np.maximum(across, down) >= LETTER) & ~at_edge)
    areas: list[Area] = []
    strokes: list[Area] = []
    for label in kept[kept > 0]:
        x, y, w, h, size = (int(value) for value in stats[label])
        area = Area(x, y, x + w, y + h)
        if min(w, h) <= RULING:
            strokes.append(area)
            continue
        inside = labels[area.window] == label
        read = np.count_nonzero(inside & seen.read[area.window])
        if read < COVERED * size and not _is_round(inside):
            areas.append(area)
    return areas, strokes


def _is_round(inside: NDArray[np.bool_]) -> bool:
    """Whether a piece of ink is a disc or a ring."""
    high, wide = inside.shape
    if not 0.85 <= wide / high <= 1 / 0.85:
        return False
    mask = inside.astype(np.uint8)
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    hull = cv2.convexHull(np.concatenate(outlines))
    return bool(ROUND[0] <= cv2.contourArea(hull) / (wide * high) <= ROUND[1])


def _on_any(area: Area, others: Sequence[Area]) -> bool:
    return any(area.within(other) >= COVERED for other in others)


def _is_large(area: Area) -> bool:
    return area.wide >= LEAST_WIDTH and area.high >= LEAST_HEIGHT


def _joined(drawn: Sequence[Area], strokes: Sequence[Area], seen: SeenPage) -> list[Area]:
    """Pictures: filled ones each on its own, the parts of drawings together.

    Strokes join parts, as an axis does its bars, but are none: a header's ruling near a drawing
    would widen it.
    """
    filled = [area for area in drawn if _is_large(area) and seen.white(area) < DRAWN]
    parts = [area for area in drawn if area not in filled and not _on_any(area, filled)]
    canvas = np.zeros(seen.shape, np.uint8)
    reach = round(APART / 2)
    for part in (*parts, *strokes):
        corners = (part.left - reach, part.top - reach), (part.right + reach, part.bottom + reach)
        cv2.rectangle(canvas, *corners, (1,), cv2.FILLED)
    _, labels = cv2.connectedComponents(canvas)
    groups: dict[int, list[Area]] = {}
    for part in parts:
        middle = (part.top + part.bottom) // 2, (part.left + part.right) // 2
        groups.setdefault(int(labels[middle]), []).append(part)
    alone = [
        area for area in filled if not _on_any(area, [each for each in filled if each != area])
    ]
    return [*alone, *filter(_is_large, map(Area.around, groups.values()))]


def _is_picture(
    seen: SeenPage, area: Area, grids: Sequence[Area], rulings: Sequence[Ruling]
) -> bool:
    """Whether it shows something that only this picture shows."""
    read = seen.read[area.window]
    unread = (seen.dark(area) & ~read).astype(np.uint8)
    filled = cv2.morphologyEx(unread, cv2.MORPH_OPEN, np.ones((STROKE, STROKE), np.uint8)).mean()
    if read.mean() >= WORDED or (filled < FILLED and not _is_curved(unread)):
        return False
    if filled < WORDED and (_on_any(area, grids) or _is_grid(area, rulings, seen)):
        return False
    return seen.tones(area) >= LEAST_TONES


def _is_curved(ink: NDArray[np.uint8]) -> bool:
    """Whether a long stroke neither lies nor stands."""
    run = round(LETTER / 2)
    straight = cv2.max(
        cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, run), np.uint8)),
        cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((run, 1), np.uint8)),
    )
    rest = cv2.subtract(ink, straight)
    stats = cv2.connectedComponentsWithStats(rest, connectivity=8)[2][1:]
    return bool(len(stats)) and int(stats[:, 2:4].max()) >= CURVE


def _is_grid(area: Area, rulings: Sequence[Ruling], seen: SeenPage) -> bool:
    """Whether it is a table that was not taken for one."""
    high, wide = seen.shape
    across = down = 0
    for ruling in rulings:
        (x0, y0), (x1, y1) = ruling.start, ruling.end
        stroke = Area(
            round(min(x0, x1) * wide), round(min(y0, y1) * high),
            round(max(x0, x1) * wide) + 1, round(max(y0, y1) * high) + 1,
        )  # fmt: skip
        if stroke.within(area) >= COVERED:
            across += ruling.horizontal and stroke.wide >= COVERED * area.wide
            down += not ruling.horizontal and stroke.high >= COVERED * area.high
    printed = bool(seen.read[area.window].mean() >= GRID_PRINT)
    return printed and across >= GRID and down >= GRID
