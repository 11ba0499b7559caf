"""The trained detector of curved seal text, and the band its answer describes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Pixels
from extractor.inference.model import compile_model
from extractor.seals.fitting import Ellipse
from extractor.seals.unrolling import Band

Likelihood = NDArray[np.float32]
"""Height × width, 0…1: how likely each pixel belongs to the middle of a line of seal text."""

RingDetector = Callable[[Pixels], Likelihood]

DETECTOR_SIDE = 640
"""Side of the square picture of one seal that the detector is given; under 512 it sees little."""
_MARGIN = 1.15
_THRESHOLD = 0.2
"""PaddleOCR's own threshold for this model."""
_MEAN = np.array([0.485, 0.456, 0.406], dtype=np.float32)
_DEVIATION = np.array([0.229, 0.224, 0.225], dtype=np.float32)


@dataclass(frozen=True)
class Arc:
    """A stretch of curved text: its band and from where to where it goes."""

    band: Band
    start: float
    """Radians clockwise from the x axis."""
    turn: float
    """Radians it covers."""


def load_ring_detector(path: Path, threads: int = 1, runtime: str = "auto") -> RingDetector:
    """The PP-OCRv4 seal text detector as a function from a picture to its likelihood map.

    Raises:
        EngineError: the file can't be loaded.
    """
    model = compile_model(path, threads, runtime)

    def detect(pixels: Pixels) -> Likelihood:
        # Trained on BGR with the mean of RGB, as PaddleOCR does it; the order matters.
        scaled = (pixels.astype(np.float32) / 255 - _MEAN) / _DEVIATION
        maps = model(np.ascontiguousarray(scaled.transpose(2, 0, 1)[None], dtype=np.float32))
        return np.asarray(maps[0][0, 0], dtype=np.float32)

    return detect


def seal_picture(pixels: Pixels, outline: Ellipse) -> tuple[Pixels, float, tuple[float, float]]:
    """The seal with a margin as a square of the detector's side, its scale and its corner."""
    reach = _MARGIN * outline.major
    scale = DETECTOR_SIDE / (2 * reach)
    corner = (outline.x - reach, outline.y - reach)
    shift = np.array([[scale, 0, -corner[0] * scale], [0, scale, -corner[1] * scale]])
    square = (DETECTOR_SIDE, DETECTOR_SIDE)
    way = cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA
    if scale < 1:
        # Warping does not average: shrink first.
        pixels = pixels[
            max(0, int(corner[1])) : max(0, int(corner[1] + 2 * reach)),
            max(0, int(corner[0])) : max(0, int(corner[0] + 2 * reach)),
        ]
        shift[0, 2] += max(0, int(corner[0])) * scale
        shift[1, 2] += max(0, int(corner[1])) * scale
        pixels = np.asarray(cv2.blur(pixels, (max(1, round(1 / scale)),) * 2), dtype=np.uint8)
        way = cv2.INTER_LINEAR
    picture = cv2.warpAffine(pixels, shift, square, flags=way, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(picture, dtype=np.uint8), scale, corner


def name_arc(
    likelihood: Likelihood, outline: Ellipse, scale: float, corner: tuple[float, float]
) -> Arc | None:
    """The longest stretch of text along the ring, or None where the detector saw none.

    The band is fitted to the detector's own map and not taken from the outline, so that a reading
    of it is made in another way than one along the ink's circle. A map that runs all round (name
    and number merged) is cut where it is weakest.
    """
    polar, reach = _polar(likelihood, outline, scale, corner)
    rows, columns = polar.shape
    outer_part = polar[: int(rows * 0.6)]
    text = outer_part > _THRESHOLD
    profile = text.sum(axis=0)
    if (profile > 0).mean() < 0.15:
        return None
    start, length = _longest_stretch(profile, outer_part.max(axis=0))
    chosen = (start + np.arange(length)) % columns
    weight = text[:, chosen].sum(axis=1).astype(np.float64)
    centre = float((weight * np.arange(len(weight))).sum() / weight.sum())
    half = float(np.quantile(profile[chosen], 0.75)) / 2
    # The map covers the shrunken core of the text; DB widens it again by about as much.
    spread = max(half * 1.75, 2.0)
    step = reach / rows
    band = Band(
        outline,
        outer=max(0.0, (centre - spread) * step),
        inner=min(reach, (centre + spread) * step),
    )
    return Arc(band, start / columns * 2 * np.pi, length / columns * 2 * np.pi)


def _polar(
    likelihood: Likelihood, outline: Ellipse, scale: float, corner: tuple[float, float]
) -> tuple[Likelihood, float]:
    """The map along the outline: rows go inwards, columns clockwise; and the depth in pixels."""
    columns, rows = 360, 64
    reach = outline.minor
    turns = np.arange(columns) / columns * 2 * np.pi
    xs = np.empty((rows, columns), dtype=np.float32)
    ys = np.empty_like(xs)
    for row in range(rows):
        x, y = outline.at(turns, row / rows * reach * 0.98)
        xs[row], ys[row] = (x - corner[0]) * scale, (y - corner[1]) * scale
    return np.asarray(cv2.remap(likelihood, xs, ys, cv2.INTER_LINEAR), dtype=np.float32), reach


def _longest_stretch(profile: NDArray[np.int_], strength: NDArray[np.float32]) -> tuple[int, int]:
    """Start and length, in columns, of the longest run of text round the ring."""
    columns = len(profile)
    filled = profile > 0
    if filled.all():
        smooth = cv2.blur(np.tile(strength * profile, 3)[None].astype(np.float32), (9, 1))[0]
        return int(smooth[columns : 2 * columns].argmin()), columns
    shift = int(np.flatnonzero(~filled)[0])
    rolled = np.roll(filled, -shift)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], rolled.astype(np.int8), [0]])))
    starts, stops = edges[::2], edges[1::2]
    longest = int((stops - starts).argmax())
    return (
        int(starts[longest] + shift) % columns,
        int(stops[longest] - starts[longest]),
    )
