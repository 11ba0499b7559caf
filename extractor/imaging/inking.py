"""Lifts coloured ink off the print, and says where it lay.

Ink of seals and pens, red, blue or purple, is light in the red or the blue channel, and black
print is dark in both: the lighter of the two keeps the print and loses the ink. Stretching it from
.25 (black) to .80 (white) is what makes print under red seals legible.
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
GOLDEN = 1.5
"""How much of what green has over blue is taken off red: gold and brown print, the titles of
licences, has its red kept dark, and the red of seals, where green equals blue, stays light."""
UNEVEN = 0.12
"""Share by which the paper's brightness differs over the page from which light is evened out."""
DARKEST_PAPER = 64.0
"""What is darker is no paper, and not made white."""
TILE = 8
"""Pixels of the half-size page that are averaged before the paper's tint is looked for."""
NEAR = 15
"""Tiles, 30 mm of an A4 at 200 dpi, within which some paper shows even inside a seal."""


def lift_ink(pixels: Pixels) -> Pixels:
    """The page in grey, without the ink of seals and pens, in the same three channels and size.

    Printed gold, brown and green stay; printed red and blue go like ink.
    """
    tint = _tint(_halved(pixels))
    thinned = tint[::TILE, ::TILE].reshape(-1, 3)
    paper = np.maximum(np.percentile(thinned, 75, axis=0), DARKEST_PAPER)
    darkest, lightest = np.percentile(thinned.max(axis=1), (10, 90))
    if darkest < (1 - UNEVEN) * lightest:
        size = (pixels.shape[1], pixels.shape[0])
        ground = cv2.resize(np.maximum(tint, DARKEST_PAPER).astype(np.uint8), size)
        pixels, paper = np.asarray(cv2.divide(pixels, ground, scale=255)), np.full(3, 255.0)
    return np.asarray(cv2.cvtColor(_printed(pixels, paper), cv2.COLOR_GRAY2BGR), dtype=np.uint8)


def ink_mask(pixels: Pixels) -> Mask:
    """Where saturated ink lies; the paper's tint and fringes of black print do not count."""
    height, width = pixels.shape[:2]
    small = _halved(pixels)
    blue, green, red = cv2.split(cv2.divide(small, _tint(small), scale=255))
    lightest = cv2.max(cv2.max(blue, green), red)
    chroma = cv2.subtract(lightest, cv2.min(cv2.min(blue, green), red))
    inked = cv2.threshold(chroma, SATURATED - 1, 1, cv2.THRESH_BINARY)[1]
    inked = cv2.morphologyEx(inked, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
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


def _printed(pixels: Pixels, paper: NDArray[np.float64]) -> Grey:
    """How light the print is: red without its gold, or blue, relative to the paper, stretched."""
    levels = np.arange(256, dtype=np.float64)
    whole = [np.clip(levels / white * 255, 0, 255).astype(np.uint8) for white in paper]
    blue, green, red = (
        cv2.LUT(channel, table) for channel, table in zip(cv2.split(pixels), whole, strict=True)
    )
    gold = cv2.LUT(cv2.subtract(green, blue), np.clip(levels * GOLDEN, 0, 255).astype(np.uint8))
    lighter = cv2.max(cv2.subtract(red, gold), blue)
    stretched = (levels / 255 - BLACK) / (WHITE - BLACK) * 255
    return np.asarray(cv2.LUT(lighter, np.clip(stretched, 0, 255).astype(np.uint8)), np.uint8)
