"""Lifts coloured ink off the print, and says where it lay.

Coloured ink is light in at least one channel, black print is dark in all three: so the lightest
channel keeps the print and loses the ink. Stretching it from .25 (black) to .80 (white) is what
makes print under red seals legible; choosing between channels matters far less.
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


def lift_ink(pixels: Pixels) -> Pixels:
    """The page in grey, without its coloured ink, in the same three channels and size."""
    lightest = _lightest(pixels, _paper(pixels))
    return np.asarray(cv2.cvtColor(lightest, cv2.COLOR_GRAY2BGR), dtype=np.uint8)


def ink_mask(pixels: Pixels) -> Mask:
    """Where saturated ink lies; the paper's tint and fringes of black print do not count."""
    height, width = pixels.shape[:2]
    small = cv2.resize(
        pixels, (max(1, width // 2), max(1, height // 2)), interpolation=cv2.INTER_AREA
    )
    tint = cv2.resize(
        cv2.medianBlur(
            cv2.resize(small, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA), 21
        ),
        (small.shape[1], small.shape[0]),
    )
    balanced = cv2.divide(small, tint, scale=255)
    chroma = cv2.subtract(balanced.max(axis=2), balanced.min(axis=2))
    inked = (chroma >= SATURATED).astype(np.uint8)
    inked = cv2.morphologyEx(inked, cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
    return cv2.resize(inked, (width, height), interpolation=cv2.INTER_NEAREST).astype(np.bool_)


def _lightest(pixels: Pixels, paper: NDArray[np.float64]) -> Grey:
    """The lightest channel relative to the paper, stretched."""
    steps = np.arange(256, dtype=np.float64)
    channels = []
    for index, channel in enumerate(cv2.split(pixels)):
        stretched = (steps / paper[index] - BLACK) / (WHITE - BLACK) * 255
        channels.append(cv2.LUT(channel, np.clip(stretched, 0, 255).astype(np.uint8)))
    return np.asarray(cv2.max(cv2.max(channels[0], channels[1]), channels[2]), dtype=np.uint8)


def _paper(pixels: Pixels) -> NDArray[np.float64]:
    """What each channel has on blank paper; never so dark that a dark page turns white."""
    thinned = pixels[::8, ::8].reshape(-1, 3)
    return np.asarray(np.maximum(np.percentile(thinned, 90, axis=0), 128.0), dtype=np.float64)
