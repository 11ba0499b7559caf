"""Finds the drawn lines of tables on a straight page.

A ruling is a thin dark stroke with lighter paper on both sides, unbroken for longer than any
stroke of a letter and than any row of letters looks. What is shorter counts only where it reaches
from one ruling to another: the side of a low cell does, the foot of a letter does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Grey, Mask, Pixels, Ruling
from models.document import BoundingBox

SEEN_SIDE = 1170
"""Pixels of the longer side on which is looked: 100 dpi of an A4."""
MM = SEEN_SIDE / 297
"""Pixels for each millimetre of an A4 there."""
THICKEST = 2.2 * MM
"""A wider stroke is a bar, a shaded cell or part of a picture."""
LONG = 25 * MM
"""A stroke of this length is a ruling on its own: no letter and no arc of a seal is so long."""
PIECE = 10 * MM
"""Of a piece of such a ruling: a letter of that size is 28 points high."""
SHORT = 4 * MM
"""Of the least ruling between two others."""
UNBROKEN = 0.85
"""Share of its length over which a stroke is dark; noise and dust take away some of it."""
EVEN = 0.5
"""Share of the strongest contrast nearby that a ruling has throughout; letters vary more."""
AROUND = 5 * MM
"""Length along a ruling over which its contrast is compared."""
GAP = 2.5 * MM
"""Over which two pieces are one ruling. No row of a form is so low: over a wider gap the ruling
may really end, where cells are merged, so there must be a trace of it."""
TRACED_GAP = 25 * MM
"""Over which a faint or interrupted trace joins two pieces: under a seal, in a fold."""
TRACE = 0.8
"""Share of such a gap in which the trace must be seen."""
MEETS = 1.2 * MM
"""How far from another ruling a short one may end."""
INKED = 0.5
"""Share of a short stroke that lies on coloured ink where it is the rim of a seal and no side of a
cell: over the height of a row or two a rim is straight. Of a form printed in red only the cells
that a short ruling divides are lost."""
ON_RIM = 0.15
"""Of a seal's half axes: how far from its rim a straight stroke may lie that was made of an arc: over
the height of two rows the arc bends by a tenth."""
CONTRAST = 13
"""Levels by which a ruling is darker than the paper on both sides, beyond the page's noise."""


@dataclass(frozen=True)
class _Stroke:
    """A nearly horizontal stroke in pixels; vertical ones are looked for on the transposed page."""

    start: float
    stop: float
    at_start: float
    at_stop: float
    """Height at the left and right end."""

    @property
    def length(self) -> float:
        return self.stop - self.start

    def at(self, along: float) -> float:
        """Height of the stroke, or of what would continue it, at a place along it."""
        slope = (self.at_stop - self.at_start) / max(1.0, self.length)
        return self.at_start + slope * (along - self.start)


def find_rulings(pixels: Pixels, ink: Mask | None = None) -> tuple[Ruling, ...]:
    """The horizontal, then the vertical rulings, pieces joined; each from top to bottom or left.

    Give the page as scanned: coloured ink is overlooked here, while an image from which it was
    lifted for reading has lost pale rulings with it.

    Args:
        pixels: the page as scanned, straight.
        ink: where coloured ink lies on it, of the same height and width.
    """
    grey = _shrunk(pixels)
    high, wide = grey.shape
    across, down = _Direction(grey), _Direction(np.ascontiguousarray(grey.T))
    level, upright = across.long(), down.long()
    level, upright = level + across.between(upright), upright + down.between(level)
    if ink is not None and ink.any():
        whole = ink.view(np.uint8) * 255
        small = cv2.resize(whole, (wide, high), interpolation=cv2.INTER_AREA)
        inked: Grey = np.asarray(small, dtype=np.uint8)
        level = [each for each in level if not _is_of_a_rim(each, inked)]
        upright = [each for each in upright if not _is_of_a_rim(each, inked.T)]
    found = [
        Ruling((each.start / wide, each.at_start / high), (each.stop / wide, each.at_stop / high))
        for each in sorted(level, key=lambda each: each.at_start)
    ]
    found += [
        Ruling((each.at_start / wide, each.start / high), (each.at_stop / wide, each.stop / high))
        for each in sorted(upright, key=lambda each: each.at_start)
    ]
    return tuple(found)


