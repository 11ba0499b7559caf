"""Small circles on a page: ○ and ◉, which forms print for options of which one is chosen."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Mask
from extractor.layout.square_marks import HOLLOW, Square
from extractor.layout.squares import LARGEST, SMALLEST

_RAYS = 36
_ROUND = 0.12
"""Of the radius: how far the outline may lie from a circle; the scan is coarse."""
_THICKEST = 0.35
"""Of the radius: the line of a circle with the blur of the scan."""
_DOT = (0.3, 0.75)
"""Of the radius: a dot fills a circle up to the first at least, and leaves paper from the second on."""


def find_circles(dark: Mask) -> list[Square]:
    """The circles drawn with a thin line, whatever is inside, as the squares around them."""
    short = min(dark.shape)
    least, most = max(8, round(short * SMALLEST)), round(short * LARGEST)
    _, shapes, measured, _ = cv2.connectedComponentsWithStats(dark.astype(np.uint8), connectivity=8)
    labels, stats = shapes.astype(np.int32, copy=False), measured.astype(np.int32, copy=False)
    wide, high, area = stats[:, 2], stats[:, 3], stats[:, 4] / (stats[:, 2] * stats[:, 3])
    fitting = (np.minimum(wide, high) >= least) & (np.maximum(wide, high) <= most)
    fitting &= (np.maximum(wide, high) <= 1.18 * np.minimum(wide, high)) & (area < 0.75)
    fitting[0] = False
    numbers = np.flatnonzero(fitting)
    found: list[Square] = []
    for each in numbers[_touch_middles(labels, stats, numbers)]:
        left, top, across, down = (int(value) for value in stats[each, :4])
        window = labels[top : top + down, left : left + across]
        line = _line_of(window == each)
        if line is not None:
            found.append(Square(left, top, left + across, top + down, line))
    return found


def _touch_middles(
    labels: NDArray[np.int32], stats: NDArray[np.int32], numbers: NDArray[np.intp]
) -> NDArray[np.bool_]:
    """For each shape whether it reaches the middle of all four sides of its rectangle, as O does."""
    left, top, wide, high = (stats[numbers, at] for at in range(4))
    right, bottom = left + wide - 1, top + high - 1
    across, down = left + wide // 2, top + high // 2
    touches = np.ones(len(numbers), dtype=np.bool_)
    for row, column, inward in (
        (down, left, (0, 1)),
        (down, right, (0, -1)),
        (top, across, (1, 0)),
        (bottom, across, (-1, 0)),
    ):
        touches &= (labels[row, column] == numbers) | (
            labels[row + inward[0], column + inward[1]] == numbers
        )
    return touches


def is_dotted(dark: Mask, circle: Square) -> bool | None:
    """Whether a dot is in the circle; None where something else is, as the figure in ①."""
    rays = _along_rays(dark[circle.top : circle.bottom, circle.left : circle.right])
    steps = rays.shape[1]
    inside = rays[:, : max(1, steps - circle.line - max(2, round(_ROUND * steps)))]
    if inside.mean() <= HOLLOW:
        return False
    dot, paper = (round(share * steps) for share in _DOT)
    around = rays[:, dot : max(dot + 1, paper)]
    dotted = rays[:, :dot].mean() >= 0.9 and bool((~around).any(axis=1).all())
    return True if dotted else None


def _line_of(shape: Mask) -> int | None:
    """How thick the line of the circle is in pixels; None where the shape is none."""
    if _has_corners(shape):
        return None
    rays = _along_rays(shape)
    steps = rays.shape[1]
    outer = steps - np.argmax(rays[:, ::-1], axis=1)
    if not rays.any(axis=1).all() or np.ptp(outer) > max(2, _ROUND * steps):
        return None
    # From the outline inwards, up to the first paper.
    inward = np.array([ray[:end][::-1] for ray, end in zip(rays, outer, strict=True)], dtype=object)
    thick = [int(np.argmin(ray)) if not ray.all() else len(ray) for ray in inward]
    line = int(np.median(thick))
    if line > max(3, _THICKEST * steps) or max(thick) > 2 * line + 2:
        return None
    return line


def _has_corners(shape: Mask) -> bool:
    """Whether any of the shape lies outside of the circle around its middle."""
    down, across = shape.shape
    y, x = np.ogrid[:down, :across]
    from_middle = ((2 * y + 1) / down - 1) ** 2 + ((2 * x + 1) / across - 1) ** 2
    return bool((shape & (from_middle > (1 + _ROUND) ** 2)).any())


def _along_rays(shape: Mask) -> NDArray[np.bool_]:
    """What is dark on each of the rays from the middle outwards, a step a pixel."""
    down, across = shape.shape
    steps = max(down, across) // 2 + 1
    angles = np.linspace(0, 2 * np.pi, _RAYS, endpoint=False)[:, None]
    radius = np.arange(steps)[None, :] + 0.5
    rows = np.clip(
        ((down - 1) / 2 + radius * np.sin(angles) * down / max(down, across)).round(), 0, down - 1
    )
    columns = np.clip(
        ((across - 1) / 2 + radius * np.cos(angles) * across / max(down, across)).round(),
        0,
        across - 1,
    )
    return np.asarray(shape[rows.astype(int), columns.astype(int)], dtype=np.bool_)
