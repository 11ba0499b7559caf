"""A seal's ring laid out as a straight strip, and the ways to look at its ink."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Grey, Pixels
from extractor.seals.fitting import Ellipse

STRIP_HEIGHT = 48
"""Pixels; what the recogniser takes."""


@dataclass(frozen=True)
class Band:
    """The part of a seal between two curves that follow its outline."""

    outline: Ellipse
    outer: float
    """Distance of the text's top from the outline, in pixels of the page, inwards."""
    inner: float
    """… and of its foot."""


def name_band(outline: Ellipse) -> Band:
    """Where the name stands in the ring of a seal.

    GB/T 33190-type company seals set the name at .64 to .92 of the radius; anything from .55-.95 to
    .66-.90 reads about as well.
    """
    return Band(outline, outer=0.08 * outline.minor, inner=0.36 * outline.minor)


def unroll(pixels: Pixels, band: Band, start: float = np.pi / 2, turn: float = 2 * np.pi) -> Pixels:
    """The band as a strip, read clockwise with the characters' heads up.

    Args:
        pixels: the page.
        band: what to lay out.
        start: the parameter of the outline at the strip's left end, in radians clockwise from its
            longer axis; a quarter turn, for a circle, is its foot.
        turn: how far round the strip goes.
    """
    middle = (band.outer + band.inner) / 2
    turns = start + np.linspace(0, turn, 721)
    x, y = band.outline.at(turns, middle)
    lengths = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    scale = STRIP_HEIGHT / max(1.0, band.inner - band.outer)
    columns = max(STRIP_HEIGHT, round(lengths[-1] * scale))
    even = np.interp((np.arange(columns) + 0.5) / columns * lengths[-1], lengths, turns)
    insets = np.linspace(band.outer, band.inner, STRIP_HEIGHT)
    xs = np.empty((STRIP_HEIGHT, columns), dtype=np.float32)
    ys = np.empty_like(xs)
    for row, inset in enumerate(insets):
        xs[row], ys[row] = band.outline.at(even, float(inset))
    return np.asarray(
        cv2.remap(pixels, xs, ys, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE), dtype=np.uint8
    )


def darkest_channel(strip: Pixels) -> Grey:
    """The channel in which the ink is darkest: green under red ink, red under blue."""
    levels = [float(np.quantile(strip[:, :, channel], 0.15)) for channel in range(3)]
    return np.asarray(strip[:, :, int(np.argmin(levels))], dtype=np.uint8)


def ink_alone(strip: Pixels) -> Grey:
    """Dark where coloured ink lies, white elsewhere: black print under a seal is gone."""
    chroma = strip.max(axis=2).astype(np.float32) - strip.min(axis=2)
    low, high = np.quantile(chroma, (0.25, 0.97))
    share = (chroma - low) / max(20.0, float(high - low))
    return np.asarray(255 - 255 * share.clip(0, 1), dtype=np.uint8)


def as_pixels(grey: Grey) -> Pixels:
    """The one channel three times."""
    return np.asarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), dtype=np.uint8)


def widest_gap(ink: Grey) -> int:
    """The column in the middle of the widest empty stretch of a strip that goes all round."""
    filled = _filled_columns(ink)
    if filled.all() or not filled.any():
        return 0
    twice = np.concatenate([filled, filled]).astype(np.int8)
    edges = np.flatnonzero(np.diff(np.concatenate([[1], twice, [1]])))
    starts, stops = edges[::2], edges[1::2]
    widest = int(np.argmax(stops - starts))
    return int((starts[widest] + stops[widest]) // 2) % len(filled)


def trimmed(strip: Pixels, ink: Grey, margin: int = STRIP_HEIGHT // 4) -> slice:
    """The columns from the first to the last with ink, with a small margin."""
    filled = np.flatnonzero(_filled_columns(ink))
    if not len(filled):
        return slice(0, strip.shape[1])
    return slice(max(0, int(filled[0]) - margin), int(filled[-1]) + margin)


def _filled_columns(ink: Grey) -> NDArray[np.bool_]:
    """For each column of a strip whether there is a stroke in it."""
    # The outermost and innermost rows may hold the ring itself or the tips of the star.
    rows = ink[STRIP_HEIGHT // 8 : -STRIP_HEIGHT // 8]
    weight = (255.0 - rows).mean(axis=0)
    weight = cv2.blur(weight[None].astype(np.float32), (5, 1))[0]
    return np.asarray(weight > 0.2 * np.quantile(weight, 0.9), dtype=np.bool_)