def without_rims(rulings: Sequence[Ruling], seals: Sequence[BoundingBox]) -> tuple[Ruling, ...]:
    """The rulings but those that are pieces of the rims of round or oval seals.

    For seals without colour, which only their shape tells from print.

    Args:
        rulings: of the page.
        seals: the boxes of the seals, in fractions of it.
    """
    return tuple(each for each in rulings if not any(_lies_on(box, each) for box in seals))


def _lies_on(seal: BoundingBox, ruling: Ruling) -> bool:
    """Whether both ends and the middle of the ruling lie on the rim."""
    ends = np.array([ruling.start, ruling.end])
    places = np.vstack([ends, ends.mean(axis=0)]) - np.array(seal.centre)
    away = np.hypot(*(places / np.array([seal.width / 2, seal.height / 2])).T)
    return bool((np.abs(away - 1) <= ON_RIM).all())


def _is_of_a_rim(stroke: _Stroke, inked: Grey) -> bool:
    """Whether a short stroke is coloured ink; ``inked`` lies as the stroke does."""
    along = np.arange(int(stroke.start), int(stroke.stop))
    if stroke.length >= LONG or not len(along):
        return False
    across = np.array([stroke.at(float(place)) for place in along]).astype(np.intp)
    rows = across[:, None] + np.array([-1, 0, 1])
    seen = inked[rows.clip(0, inked.shape[0] - 1), along[:, None].clip(0, inked.shape[1] - 1)]
    return bool((seen.max(axis=1) >= 100).mean() >= INKED)


def _shrunk(pixels: Pixels) -> Grey:
    """The lightest channel at ``SEEN_SIDE``, the darkest of merged pixels kept.

    Black is dark in every channel and coloured ink is not; thin lines survive the shrinking.
    """
    blue, green, red = cv2.split(pixels)
    grey = cv2.max(cv2.max(blue, green), red)
    step = max(grey.shape) / SEEN_SIDE
    if step >= 1.5:
        grey = cv2.erode(grey, np.ones((2, 2), np.uint8), anchor=(0, 0))
    size = (max(1, round(grey.shape[1] / step)), max(1, round(grey.shape[0] / step)))
    how = cv2.INTER_AREA if step > 1 else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(grey, size, interpolation=how), dtype=np.uint8)


