"""A page made small, with its paper and its print told apart, to look for pictures on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Grey, Mask, Pixels
from models.document import BoundingBox, TextLine

SEEN_SIDE = 1170
"""Pixels of the longer side: 100 dpi of an A4."""
MM = SEEN_SIDE / 297
"""Pixels for each millimetre of an A4."""
STROKE = round(1.5 * MM)
"""What is thicker is filled; strokes of letters and rulings are thinner."""
DARKER = 0.84
"""Of the paper's lightness: what shows through from the other side is lighter."""
WHITE = 0.88
"""Of the paper's lightness, from which a place counts as left white."""
TILE = 8
"""Pixels that are averaged before the paper is looked for, and of the places whose tones vary."""
NEAR = 25
"""Tiles, 50 mm, within which some paper shows."""
READ = 0.6
"""Confidence of a line from which it is print; noise in pictures is read worse."""


@dataclass(frozen=True)
class Area:
    """A rectangle in pixels; right and bottom excluded."""

    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def of(cls, box: BoundingBox, shape: tuple[int, ...]) -> Area:
        """The pixels that the box touches on a page of this shape."""
        high, wide = shape[:2]
        return cls(
            int(box.left * wide),
            int(box.top * high),
            int(np.ceil(box.right * wide)),
            int(np.ceil(box.bottom * high)),
        )

    @classmethod
    def around(cls, parts: Sequence[Area]) -> Area:
        """The smallest rectangle that holds all of them."""
        return cls(
            min(part.left for part in parts),
            min(part.top for part in parts),
            max(part.right for part in parts),
            max(part.bottom for part in parts),
        )

    @property
    def wide(self) -> int:
        """Pixels across."""
        return self.right - self.left

    @property
    def high(self) -> int:
        """Pixels down."""
        return self.bottom - self.top

    @property
    def window(self) -> tuple[slice, slice]:
        """Its rows and columns."""
        return slice(self.top, self.bottom), slice(self.left, self.right)

    def within(self, other: Area) -> float:
        """The share of this rectangle that lies in the other."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0, wide) * max(0, high) / max(1, self.wide * self.high)


@dataclass(frozen=True)
class SeenPage:
    """The page at the size on which is looked."""

    darkest: Grey
    """The darkest channel: coloured ink counts like black."""
    grey: Grey
    paper: Grey
    """The lightness of the paper around every pixel."""
    read: Mask
    """Where lines were read."""

    @classmethod
    def of(cls, pixels: Pixels, lines: Sequence[TextLine]) -> SeenPage:
        """The upright, straight page with its lines."""
        scale = min(1.0, SEEN_SIDE / max(pixels.shape[:2]))
        small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        blue, green, red = cv2.split(small)
        darkest = np.asarray(cv2.min(cv2.min(blue, green), red), np.uint8)
        high, wide = darkest.shape
        tiles = (max(1, wide // TILE), max(1, high // TILE))
        coarse = cv2.resize(darkest, tiles, interpolation=cv2.INTER_AREA)
        lightest = cv2.blur(cv2.dilate(coarse, np.ones((NEAR, NEAR), np.uint8)), (NEAR, NEAR))
        read = np.zeros(darkest.shape, np.bool_)
        for line in lines:
            if line.confidence >= READ and line.text.strip():
                read[Area.of(line.box, darkest.shape).window] = True
        return cls(
            darkest=darkest,
            grey=np.asarray(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), np.uint8),
            paper=np.asarray(cv2.resize(lightest, (wide, high)), np.uint8),
            read=read,
        )

    @property
    def shape(self) -> tuple[int, int]:
        """Pixels down and across."""
        high, wide = self.darkest.shape
        return high, wide

    @property
    def ink(self) -> Mask:
        """Where the page is darker than its paper; within a photograph no paper is known."""
        return np.asarray(self.darkest < cv2.convertScaleAbs(self.paper, alpha=DARKER), np.bool_)

    def dark(self, area: Area) -> Mask:
        """Where the area is darker than the paper around it."""
        return np.asarray(self.darkest[area.window] < DARKER * self._around(area), np.bool_)

    def white(self, area: Area) -> float:
        """The share of the area that is left white."""
        return float((self.darkest[area.window] > WHITE * self._around(area)).mean())

    def tones(self, area: Area) -> float:
        """How much the lightness varies from place to place, print and a frame left out."""
        inner = self.grey[area.window][STROKE:-STROKE, STROKE:-STROKE]
        bare = (~self.read[area.window][STROKE:-STROKE, STROKE:-STROKE]).astype(np.float32)
        size = (max(1, inner.shape[1] // TILE), max(1, inner.shape[0] // TILE))
        weights = cv2.resize(bare, size, interpolation=cv2.INTER_AREA)
        levels = cv2.resize(inner * bare, size, interpolation=cv2.INTER_AREA)
        seen = weights > 0.5
        return float((levels[seen] / weights[seen]).std()) if seen.any() else 0.0

    def _around(self, area: Area) -> NDArray[np.float32]:
        """The paper below the area, as it lies around it: within a photograph none is seen."""
        paper = self.paper[area.window].astype(np.float32)
        across = np.linspace(0, 1, paper.shape[1], dtype=np.float32)[None]
        down = np.linspace(0, 1, paper.shape[0], dtype=np.float32)[:, None]
        level = paper[:, :1] * (1 - across) + paper[:, -1:] * across
        upright = paper[:1] * (1 - down) + paper[-1:] * down
        return np.asarray((level + upright) / 2, np.float32)
