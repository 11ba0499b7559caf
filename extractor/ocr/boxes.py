"""The quadrilaterals that a text detector finds: cut at rulings, cut out, put in order."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Pixels, Ruling
from models.document import BoundingBox

Quad = NDArray[np.float32]
"""4 × 2: the corners (x, y) in pixels, from the top left clockwise as the text runs."""

HIGHER_THAN_A_ROW = 2.5
"""Times the height of its neighbour: a box this high has several of its neighbour's rows beside it.
A heading of twice the size still stands in one row with the note behind it."""

LEVEL_SLOPE = 0.1
"""A box whose ends differ by less than this part of its height is cut out without turning it:
straightening would only blur it."""

MARGIN_OF_CUT = 0.3
"""In heights of the line: what lies beyond a ruling and is narrower than the narrowest digit is
the box's own margin, not text."""

LONGER_THAN_STROKES = 1.1
"""In heights of the line: what is shorter and stands in it is a stroke of a character (伍 has two)
that was taken for a ruling."""

OVERSHOOT = 0.25
"""In heights of the line: how far above and below it a ruling is followed, to see that it doesn't
run through a character where it has a gap."""

UNBROKEN = 0.85
"""The part of a ruling that is dark where it was printed faintly or scanned with specks."""

WANDERING = 3
"""Pixels that a ruling may lie beside its straight line."""

SAME_ROW = 0.5
"""Boxes stand in one row where they share this part of the lower one's height."""


@dataclass(frozen=True)
class Place:
    """Where a line stands: its corners and the page's size, in pixels."""

    quad: Quad
    width: int
    height: int

    @property
    def box(self) -> BoundingBox:
        """The upright rectangle around the corners."""
        xs, ys = self.quad[:, 0] / self.width, self.quad[:, 1] / self.height
        return BoundingBox.clipped(xs.min(), ys.min(), xs.max(), ys.max())

    def across(self, fractions: Sequence[float]) -> tuple[float, ...]:
        """Places along the line, given in parts of its length, as fractions of the page's width."""
        start = float(self.quad[0, 0] + self.quad[3, 0]) / 2
        end = float(self.quad[1, 0] + self.quad[2, 0]) / 2
        return tuple(
            min(1.0, max(0.0, (start + (end - start) * each) / self.width)) for each in fractions
        )


def in_pixels(box: BoundingBox, width: int, height: int) -> tuple[slice, slice]:
    """The rows and columns of a page that a box covers."""
    return (
        slice(math.floor(box.top * height), math.ceil(box.bottom * height)),
        slice(math.floor(box.left * width), math.ceil(box.right * width)),
    )


def cut_out(pixels: Pixels, quad: Quad) -> Pixels:
    """The picture of one line, level; shape 0 × 0 × 3 where nothing of it lies on the page."""
    left, top = np.floor(quad.min(axis=0)).astype(int)
    right, bottom = np.ceil(quad.max(axis=0)).astype(int)
    height, width = pixels.shape[:2]
    if is_level(quad):
        return pixels[max(0, top) : min(height, bottom), max(0, left) : min(width, right)]
    across = round(max(np.linalg.norm(quad[0] - quad[1]), np.linalg.norm(quad[3] - quad[2])))
    down = round(max(np.linalg.norm(quad[0] - quad[3]), np.linalg.norm(quad[1] - quad[2])))
    if across < 1 or down < 1:
        return np.zeros((0, 0, 3), np.uint8)
    corners = np.array([[0, 0], [across, 0], [across, down], [0, down]], np.float32)
    turn = cv2.getPerspectiveTransform(quad.astype(np.float32), corners)
    return np.asarray(
        cv2.warpPerspective(
            pixels,
            turn,
            (across, down),
            borderMode=cv2.BORDER_REPLICATE,
            flags=cv2.INTER_CUBIC,
        ),
        dtype=np.uint8,
    )


def is_level(quad: Quad) -> bool:
    """Whether the box can be cut out without turning it."""
    height = max(1.0, float(quad[3, 1] - quad[0, 1]))
    drop = abs(float(quad[1, 1] - quad[0, 1]))
    lean = abs(float(quad[3, 0] - quad[0, 0]))
    return drop < LEVEL_SLOPE * height and lean < LEVEL_SLOPE * height


def cut_at_rulings(quads: Sequence[Quad], rulings: Sequence[Ruling], pixels: Pixels) -> list[Quad]:
    """The boxes, each cut where a vertical ruling runs through it from top to bottom."""
    height, width = pixels.shape[:2]
    verticals = [Vertical.of(each, width, height) for each in rulings if not each.horizontal]
    pieces: list[Quad] = []
    for quad in quads:
        cuts = sorted(
            vertical.at(float(quad[:, 1].mean()))
            for vertical in verticals
            if vertical.crosses(quad) and _is_drawn(pixels, vertical, quad)
        )
        pieces += _pieces(quad, cuts)
    return pieces