class _Direction:
    """The nearly horizontal strokes of a page; hand it transposed for the vertical ones."""

    def __init__(self, grey: Grey) -> None:
        thickest = round(THICKEST) | 1
        # Dark beyond the edges, so that a strip of the scanner's bed along one is no thin stroke.
        framed = cv2.copyMakeBorder(
            grey, thickest, thickest, 0, 0, cv2.BORDER_CONSTANT, value=(0, 0, 0)
        )
        stands_out = cv2.morphologyEx(framed, cv2.MORPH_BLACKHAT, np.ones((thickest, 1), np.uint8))
        stands_out = stands_out[thickest:-thickest]
        level = CONTRAST + float(np.median(stands_out[::4, ::4]))
        # A row of letters is uneven: dark only where it is dark for its surroundings along the row.
        around = cv2.dilate(stands_out, np.ones((1, round(AROUND) | 1), np.uint8))
        dark = (stands_out > level) & (stands_out >= EVEN * around.astype(np.float32))
        self._dark = dark.astype(np.uint8)
        self._faint = np.asarray(stands_out > level / 2)

    def long(self) -> list[_Stroke]:
        """The rulings of ``LONG`` and more."""
        pieces = _joined(self._unbroken(round(PIECE)), self._faint)
        return [each for each in pieces if each.length >= LONG]

    def between(self, crossing: Sequence[_Stroke]) -> list[_Stroke]:
        """The shorter rulings that reach from one of these to another."""
        if not crossing:
            return []
        short = [each for each in self._unbroken(round(SHORT)) if each.length < LONG]
        return [
            each
            for each in short
            if _meets(each.start, each.at_start, crossing)
            and _meets(each.stop, each.at_stop, crossing)
        ]

    def _unbroken(self, run: int) -> list[_Stroke]:
        """Every stroke that is dark over at least ``run`` pixels, unless it is too thick."""
        share = cv2.boxFilter(self._dark * 255, -1, (run, 1), borderType=cv2.BORDER_CONSTANT)
        runs = cv2.dilate((share >= UNBROKEN * 255).astype(np.uint8), np.ones((1, run), np.uint8))
        count, labels, stats, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
        strokes = (
            self._stroke(
                np.asarray(labels, dtype=np.int32),
                index,
                [int(number) for number in stats[index]],
            )
            for index in range(1, count)
        )
        return [stroke for stroke in strokes if stroke is not None]

    def _stroke(
        self, labels: NDArray[np.int32], index: int, stats: Sequence[int]
    ) -> _Stroke | None:
        """A connected piece as a straight stroke, cut to where it is dark."""
        left, top, wide, high, _ = stats
        if high > THICKEST + 0.06 * wide:
            return None
        box = slice(top, top + high), slice(left, left + wide)
        inside = (labels[box] == index) & (self._dark[box] > 0)
        columns = np.flatnonzero(inside.any(axis=0))
        if not len(columns) or inside.sum() > THICKEST * len(columns):
            return None
        start, stop = int(columns[0]), int(columns[-1]) + 1
        reach = max(1, min(stop - start, round(2 * MM)))
        return _Stroke(
            left + start,
            left + stop,
            top + _middle(inside[:, start : start + reach]),
            top + _middle(inside[:, stop - reach : stop]),
        )


def _middle(inside: NDArray[np.bool_]) -> float:
    """Mean height of the pixels of a mask, in pixels from its top edge."""
    rows = inside.sum(axis=1)
    return float((rows * (np.arange(len(rows)) + 0.5)).sum() / max(1, rows.sum()))


def _meets(end: float, height: float, crossing: Sequence[_Stroke]) -> bool:
    """Whether a stroke that ends there ends at one of the others."""
    return any(
        abs(end - other.at(height)) <= MEETS and other.start - MEETS <= height <= other.stop + MEETS
        for other in crossing
    )


def _joined(pieces: Sequence[_Stroke], faint: NDArray[np.bool_]) -> list[_Stroke]:
    """Pieces that continue each other as one stroke."""
    joined: list[_Stroke] = []
    for piece in sorted(pieces, key=lambda piece: piece.start):
        for index, before in enumerate(joined):
            if _continues(before, piece, faint):
                joined[index] = _Stroke(
                    before.start,
                    max(before.stop, piece.stop),
                    before.at_start,
                    piece.at_stop if piece.stop > before.stop else before.at_stop,
                )
                break
        else:
            joined.append(piece)
    return joined


def _continues(before: _Stroke, piece: _Stroke, faint: NDArray[np.bool_]) -> bool:
    """Whether a piece lies in the run of another, over a gap that is short or shows a trace."""
    gap = piece.start - before.stop
    if gap <= 0:
        return abs(before.at(piece.start) - piece.at_start) <= 1.5
    if gap > TRACED_GAP or abs(before.at_stop - piece.at_start) > 1.5 + 0.03 * gap:
        return False
    if gap <= GAP:
        return True
    columns = np.arange(int(before.stop), int(piece.start))
    rows = np.linspace(before.at_stop, piece.at_start, len(columns)).astype(np.intp)
    seen = (
        faint[np.clip(rows + offset, 0, len(faint) - 1), columns].mean() for offset in (-1, 0, 1)
    )
    return bool(max(seen) >= TRACE)
