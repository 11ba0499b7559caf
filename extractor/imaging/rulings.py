"""Finds the drawn lines of tables on a straight page that has no coloured ink on it."""

from __future__ import annotations

from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Grey, Pixels, Ruling

SEEN_SIDE = 1170
"""Pixels of the longer side on which is looked: 100 dpi of an A4."""
RUN = 0.017
"""Fraction of the longer side (5 mm of an A4) that a stroke runs without a gap."""
SHORTEST = 0.022
"""Fraction of the longer side (6.5 mm of an A4) that a ruling has at least."""
THICKEST = 0.006
"""Fraction of the longer side (1.8 mm) above which a stroke is a bar or a picture."""
GAP = 0.03
"""Fraction of the longer side (9 mm) over which collinear strokes are one ruling."""

_Span = tuple[float, float, float]
"""Place across, start and stop along, in pixels."""


def find_rulings(pixels: Pixels) -> tuple[Ruling, ...]:
    """The long horizontal and vertical strokes, collinear pieces joined, from top to bottom."""
    dark = _dark(pixels)
    high, wide = dark.shape
    across = _strokes(dark)
    down = _strokes(np.ascontiguousarray(dark.T))
    found = [Ruling((a / wide, y / high), (b / wide, y / high)) for y, a, b in across]
    found += [Ruling((x / wide, a / high), (x / wide, b / high)) for x, a, b in down]
    return tuple(found)


def _dark(pixels: Pixels) -> NDArray[np.uint8]:
    """Where print stands out from its surroundings, shrunk so that thin lines survive: 0 or 1."""
    grey: Grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    longer = max(grey.shape)
    if longer > SEEN_SIDE:
        # A line of one grey pixel would be averaged away: keep the darkest of what is merged.
        step = longer / SEEN_SIDE
        if step >= 1.5:
            grey = np.asarray(cv2.erode(grey, np.ones((2, 2), np.uint8)), dtype=np.uint8)
        size = (max(1, round(grey.shape[1] / step)), max(1, round(grey.shape[0] / step)))
        grey = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    near = cv2.blur(grey, (25, 25))
    return (cv2.subtract(near, grey) > 18).astype(np.uint8)


def _strokes(dark: NDArray[np.uint8]) -> list[_Span]:
    """The horizontal rulings of the mask; hand it transposed for the vertical ones."""
    longer = max(dark.shape)
    run = max(8, round(RUN * longer))
    # One pixel more in height lets a line that sags or slants pass the run filter.
    thick = cv2.dilate(dark, np.ones((2, 1), np.uint8))
    runs = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, run), np.uint8))
    count, _, stats, centres = cv2.connectedComponentsWithStats(runs, connectivity=8)
    pieces: list[_Span] = []
    for index in range(1, count):
        left, _, wide, high, area = stats[index]
        if area / wide > THICKEST * longer + 1 or high > 0.02 * longer + wide * 0.02:
            continue
        pieces.append((float(centres[index][1]) - 0.5, float(left), float(left + wide)))
    joined = _joined(pieces, reach=GAP * longer, across=max(2.0, 0.002 * longer))
    return [span for span in joined if span[2] - span[1] >= SHORTEST * longer]


def _joined(pieces: list[_Span], reach: float, across: float) -> list[_Span]:
    """Collinear pieces with small gaps between them as one, sorted by place."""
    rows: list[list[_Span]] = []
    for piece in sorted(pieces):
        if rows and piece[0] - rows[-1][-1][0] <= across:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    joined: list[_Span] = []
    for row in rows:
        inside = sorted(row, key=lambda piece: piece[1])
        groups = [[inside[0]]]
        for before, piece in pairwise(inside):
            if piece[1] - max(p[2] for p in groups[-1]) <= reach:
                groups[-1].append(piece)
            else:
                groups.append([piece])
            del before
        for group in groups:
            weights = [piece[2] - piece[1] for piece in group]
            place = float(np.average([piece[0] for piece in group], weights=weights))
            joined.append((place, group[0][1], max(piece[2] for piece in group)))
    return joined
