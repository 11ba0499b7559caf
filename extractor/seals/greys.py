"""Round seals without colour of their own: photocopied, or on a page scanned in grey."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Grey, Pixels
from extractor.seals.fitting import Ellipse, best_circle

_SIDE = 600
"""Longest side in pixels on which circles are voted for: a rim 1 mm wide on A4 is then 2 wide."""
_SMALLEST, _LARGEST = 0.07, 0.14
"""Radii as shares of the page's short side: 30 to 58 mm across on A4. Smaller circles are drawn
for many other reasons."""
_EDGE = 200.0
_ROUNDNESS = 0.6
"""Gradient and perfectness OpenCV asks of a circle; .5 answers with circles of printed words."""
_RIM, _BESIDE = 0.7, 0.35
"""Share of a circle that must be dark, and by how much more than just outside it."""


def grey_rings(pixels: Pixels) -> list[Ellipse]:
    """The outlines of dark rings that are drawn all round, in pixels of the page."""
    step = max(1, round(max(pixels.shape[:2]) / _SIDE))
    # Coloured stamps have been found by their colour; what is dark in green is dark in grey.
    green = np.ascontiguousarray(pixels[:, :, 1])
    height, width = green.shape[0] // step, green.shape[1] // step
    small = cv2.resize(
        green[: height * step, : width * step], (width, height), interpolation=cv2.INTER_AREA
    )
    short = min(height, width)
    circles = cv2.HoughCircles(
        small,
        cv2.HOUGH_GRADIENT_ALT,
        1.5,
        0.05 * short,
        param1=_EDGE,
        param2=_ROUNDNESS,
        minRadius=round(_SMALLEST * short),
        maxRadius=round(_LARGEST * short),
    )
    if circles is None:
        return []
    voted = [
        Ellipse(*(float(each) for each in (x, y, radius, radius))).scaled(step)
        for x, y, radius in np.reshape(circles, (-1, circles.shape[-1]))[:, :3]
    ]
    refined = [_refined(green, circle) for circle in voted]
    return [circle for circle in refined if circle is not None]


def _refined(green: Grey, circle: Ellipse) -> Ellipse | None:
    """The circle fitted to the rim's own dark pixels, or None where no rim runs all round."""
    reach = 1.25 * circle.major
    left, top = max(0, int(circle.x - reach)), max(0, int(circle.y - reach))
    part = green[top : int(circle.y + reach) + 1, left : int(circle.x + reach) + 1]
    step = max(1, round(circle.major / 80))
    small = part[::step, ::step]
    paper = float(np.quantile(small, 0.75))
    dark = small < 0.88 * paper
    moved = Ellipse(circle.x - left, circle.y - top, circle.major, circle.minor).scaled(1 / step)
    points = np.argwhere(dark)[:, ::-1].astype(np.float32)
    near = points[np.abs(moved.distances(points)) < 0.1 * moved.major]
    fitted = best_circle(near, 0.93 * moved.major, 1.07 * moved.major, tolerance=1.5)
    if fitted is None:
        return None
    rim = max(_dark_share(dark, fitted, share) for share in (-0.02, 0.0, 0.02))
    beside = _dark_share(dark, fitted, -0.09)
    if rim < _RIM or rim - beside < _BESIDE:
        return None
    full = fitted.scaled(step)
    return Ellipse(full.x + left, full.y + top, full.major, full.minor)


def _dark_share(dark: NDArray[np.bool_], circle: Ellipse, inset: float) -> float:
    """The share of the circle, moved inwards by a share of its radius, that is dark."""
    x, y = circle.at(np.linspace(0, 2 * np.pi, 240, endpoint=False), inset * circle.major)
    columns, rows = x.round().astype(int), y.round().astype(int)
    height, width = dark.shape
    kept = (columns >= 0) & (rows >= 0) & (columns < width) & (rows < height)
    return float(dark[rows[kept], columns[kept]].mean()) if kept.sum() > 180 else 0.0
