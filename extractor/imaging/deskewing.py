"""Straightens a page that was scanned a few degrees askew, and maps boxes back.

The angle is the one at which the lower edges of the print fall into the fewest rows (projection
profile): it needs neither rulings nor long lines and is not misled by a seal or a photograph.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Grey, Pixels
from models.document import BoundingBox

REACH = 10.0
"""Degrees to either side that are looked at; a sheet in a feeder seldom exceeds 5."""
IGNORED = 0.15
"""Degrees below which turning costs more sharpness than it gains: 4 px across an A4 at 200 dpi."""
SEEN_SIDE = 1000
"""Pixels of the longer side on which the angle is measured."""
FEWEST_EDGES = 300
"""Edge pixels below which a page has too little print to tell an angle."""
STRAIGHT = 0.97
"""Share of the sharpest profile from which a page counts as straight already."""
COARSE = 6
"""Pixels that are averaged for the colour around a page."""
CLEAREST = 1.15
"""How much sharper the best profile must be than the typical one to be believed."""


@dataclass(frozen=True)
class Deskewed:
    """A page turned straight, and how to get back to the page as it stood."""

    pixels: Pixels
    angle: float
    """Degrees clockwise by which the print was askew; 0 where nothing was turned."""
    width: int
    """Pixels of the upright page before it was straightened."""
    height: int

    def to_upright(self, box: BoundingBox) -> BoundingBox:
        """The box on the upright page that encloses this box of the straight page."""
        if self.angle == 0:
            return box
        high, wide = self.pixels.shape[:2]
        corners = np.array(
            [
                (x * wide, y * high, 1.0)
                for x in (box.left, box.right)
                for y in (box.top, box.bottom)
            ]
        )
        back = cv2.invertAffineTransform(_turning(self.width, self.height, self.angle)[0])
        xs, ys = (corners @ back.T).T
        return BoundingBox.clipped(
            xs.min() / self.width, ys.min() / self.height,
            xs.max() / self.width, ys.max() / self.height,
        )  # fmt: skip


def deskew(pixels: Pixels) -> Deskewed:
    """The page turned straight on a canvas large enough that no corner is lost."""
    height, width = pixels.shape[:2]
    angle = skew_of(pixels)
    if abs(angle) < IGNORED:
        return Deskewed(pixels, 0.0, width, height)
    matrix, wide, high = _turning(width, height, angle)
    straight = cv2.warpAffine(
        pixels,
        matrix,
        (wide, high),
        dst=_surroundings(pixels, matrix, wide, high),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_TRANSPARENT,
    )
    return Deskewed(np.asarray(straight, dtype=np.uint8), angle, width, height)


def _surroundings(pixels: Pixels, matrix: NDArray[np.float64], wide: int, high: int) -> Pixels:
    """A canvas with the colour of the nearest edge of the page, blurred.

    Plain white beside the dark bed of a scanner would look like a ruling along the edge.
    """
    coarse = cv2.resize(pixels, None, fx=1 / COARSE, fy=1 / COARSE, interpolation=cv2.INTER_AREA)
    small = matrix.copy()
    small[:, 2] /= COARSE
    size = (wide // COARSE + 1, high // COARSE + 1)
    turned = cv2.warpAffine(coarse, small, size, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.resize(turned, (wide, high)), dtype=np.uint8)


def skew_of(pixels: Pixels) -> float:
    """Degrees clockwise by which the print is askew, within ±10; 0 where it can't be told."""
    edges = _lower_edges(pixels)
    ys, xs = np.nonzero(edges)
    if len(ys) < FEWEST_EDGES:
        return 0.0
    rough = np.arange(-REACH, REACH + 0.01, 0.5)
    every = max(1, len(ys) // 12_000)
    sharp = _sharpness(xs[::every], ys[::every], rough)
    best = int(sharp.argmax())
    if sharp[best] < CLEAREST * np.median(sharp) or best in (0, len(rough) - 1):
        return 0.0
    every = max(1, len(ys) // 30_000)
    fine = np.append(np.arange(-0.5, 0.51, 0.05) + float(rough[best]), 0.0)
    sharp = _sharpness(xs[::every], ys[::every], fine)
    best = int(sharp.argmax())
    # A page of few lines has a flat peak: it is taken for straight unless another is better.
    return 0.0 if sharp[-1] >= STRAIGHT * sharp[best] else round(float(fine[best]), 2)


def _lower_edges(pixels: Pixels) -> NDArray[np.bool_]:
    """Where dark print ends downwards, on the page shrunk to ``SEEN_SIDE``."""
    height, width = pixels.shape[:2]
    scale = min(1.0, SEEN_SIDE / max(height, width))
    small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    grey: Grey = np.asarray(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    paper = cv2.blur(grey, (31, 31)).astype(np.int16)
    dark = grey.astype(np.int16) < paper - 25
    return dark[:-1] & ~dark[1:]


def _sharpness(
    xs: NDArray[np.intp], ys: NDArray[np.intp], angles: NDArray[np.floating]
) -> NDArray[np.float64]:
    """For each angle, how unevenly the points spread over rows at that angle."""
    shifted = xs - xs.mean()
    scores = np.empty(len(angles))
    for index, angle in enumerate(np.radians(angles)):
        rows = ys * cos(angle) - shifted * sin(angle)
        counts = np.bincount((rows - rows.min()).astype(np.intp)).astype(np.float64)
        scores[index] = float((counts**2).sum())
    return scores


def _turning(width: int, height: int, angle: float) -> tuple[NDArray[np.float64], int, int]:
    """The matrix that straightens a page of this size, and the size of its canvas."""
    turn = radians(abs(angle))
    wide = round(width * cos(turn) + height * sin(turn))
    high = round(width * sin(turn) + height * cos(turn))
    about = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    matrix = np.asarray(about, dtype=np.float64)
    matrix[:, 2] += np.array([(wide - width) / 2, (high - height) / 2])
    return matrix, wide, high
