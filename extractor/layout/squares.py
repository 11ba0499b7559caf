"""Small squares on a page: drawn with four thin lines, or filled."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Grey, Mask
from extractor.layout.square_marks import (
    HOLLOW,
    Square,
    ink_inside,
    is_black_inside,
    is_character,
)

SMALLEST = 0.0062
"""Side of the smallest box as a share of the page's short side: 1.3 mm on A4."""
LARGEST = 0.034
"""… and of the largest, 7 mm; a table cell is at least a line of text with its margins."""


_THICKEST = 0.2
"""Of a box's side: its line, with the blur of the scan on both sides; strokes of bold type are more."""
_SQUARE = 0.8
"""Shorter over longer side of a box that is taken for a ticked one; parts of characters are flatter."""
_FULL = 0.7
"""Share of its rectangle that a filled mark covers: ● covers 0.785, ▣ with a worn margin as much."""


def find_squares(dark: Mask, grey: Grey) -> list[Square]:
    """Squares drawn with thin straight lines, whatever is inside, and squares filled right through.

    Both begin with a level stroke as long as a box is wide: their upper side, or all of them. A tick
    that leaves the box may run into the upper side, so the lower ones are begun with as well.
    """
    short = min(dark.shape)
    least, most = max(8, round(short * SMALLEST)), round(short * LARGEST)
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (least, 1))
    # A side that is not quite level steps from one row to the next: bridge the step.
    bridged = dark.astype(np.uint8)
    bridged[1:] |= bridged[:-1]
    opened = cv2.morphologyEx(bridged, cv2.MORPH_OPEN, kernel)
    _, _, stats, _ = cv2.connectedComponentsWithStats(opened, connectivity=8)
    strokes = stats[1:].astype(np.int_)
    strokes = strokes[strokes[:, 2] <= most]
    framed = _framed_below(dark, grey, strokes) + _framed_above(dark, grey, strokes)
    solid = strokes[strokes[:, 3] >= 0.8 * strokes[:, 2]]
    return framed + [square for stroke in solid if (square := _filled(dark, grey, stroke))]


def _has_sides(dark: Mask, strokes: NDArray[np.int_]) -> NDArray[np.bool_]:
    """For each level stroke whether something dark hangs all the way down from both of its ends."""
    height, width = dark.shape
    found = np.ones(len(strokes), dtype=np.bool_)
    for part in (0.25, 0.5, 0.75):
        rows = np.minimum(strokes[:, 1] + (part * strokes[:, 2]).astype(int), height - 1)
        for ends in (strokes[:, 0], strokes[:, 0] + strokes[:, 2] - 1):
            side = np.zeros(len(strokes), dtype=np.bool_)
            for shift in (-2, -1, 0, 1, 2):
                side |= dark[rows, np.clip(ends + shift, 0, width - 1)]
            found &= side
    return found


def _framed_below(
    dark: Mask, grey: Grey, strokes: NDArray[np.int_], upside_down: bool = False
) -> list[Square]:
    """The boxes whose upper sides the strokes are, or begin with."""
    framed = [
        _framed(dark, grey, side, upside_down)
        for stroke in strokes[_has_sides(dark, strokes)]
        if (side := _first_side(dark, stroke)) is not None
    ]
    return [square for square in framed if square is not None]


def _first_side(dark: Mask, stroke: NDArray[np.int_]) -> NDArray[np.int_] | None:
    """The stroke, or the thin one that a thick one begins with: a cross runs into the box's corners."""
    left, top, wide, high = (int(value) for value in stroke[:4])
    thin = max(4, round(_THICKEST * wide + 1))
    if high <= thin:
        return stroke
    level = np.flatnonzero(dark[top : top + thin + 1, left : left + wide].mean(axis=1) >= 0.9)
    # Bridging makes every stroke a row thicker than it is.
    return None if not len(level) else np.array([left, top, wide, int(level[-1]) + 2])


def _framed_above(dark: Mask, grey: Grey, strokes: NDArray[np.int_]) -> list[Square]:
    """The marked boxes whose lower sides the strokes are, found on the page turned upside down."""
    height = len(dark)
    over = strokes.copy()
    # Bridging lengthened the strokes downwards: their first dark row is their last one here.
    over[:, 1] = height - strokes[:, 1] - strokes[:, 3] + 1
    dark, grey = dark[::-1], grey[::-1]
    return [
        replace(square, top=height - square.bottom, bottom=height - square.top)
        for square in _framed_below(dark, grey, over, upside_down=True)
        if _is_marked(dark, square)
    ]


def _framed(
    dark: Mask, grey: Grey, stroke: NDArray[np.int_], upside_down: bool = False
) -> Square | None:
    """The box whose upper side the stroke is, or None where the other sides are not there."""
    left, top, wide, thick = (int(value) for value in stroke[:4])
    slack = max(2, round(0.1 * wide))
    if min(left, top) < slack:
        return None
    # Rows and columns around the box in which the sides must lie.
    window = dark[top - slack : top + round(1.3 * wide) + slack, left - slack : left + wide + slack]
    columns = window[:, slack : slack + wide]
    level = _joined(columns).mean(axis=1) >= 0.9
    below = np.flatnonzero(level[slack + round(0.7 * wide) : slack + round(1.25 * wide)])
    if not len(below):
        return None
    lower = slack + round(0.7 * wide) + int(below[0])
    foot = lower
    while foot + 1 < len(level) and level[foot + 1]:
        foot += 1
    # Bridging made the upper side, and joining the lower one, one row thicker than they are.
    line = max(thick - 1, foot - lower, 1)
    square = Square(left, top, left + wide, top - slack + foot + 1, line)
    upper = slack
    if upside_down:
        last = len(window) - 1
        window, upper, foot = window[::-1], last - foot, last - upper
    sound = line <= max(3, _THICKEST * square.side) and _upright_sides(
        window, slack, upper, foot, may_leave=_is_marked(dark, square)
    )
    return square if sound and _is_box(dark, grey, square) else None


