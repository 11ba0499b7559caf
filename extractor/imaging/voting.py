"""Tells which way up a page is by reading a few of its lines all four ways.

The classifier sees the page at 224 pixels and confuses up and down on tables full of figures; a
recogniser of text lines does not, but takes a hundred times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Pixels


class Reading(Protocol):
    """What a recogniser says of a picture of one line."""

    @property
    def text(self) -> str:
        """The characters; empty where nothing was read."""

    @property
    def confidence(self) -> float:
        """0…1, the mean over the characters."""


Recogniser = Callable[[Sequence[Pixels]], Sequence[Reading]]
Vote = Callable[[Pixels], int | None]
"""An opinion on how many degrees clockwise a page is turned; None where it can't be told."""

TURNS = (0, 90, 180, 270)
"""Degrees clockwise, in the order of the classifier's answers."""
SEEN_SIDE = 1600
"""Pixels of the longer side on which lines are looked for and read."""
LINES = 4
"""Pictures of lines that are read for each direction."""
FIRST_LINES = 2
"""… and how many of them first: mostly they settle it."""
LOWEST, HIGHEST = 10, 60
"""Pixels a line of print is high at that size: 6 to 40 points on A4."""
LONGEST = 14
"""Heights to which a line is cut: enough letters to tell, and quickly read."""
LEGIBLE = 6.0
"""Characters, each weighted with the square of its confidence, that must be read at least."""
AHEAD = 1.5
"""How many times as many must be read as in the next best direction. Chinese print that stands in
a grid can also be read downwards, but the strips cut across it are short."""
FAR_AHEAD = 4.0
"""… and of the first lines alone, for the others not to be asked."""


def vote_by_reading(recognise: Recogniser) -> Vote:
    """A vote that reads a few lines of the page in each direction and compares how much it gets."""

    def vote(pixels: Pixels) -> int | None:
        scale = min(1.0, SEEN_SIDE / max(pixels.shape[:2]))
        small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        page: Pixels = np.asarray(small, dtype=np.uint8)
        level = _line_pictures(page)
        upended = _line_pictures(np.ascontiguousarray(np.rot90(page)))
        # Turned back by one quarter, print that stood on its side is level, either way up.
        by_turn = {0: level, 90: upended, 180: _over(level), 270: _over(upended)}
        first = {turn: _legible(recognise(by_turn[turn][:FIRST_LINES])) for turn in TURNS}
        settled = _foremost(first, FAR_AHEAD)
        if settled is not None:
            return settled
        rest = {turn: _legible(recognise(by_turn[turn][FIRST_LINES:])) for turn in TURNS}
        return _foremost({turn: first[turn] + rest[turn] for turn in TURNS}, AHEAD)

    return vote


def _foremost(legible: Mapping[int, float], ahead: float) -> int | None:
    """The turn in which most was read, where that is enough and so many times the next."""
    best, second = sorted(TURNS, key=lambda turn: -legible[turn])[:2]
    return best if legible[best] >= max(LEGIBLE, ahead * legible[second]) else None


def _legible(readings: Sequence[Reading]) -> float:
    """How many characters were read, those of doubtful lines counting less."""
    return sum(len(reading.text) * reading.confidence**2 for reading in readings)


def _over(pictures: Sequence[Pixels]) -> list[Pixels]:
    """The pictures turned upside down."""
    return [np.ascontiguousarray(picture[::-1, ::-1]) for picture in pictures]


def _line_pictures(page: Pixels) -> list[Pixels]:
    """Pictures of what looks like level lines of print, the longest first."""
    grey = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)
    stands_out = cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, np.ones((15, 15), np.uint8))
    dark = (stands_out > 50).astype(np.uint8)
    ruled = cv2.max(
        cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, 80), np.uint8)),
        cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((80, 1), np.uint8)),
    )
    dark[cv2.dilate(ruled, np.ones((3, 3), np.uint8)) > 0] = 0
    words = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((3, 21), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(words, connectivity=4)
    found = [_box(stats[index]) for index in range(1, count)]
    lines = [
        (left, top, wide, high)
        for left, top, wide, high, filled in found
        if LOWEST <= high <= HIGHEST and wide >= 3 * high and filled >= 0.4 * wide * high
    ]
    lines.sort(key=lambda line: -min(line[2] / line[3], LONGEST))
    return [_picture(page, *line) for line in lines[:LINES]]


def _box(stats: NDArray[np.int32]) -> tuple[int, int, int, int, int]:
    left, top, wide, high, filled = (int(number) for number in stats)
    return left, top, wide, high, filled


def _picture(page: Pixels, left: int, top: int, wide: int, high: int) -> Pixels:
    """A line with a little paper around it, cut off where it gets long."""
    edge = max(2, high // 6)
    stop = left + min(wide, LONGEST * high) + edge
    rows = slice(max(0, top - edge), top + high + edge)
    return np.ascontiguousarray(page[rows, max(0, left - edge) : stop])
