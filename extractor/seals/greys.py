"""Seals without colour of their own: photocopied, or on a page scanned in grey."""

from __future__ import annotations

from dataclasses import replace

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
_ROUNDNESS = 0.35
"""Gradient and perfectness OpenCV asks of a circle. At .6 it misses rims that print or another seal
crosses; from .5 down it also answers with circles of printed words, in which no rim is found."""
_TRIALS = 200
"""Circles tried through the dark pixels near one that was voted for: most of them are its rim's."""
_FRAME_SIDE = 1000
"""Longest side in pixels on which frames are looked for: that of a chop on A4 is then 2 wide, and
its sides lie well enough to be cut off."""
_NARROWEST, _WIDEST = 0.06, 0.14
"""Sides of chops as shares of the page's short side: 13 to 30 mm on A4."""
_DARKNESS = 0.85
"""Level, as a share of the paper's around, under which a pixel belongs to a frame or to print."""
_INKED_LEAST, _INKED_MOST = 0.05, 0.6
"""Share of what a frame encloses that is dark: a cell of a table is emptier or a picture fuller."""
_RIM, _BESIDE = 0.7, 0.35
"""Share of a circle that must be dark, and by how much more than just outside it."""


def grey_rings(pixels: Pixels) -> list[Ellipse]:
    """The outlines of dark rings that are drawn all round, in pixels of the page."""
    step = max(1, round(max(pixels.shape[:2]) / _SIDE))
    # Coloured stamps have been found by their colour; what is dark in green is dark in grey.
    green = np.asarray(cv2.extractChannel(pixels, 1), dtype=np.uint8)
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


def grey_frames(pixels: Pixels) -> list[Ellipse]:
    """The ellipses within dark frames that may be those of square chops, in pixels of the page.

    Cells of tables have frames as well: what stands within has to be read to tell.
    """
    step = max(1, round(max(pixels.shape[:2]) / _FRAME_SIDE))
    green = np.asarray(cv2.extractChannel(pixels, 1), dtype=np.uint8)
    height, width = green.shape[0] // step, green.shape[1] // step
    small = cv2.resize(
        green[: height * step, : width * step], (width, height), interpolation=cv2.INTER_AREA
    )
    paper = cv2.dilate(small, np.ones((15, 15), np.uint8))
    dark = cv2.compare(small, cv2.convertScaleAbs(paper, alpha=_DARKNESS), cv2.CMP_LT)
    _, pieces, stats, _ = cv2.connectedComponentsWithStats(255 - dark, connectivity=4)
    labels = np.asarray(pieces, dtype=np.int32)
    short = min(height, width)
    least, most = _NARROWEST * short, 1.3 * _WIDEST * short
    sides = stats[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]]
    fits = (sides > least).all(axis=1) & (sides < most).all(axis=1)
    frames = [_frame(labels, stats[label], int(label), short) for label in np.flatnonzero(fits)]
    return [frame.scaled(step) for frame in frames if frame is not None]


def _frame(
    labels: NDArray[np.int32], stats: NDArray[np.int32], label: int, short: int
) -> Ellipse | None:
    """The ellipse within what the component encloses, where that is about a square."""
    left, top, wide, high, area = (int(value) for value in stats)
    within = (labels[top : top + high, left : left + wide] == label).astype(np.uint8)
    contours, _ = cv2.findContours(within, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    outline = max(contours, key=len)
    rectangle = cv2.minAreaRect(outline)
    long, narrow = max(rectangle[1]), min(rectangle[1])
    if narrow < _NARROWEST * short or long > _WIDEST * short or long > 1.35 * narrow:
        return None
    if cv2.contourArea(cv2.convexHull(outline)) < 0.9 * long * narrow:
        return None
    if not _INKED_LEAST <= 1 - area / (long * narrow) <= _INKED_MOST:
        return None
    inner = Ellipse.within(rectangle)
    # Half a pixel to the frame, and the frame itself.
    return replace(
        inner, x=left + inner.x, y=top + inner.y, major=inner.major + 2, minor=inner.minor + 2
    )


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
    fitted = best_circle(near, 0.93 * moved.major, 1.07 * moved.major, 1.5, _TRIALS)
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
