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

LEVEL_SLOPE = 0.1
"""A box whose ends differ by less than this part of its height is cut out without turning it:
straightening would only blur it."""

MARGIN_OF_CUT = 0.3
"""In heights of the line: what lies beyond a ruling and is narrower than the narrowest digit is
the box's own margin, not text."""

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
    if _is_level(quad):
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


def _is_level(quad: Quad) -> bool:
    height = max(1.0, float(quad[3, 1] - quad[0, 1]))
    drop = abs(float(quad[1, 1] - quad[0, 1]))
    lean = abs(float(quad[3, 0] - quad[0, 0]))
    return drop < LEVEL_SLOPE * height and lean < LEVEL_SLOPE * height


def cut_at_rulings(
    quads: Sequence[Quad], rulings: Sequence[Ruling], width: int, height: int
) -> list[Quad]:
    """The boxes, each cut where a vertical ruling runs through it from top to bottom."""
    verticals = [ruling for ruling in rulings if not ruling.horizontal]
    if not verticals:
        return list(quads)
    xs = np.array([(r.start[0] + r.end[0]) / 2 * width for r in verticals])
    tops = np.array([min(r.start[1], r.end[1]) * height for r in verticals])
    bottoms = np.array([max(r.start[1], r.end[1]) * height for r in verticals])
    pieces: list[Quad] = []
    for quad in quads:
        top, bottom = quad[:, 1].min(), quad[:, 1].max()
        left, right = quad[:, 0].min(), quad[:, 0].max()
        # The detector's box is a little higher than the print; a ruling that ends inside a row
        # still has to cover the middle half of it.
        inside = (
            (tops <= top + (bottom - top) / 4)
            & (bottoms >= bottom - (bottom - top) / 4)
            & (xs > left)
            & (xs < right)
        )
        pieces += _pieces(quad, sorted(xs[inside].tolist()))
    return pieces


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
        if rows and _in_row(boxes[index], [boxes[each] for each in rows[-1]]):
            rows[-1].append(index)
        else:
            rows.append([index])
    return [index for row in rows for index in sorted(row, key=lambda each: boxes[each].left)]


def _in_row(box: BoundingBox, row: Sequence[BoundingBox]) -> bool:
    """Whether the box stands beside the row's last one rather than under it."""
    beside = row[-1]
    shared = min(box.bottom, beside.bottom) - max(box.top, beside.top)
    return shared > SAME_ROW * min(box.height, beside.height)
