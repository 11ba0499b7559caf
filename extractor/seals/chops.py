"""Seals with straight sides, and the strips a seal leaves on the edges of several pages."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from extractor.imaging.pixels import Mask
from extractor.seals.fitting import Ellipse, Points
from extractor.seals.rings import LARGEST

NARROWEST = 0.035
"""Side of the smallest chop as a share of the page's short side: 7 mm on A4."""

_SHORTEST = 0.095
"""Length of the shortest strip at an edge, as a share of the page's short side: 20 mm on A4. Where
many pages share a seal, the first and the last hold but a flat arc of it."""
_STROKES = 3
"""How many strokes lines along the edge cross in most of a strip: of the rim, of characters."""


@dataclass(frozen=True)
class Area:
    """A rectangle in pixels of the image it was looked for in; right and bottom excluded."""

    left: float
    top: float
    right: float
    bottom: float

    def joined(self, other: Area) -> Area:
        """The rectangle around both."""
        return Area(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True)
class Chop:
    """A chop with straight sides."""

    area: Area
    within: Ellipse
    """Touches the four sides: as a chop is, it is turned."""
    square: bool


def chop(outline: Points, ink: int, short: int) -> Chop | None:
    """The chop with straight sides that the outline is; None if it is none.

    Args:
        outline: the outer boundary of a piece of ink.
        ink: how many pixels of it are inked.
        short: the page's short side, in pixels.
    """
    if len(outline) < 12:
        return None
    rectangle = cv2.minAreaRect(outline)
    long, narrow = max(rectangle[1]), min(rectangle[1])
    if narrow < NARROWEST * short or long > 0.5 * short or long > 3.2 * narrow:
        return None
    hull = float(cv2.contourArea(cv2.convexHull(outline)))
    # A disc fills π/4 of the box around it, a frame all of it.
    if hull < 0.9 * long * narrow or not 0.1 <= ink / hull <= 0.9:
        return None
    if _sides_seen(outline) < 0.75:
        return None
    left, top = (float(value) for value in outline.min(axis=0))
    right, bottom = (float(value) + 1 for value in outline.max(axis=0))
    within = Ellipse.within(rectangle)
    return Chop(Area(left, top, right, bottom), within, long <= 1.35 * narrow)


def _sides_seen(outline: Points) -> float:
    """The share of the four sides of the box around the points that have points on them."""
    rectangle = cv2.minAreaRect(outline)
    corners = cv2.boxPoints(rectangle)
    tolerance = max(2.0, 0.05 * min(rectangle[1]))
    covered: list[float] = []
    for start, stop in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        length = max(1.0, float(np.hypot(*(stop - start))))
        along = (stop - start) / length
        away = outline - start
        aside = np.abs(away[:, 0] * along[1] - away[:, 1] * along[0])
        bins = ((away @ along)[aside < tolerance] / length * 20).astype(int)
        covered.append(len(set(bins[(bins >= 0) & (bins < 20)])) / 20)
    return float(np.mean(covered))


def edge_strips(mask: Mask, groups: list[Area]) -> list[Area]:
    """骑缝章: as long along an edge of the page as a company seal is wide, but less deep.

    Args:
        mask: the ink of the page.
        groups: the areas of connected ink that belong to no seal that was found.
    """
    height, width = mask.shape
    short = min(height, width)
    strips: list[Area] = []
    for side in range(4):
        beside = [area for area in groups if _touches(area, side, height, width)]
        for area in _runs(beside, upright=side < 2, gap=0.06 * short):
            high, wide = area.bottom - area.top, area.right - area.left
            long, deep = (high, wide) if side < 2 else (wide, high)
            right_length = _SHORTEST * short <= long <= 2 * LARGEST * short
            if right_length and 0.01 * short <= deep <= 0.8 * long and _broken(mask, area, side):
                strips.append(area)
    return strips


def touches_edge(area: Area, shape: tuple[int, ...]) -> bool:
    """Whether the area reaches an edge of the page."""
    return any(_touches(area, side, shape[0], shape[1]) for side in range(4))


def _touches(area: Area, side: int, height: int, width: int) -> bool:
    """Whether the area reaches the left, right, top or bottom edge, in this order."""
    near = 0.012 * min(height, width)
    away = (area.left, width - area.right, area.top, height - area.bottom)
    return away[side] <= near


def _runs(areas: list[Area], upright: bool, gap: float) -> list[Area]:
    """Areas joined that follow each other along the edge without a wide gap."""
    runs: list[Area] = []
    for area in sorted(areas, key=lambda each: each.top if upright else each.left):
        if runs:
            last = runs[-1]
            away = area.top - last.bottom if upright else area.left - last.right
            if away <= gap:
                runs[-1] = last.joined(area)
                continue
        runs.append(area)
    return runs


def _broken(mask: Mask, area: Area, side: int) -> bool:
    """Whether the ink along the edge comes in strokes, not as one fringe of colour."""
    part = mask[int(area.top) : int(area.bottom), int(area.left) : int(area.right)]
    lines = part.T if side < 2 else part
    starts = np.count_nonzero(np.diff(lines.astype(np.int8), axis=1, prepend=0) == 1, axis=1)
    along = lines.any(axis=0).mean()
    crossed = bool(np.quantile(starts, 0.7) >= _STROKES)
    return bool(0.05 <= part.mean() <= 0.55 and along > 0.3) and crossed
