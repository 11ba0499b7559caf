"""Lifts coloured ink off the print, and says where it lay.

Ink of seals and pens, red, blue or purple, is light in the red or the blue channel, and black
print is dark in both: the lighter of the two keeps the print and loses the ink. Stretching it from
.25 (black) to .80 (white) is what makes print under red seals legible. Where no ink lies the page
stays as scanned: the same stretch eats the thin strokes of small or blurred print.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Grey, Mask, Pixels

BLACK = 0.25
WHITE = 0.80
"""The range of brightness, as a fraction of the paper's, that is stretched to 0…255."""
SATURATED = 48
"""Difference of the lightest and darkest channel, of 255, from which ink counts as coloured."""
PALE = 20
"""… and from which it counts beside such ink: the thin strokes of a seal's letters, whose colour JPEG
spreads over their surroundings. Noise of colour stays below."""
BESIDE = 0.03
"""Of the page's shorter side: 6 mm of an A4, how far such strokes may lie from the saturated ink of
the rim or the star."""
GOLDEN = 1.5
"""How much of what green has over blue is taken off red: gold and brown print, the titles of
licences, has its red kept dark, and the red of seals, where green equals blue, stays light."""
DARKEST_PAPER = 64
"""What is darker is no paper, and not made white."""
HALO = 9
"""Pixels of the page by which the rims of ink, and print between its strokes, are taken in."""
TILE = 8
"""Pixels of the half-size page that are averaged before the paper's tint is looked for."""
NEAR = 15
"""Tiles, 30 mm of an A4 at 200 dpi, within which some paper shows even inside a seal."""


def lift_ink(pixels: Pixels, ink: Mask | None = None) -> Pixels:
    """The page without the ink of seals and pens; the very same array where there is none.

    Printed gold, brown and green stay; printed red and blue go like ink.

    Args:
        pixels: The page as scanned.
        ink: Its ``ink_mask``, where that is known already.
    """
    inked = (ink_mask(pixels) if ink is None else ink).astype(np.uint8)
    if not inked.any():
        return pixels
    kernel = np.ones((HALO, HALO), np.uint8)
    inked = np.asarray(cv2.dilate(cv2.morphologyEx(inked, cv2.MORPH_CLOSE, kernel), kernel))
    tint = _tint(_halved(pixels))
    lifted = pixels.copy()
    for part in _parts(inked):
        ground = _ground(tint, part)
        printed = cv2.cvtColor(_printed(pixels[part], ground), cv2.COLOR_GRAY2BGR)
        cv2.copyTo(cv2.multiply(printed, ground, scale=1 / 255), inked[part], lifted[part])
    return lifted


def _parts(inked: NDArray[np.uint8]) -> list[tuple[slice, slice]]:
    """Rows and columns of the boxes in which ink lies: most of a page has none."""
    high, wide = inked.shape
    boxes = cv2.connectedComponentsWithStats(np.ascontiguousarray(inked[::4, ::4]))[2][1:]
    return [
        (
            slice(max(0, 4 * y - 4), min(high, 4 * (y + rows) + 4)),
            slice(max(0, 4 * x - 4), min(wide, 4 * (x + columns) + 4)),
        )
        for x, y, columns, rows, _ in boxes.tolist()
    ]


def _ground(tint: Pixels, part: tuple[slice, slice]) -> Pixels:
    """The paper's colour in a part of the page, from the tint at half its size."""
    rows, columns = (np.arange(each.start, each.stop) // 2 for each in part)
    rows, columns = rows.clip(0, tint.shape[0] - 1), columns.clip(0, tint.shape[1] - 1)
    return np.asarray(np.maximum(tint[np.ix_(rows, columns)], DARKEST_PAPER), dtype=np.uint8)


def ink_mask(pixels: Pixels) -> Mask:
    """Where saturated ink lies; the paper's tint and fringes of black print do not count."""
    height, width = pixels.shape[:2]
    small = _halved(pixels)
    blue, green, red = cv2.split(cv2.divide(small, _tint(small), scale=255))
    lightest = cv2.max(cv2.max(blue, green), red)
    chroma = cv2.subtract(lightest, cv2.min(cv2.min(blue, green), red))
    inked = cv2.threshold(chroma, SATURATED - 1, 1, cv2.THRESH_BINARY)[1]
    inked = cv2.morphologyEx(inked, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
    if inked.any():
        reach = 2 * round(BESIDE * min(small.shape[:2])) + 1
        beside = cv2.dilate(inked, np.ones((reach, reach), np.uint8))
        pale = cv2.threshold(chroma, PALE - 1, 1, cv2.THRESH_BINARY)[1]
        inked = cv2.max(inked, cv2.min(pale, beside))
    return cv2.resize(inked, (width, height), interpolation=cv2.INTER_NEAREST).astype(np.bool_)


def _halved(pixels: Pixels) -> Pixels:
    height, width = pixels.shape[:2]
    half = (max(1, width // 2), max(1, height // 2))
    return np.asarray(cv2.resize(pixels, half, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _tint(small: Pixels) -> Pixels:
    """The colour of the paper around every pixel: what is lightest near it, print averaged out."""
    height, width = small.shape[:2]
    tiles = (max(1, width // TILE), max(1, height // TILE))
    coarse = cv2.resize(small, tiles, interpolation=cv2.INTER_AREA)
    lightest = cv2.dilate(coarse, np.ones((NEAR, NEAR), np.uint8))
    smooth = cv2.blur(lightest, (NEAR, NEAR))
    return np.asarray(cv2.resize(smooth, (width, height)), dtype=np.uint8)


def _printed(pixels: Pixels, paper: Pixels) -> Grey:
    """How light the print is: red without its gold, or blue, relative to the paper, stretched."""
    levels = np.arange(256, dtype=np.float64)
    blue, green, red = cv2.split(cv2.divide(pixels, paper, scale=255))
    gold = cv2.LUT(cv2.subtract(green, blue), np.clip(levels * GOLDEN, 0, 255).astype(np.uint8))
    lighter = cv2.max(cv2.subtract(red, gold), blue)
    stretched = (levels / 255 - BLACK) / (WHITE - BLACK) * 255
    return np.asarray(cv2.LUT(lighter, np.clip(stretched, 0, 255).astype(np.uint8)), np.uint8)
