"""A seal's ring laid out as a straight strip."""

from __future__ import annotations

import cv2
import numpy as np

from extractor.imaging.pixels import Grey, Pixels
from extractor.seals.bands import Band, sampled

STRIP_HEIGHT = 48
"""Pixels; what the recogniser takes."""


def unroll(picture: Grey, band: Band, start: float, turn: float = 2 * np.pi) -> Grey:
    """The band as a strip, read clockwise with the characters' heads up.

    Args:
        picture: the seal, in one channel.
        band: what to lay out.
        start: the parameter of the outline at the strip's left end, in radians clockwise from its
            longer axis.
        turn: how far round the strip goes, in radians.
    """
    turns = start + np.linspace(0, turn, 721)
    x, y = band.at(turns, np.array(0.5))
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    scale = STRIP_HEIGHT / max(1.0, band.inner - band.outer)
    columns = max(STRIP_HEIGHT, round(float(lengths[-1]) * scale))
    even = np.interp((np.arange(columns) + 0.5) / columns * lengths[-1], lengths, turns)
    depths = (np.arange(STRIP_HEIGHT)[:, None] + 0.5) / STRIP_HEIGHT
    strip = sampled(picture, *band.at(even, depths), cv2.INTER_CUBIC)
    return np.asarray(strip.clip(0, 255), dtype=np.uint8)


def as_pixels(grey: Grey) -> Pixels:
    """The one channel three times."""
    return np.asarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), dtype=np.uint8)
