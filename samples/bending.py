"""Moves of a whole page — turn, perspective, curl — that carry boxes along."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from samples.printing import Mark, Paper
from samples.seals import Box

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Bend:
    """A page's move: a curl downwards along the width, then a projective map, in pixels."""

    matrix: NDArray[np.float64]
    curl: float = 0.0
    """How far the middle of the page hangs below its edges, in pixels."""
    centre: float = 0.5
    """Where along the width it hangs lowest."""

    def moved(self, points: Points, size: tuple[int, int]) -> Points:
        """Where the points (x, y) of a page of this width and height come to lie."""
        curled = points.copy()
        curled[:, 1] += self.drop(points[:, 0], size[0])
        return np.asarray(cv2.perspectiveTransform(curled[None], self.matrix)[0], np.float64)

    def drop(self, x: Any, width: int) -> Any:
        """How far the page hangs at x."""
        return self.curl * np.sin(np.clip(x / width, 0, 1) ** (2 * self.centre) * math.pi)


def straight() -> Bend:
    """No move at all."""
    return Bend(np.eye(3))


def skewed(random: Random, size: tuple[int, int], degrees: float) -> Bend:
    """A sheet laid on the glass not quite straight."""
    angle = math.radians(random.uniform(-degrees, degrees))
    middle = np.array([size[0] / 2, size[1] / 2])
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    shift = np.array([random.uniform(-0.004, 0.004) * side for side in size])
    matrix = np.eye(3)
    matrix[:2, :2] = turn
    matrix[:2, 2] = middle - turn @ middle + shift
    return Bend(matrix)


def photographed(random: Random, size: tuple[int, int]) -> Bend:
    """A page held under a telephone: keystone, a little turn, a curl."""
    width, height = size
    reach = 0.028
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    inwards = np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]], np.float32)
    shifts = np.array([[random.uniform(0, reach) for _ in range(2)] for _ in range(4)], np.float32)
    target = corners + inwards * shifts * np.array(size, np.float32)
    keystone = np.asarray(cv2.getPerspectiveTransform(corners, target.astype(np.float32)))
    turn = skewed(random, size, 1.2).matrix
    curl = random.choice((0.0, random.uniform(-0.008, 0.008))) * height
    return Bend(np.asarray(keystone @ turn, np.float64), curl, random.uniform(0.35, 0.65))


def bent(paper: Paper, bend: Bend, background: tuple[int, int, int]) -> Paper:
    """The page moved, with all its boxes; what lies beside it shows the background."""
    height, width = paper.pixels.shape[:2]
    size = (width, height)
    pixels = paper.pixels
    if bend.curl:
        ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
        source = (ys - bend.drop(xs, width)).astype(np.float32)
        pixels = np.asarray(
            cv2.remap(pixels, xs, source, cv2.INTER_LINEAR, None, cv2.BORDER_CONSTANT, background),
            np.uint8,
        )
    moved = cv2.warpPerspective(
        pixels, bend.matrix, size, None, cv2.INTER_LINEAR, cv2.BORDER_CONSTANT, background
    )
    return replace(
        paper,
        pixels=np.asarray(moved, np.uint8),
        marks=tuple(Mark(mark.key, _moved(mark.box, bend, size)) for mark in paper.marks),
        seals=tuple(replace(seal, box=_moved(seal.box, bend, size)) for seal in paper.seals),
        signature=_moved(paper.signature, bend, size) if paper.signature else None,
    )


def _moved(box: Box, bend: Bend, size: tuple[int, int]) -> Box:
    """The upright box around the moved corners and edge middles, cut to the page."""
    xs, ys = np.linspace(box[0], box[2], 5), np.linspace(box[1], box[3], 3)
    points = np.array([[x * size[0], y * size[1]] for x in xs for y in ys], np.float64)
    moved = bend.moved(points, size) / np.array(size)
    low, high = np.clip(moved.min(0), 0, 1), np.clip(moved.max(0), 0, 1)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])