@dataclass(frozen=True)
class Vertical:
    """A ruling down the page, in pixels."""

    top: float
    bottom: float
    x: float
    """At the top."""
    lean: float
    """How far right it goes for each pixel down."""

    @classmethod
    def of(cls, ruling: Ruling, width: int, height: int) -> Vertical:
        """The ruling on a page of this size."""
        (x, top), (end, bottom) = sorted((ruling.start, ruling.end), key=lambda point: point[1])
        down = max(1.0, (bottom - top) * height)
        return cls(top * height, bottom * height, x * width, (end - x) * width / down)

    def at(self, y: float) -> float:
        """Where it crosses the row y."""
        return self.x + self.lean * (y - self.top)

    def crosses(self, quad: Quad) -> bool:
        """Whether it runs through the box, from above to below."""
        left, top = quad.min(axis=0)
        right, bottom = quad.max(axis=0)
        between = left < self.at((top + bottom) / 2) < right
        return bool(between and self.passes(float(top), float(bottom)))

    def passes(self, top: float, bottom: float) -> bool:
        """Whether it runs from above a line of these edges to below it, no stroke of a letter."""
        tall = bottom - top
        return bool(
            self.top <= top + OVERSHOOT * tall
            and self.bottom >= bottom - OVERSHOOT * tall
            and self.bottom - self.top >= LONGER_THAN_STROKES * tall
        )


def _is_drawn(pixels: Pixels, vertical: Vertical, quad: Quad) -> bool:
    """Whether ink runs down through the box without a gap, as it doesn't through a character."""
    left, top = quad.min(axis=0)
    right, bottom = quad.max(axis=0)
    around = OVERSHOOT * (bottom - top)
    first = max(0, round(float(max(vertical.top, top - around))))
    last = max(0, round(float(min(vertical.bottom, bottom + around))))
    text = pixels[first:last, max(0, round(float(left))) : max(0, round(float(right)))]
    x = round(vertical.at(float(top + bottom) / 2))
    column = pixels[first:last, max(0, x - WANDERING) : x + WANDERING + 1]
    if not text.size or not column.size:
        return False
    ink, paper = np.percentile(text, (2, 90))
    dark = column.mean(axis=2).min(axis=1) < paper - (paper - ink) / 4
    return bool(dark.mean() >= UNBROKEN)


def _pieces(quad: Quad, cuts: Sequence[float]) -> list[Quad]:
    """The box cut at the given x, without the slivers that are only its margin."""
    if not cuts:
        return [quad]
    left, right = float(quad[:, 0].min()), float(quad[:, 0].max())
    tall = float(quad[:, 1].max() - quad[:, 1].min())
    edges = [left, *cuts, right]
    kept = []
    for start, end in zip(edges[:-1], edges[1:], strict=True):
        if end - start >= MARGIN_OF_CUT * tall:
            share = [(start - left) / (right - left), (end - left) / (right - left)]
            kept.append(_slice(quad, *share))
    return kept or [quad]


def _slice(quad: Quad, start: float, end: float) -> Quad:
    """The part of the box between two fractions of its length."""
    top_left, top_right, bottom_right, bottom_left = quad
    return np.array(
        [
            top_left + (top_right - top_left) * start,
            top_left + (top_right - top_left) * end,
            bottom_left + (bottom_right - bottom_left) * end,
            bottom_left + (bottom_right - bottom_left) * start,
        ],
        dtype=np.float32,
    )


def reading_order(boxes: Sequence[BoundingBox]) -> list[int]:
    """The places of the boxes in the order they are read: rows downwards, each from left."""
    rows: list[list[int]] = []
    for index in sorted(range(len(boxes)), key=lambda each: boxes[each].centre[1]):
        # A column of characters set downwards stands between the boxes of the row it is beside.
        for row in reversed(rows[-2:]):
            if _beside(boxes[index], boxes[row[-1]]):
                row.append(index)
                break
        else:
            rows.append([index])
    return [index for row in rows for index in sorted(row, key=lambda each: boxes[each].left)]


def _beside(box: BoundingBox, other: BoundingBox) -> bool:
    """Whether the boxes stand in one row rather than one under the other."""
    shared = min(box.bottom, other.bottom) - max(box.top, other.top)
    small, large = sorted((box.height, other.height))
    return shared > SAME_ROW * small and large < HIGHER_THAN_A_ROW * small