def _is_box(dark: Mask, grey: Grey, square: Square) -> bool:
    """Whether the four sides are a box to tick, and no part of a character or of a table."""
    sides = sorted((square.right - square.left, square.bottom - square.top))
    return (
        (sides[0] >= _SQUARE * sides[1] or not _is_marked(dark, square))
        and _has_corners(dark, square)
        and _free_standing(dark, square)
        and _as_high_as_print(dark, square)
        and not is_character(dark, grey, square)
    )


def _is_marked(dark: Mask, square: Square) -> bool:
    inside = ink_inside(dark, square)
    return bool(inside.size > 0 and inside.mean() > HOLLOW)


def _joined(rows: Mask) -> Mask:
    """Each row together with the next, so that a side a little out of level still counts."""
    joined = rows.copy()
    joined[:-1] |= rows[1:]
    return joined


def _upright_sides(window: Mask, slack: int, upper: int, foot: int, may_leave: bool) -> bool:
    """Whether a stroke runs down both edges from the upper side to the lower and ends there.

    口 has feet that stand out below, a table's lines go on: a box has neither. Only a tick may
    leave it, through the upper right corner.
    """
    for part, leaves in (
        (window[:, : 2 * slack + 1], False),
        (window[:, -2 * slack - 1 :], may_leave),
    ):
        between = _joined(part[upper : foot + 1].T).mean(axis=1)
        best = int(between.argmax())
        spare = max(1, round(0.05 * (foot - upper)))
        beyond = part[:, max(0, best - 1) : best + 2]
        goes_on = bool(beyond[upper - slack : upper - spare].any()) and not leaves
        if between[best] < 0.9 or goes_on or beyond[foot + spare + 1 : foot + slack + 1].any():
            return False
    return True


def _has_corners(dark: Mask, square: Square) -> bool:
    """Whether the sides meet at right angles: D, P and O are round there."""
    reach = max(2, round(0.12 * square.side))
    rows = (slice(square.top, square.top + reach), slice(square.bottom - reach, square.bottom))
    columns = (slice(square.left, square.left + reach), slice(square.right - reach, square.right))
    return all(bool(dark[row, column].mean() >= 0.2) for row in rows for column in columns)


def _free_standing(dark: Mask, square: Square) -> bool:
    """Whether there is paper round it.

    Its option may follow close by, and a tick may stick out; but nothing stands over or under it,
    as strokes do where 口 is part of a character, and it is no part of a QR code.
    """
    height, width = dark.shape
    top, bottom, left, right = square.top, square.bottom, square.left, square.right
    reach = square.side
    if top < reach or left < reach or bottom + reach >= height or right + reach >= width:
        return False
    for share in (0.1, 0.22):
        gap = max(2, round(share * square.side))
        if max(dark[top - gap, left:right].mean(), dark[bottom + gap, left:right].mean()) > 0.25:
            return False
    gap = max(1, round(0.06 * square.side)) + 1
    beside = [dark[top:bottom, edge].mean() for edge in (left - gap, right - 1 + gap)]
    around = dark[top - reach : bottom + reach, left - reach : right + reach]
    own = dark[top:bottom, left:right]
    crowd = (around.sum() - own.sum()) / max(1, around.size - own.size)
    return bool(min(beside) <= 0.25 and crowd <= 0.35)


def _as_high_as_print(dark: Mask, square: Square) -> bool:
    """Whether it is at least half as high as the print beside it; in 可 and 品 the 口 is less."""
    side = square.side
    left, right = max(0, square.left - 2 * side), square.right + 2 * side
    top = max(0, square.top - 2 * side)
    window = dark[top : square.bottom + 2 * side, left:right]
    # A table's upright line is no print, nor are the blurred columns beside it.
    ruled = cv2.dilate((window.mean(axis=0) > 0.75).astype(np.uint8)[None], np.ones((1, 5)))
    rows = np.asarray(window[:, np.asarray(ruled)[0] == 0].any(axis=1))
    first, last = square.top - top, square.bottom - top
    while first > 0 and rows[first - 1]:
        first -= 1
    while last < len(rows) and rows[last]:
        last += 1
    return bool(side >= 0.5 * (last - first))


def _filled(dark: Mask, grey: Grey, stroke: NDArray[np.int_]) -> Square | None:
    """The solid square ■ the stroke is; None for a blot, a blurred character, part of a code."""
    left, top, wide, high, area = (int(value) for value in stroke)
    if not (0.85 <= wide / high <= 1.18 and area >= _FULL * wide * high):
        return None
    square = Square(left, top, left + wide, top + high, 0)
    black = is_black_inside(grey, square)
    if not black or not _free_standing(dark, square) or _in_a_frame(dark, square):
        return None
    return square


def _in_a_frame(dark: Mask, square: Square) -> bool:
    """Whether a thick frame runs round it, as round the middle of a QR code's corner.

    That one is a third as thick as the middle is wide; the frame of ▣ is a thin line.
    """
    reach = round(0.9 * square.side)
    top, left = max(0, square.top - reach), max(0, square.left - reach)
    window = dark[top : square.bottom + reach, left : square.right + reach]
    level, upright = window.mean(axis=1) > 0.7, window.mean(axis=0) > 0.7
    row, column = square.top - top, square.left - left
    sides = (
        level[:row],
        level[row + square.side :],
        upright[:column],
        upright[column + square.side :],
    )
    return all(int(side.sum()) >= max(1, round(_THICKEST * square.side)) for side in sides)
