"""Small squares on a page: drawn with four thin lines, or filled."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Grey, Mask

_SMALLEST = 0.0062
"""Side of the smallest box as a share of the page's short side: 1.3 mm on A4."""
_LARGEST = 0.034
"""… and of the largest, 7 mm; a table cell is at least a line of text with its margins."""
HOLLOW = 0.04
"""Share of dark pixels inside up to which a box is empty; specks and blurred sides stay below."""


@dataclass(frozen=True)
class Square:
    """Four sides in pixels, right and bottom excluded, and how thick they are."""

    left: int
    top: int
    right: int
    bottom: int
    line: int

    @property
    def side(self) -> int:
        """The longer side, in pixels."""
        return max(self.right - self.left, self.bottom - self.top)


def find_squares(dark: Mask, grey: Grey) -> list[Square]:
    """Squares drawn with thin straight lines, whatever is inside, and squares filled right through.

    Both begin with a level stroke as long as a box is wide: their upper side, or all of them.
    """
    short = min(dark.shape)
    least, most = max(8, round(short * _SMALLEST)), round(short * _LARGEST)
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (least, 1))
    # A side that is not quite level steps from one row to the next: bridge the step.
    bridged = dark.astype(np.uint8)
    bridged[1:] |= bridged[:-1]
    opened = cv2.morphologyEx(bridged, cv2.MORPH_OPEN, kernel)
    _, _, stats, _ = cv2.connectedComponentsWithStats(opened, connectivity=8)
    strokes = stats[1:].astype(np.int_)
    strokes = strokes[strokes[:, 2] <= most]
    thin = strokes[strokes[:, 3] <= np.maximum(4, 0.17 * strokes[:, 2] + 1)]
    framed = [_framed(dark, stroke) for stroke in thin[_has_sides(dark, thin)]]
    squares = [square for square in framed if square is not None]
    solid = strokes[strokes[:, 3] >= 0.8 * strokes[:, 2]]
    return squares + [square for stroke in solid if (square := _filled(dark, grey, stroke))]


def _has_sides(dark: Mask, strokes: NDArray[np.int_]) -> NDArray[np.bool_]:
    """For each level stroke whether something dark hangs from both of its ends."""
    height, width = dark.shape
    rows = np.minimum(strokes[:, 1] + strokes[:, 2] // 2, height - 1)
    found = np.ones(len(strokes), dtype=np.bool_)
    for ends in (strokes[:, 0], strokes[:, 0] + strokes[:, 2] - 1):
        side = np.zeros(len(strokes), dtype=np.bool_)
        for shift in (-2, -1, 0, 1, 2):
            side |= dark[rows, np.clip(ends + shift, 0, width - 1)]
        found &= side
    return found


def _framed(dark: Mask, stroke: NDArray[np.int_]) -> Square | None:
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
    inside = ink_inside(dark, square)
    marked = inside.size > 0 and float(inside.mean()) > HOLLOW
    if line > max(3, 0.17 * square.side) or not _upright_sides(window, slack, foot, marked):
        return None
    whole = (
        _has_corners(dark, square)
        and _free_standing(dark, square)
        and _as_high_as_print(dark, square)
        and not _is_character(dark, square)
    )
    return square if whole else None


def _joined(rows: Mask) -> Mask:
    """Each row together with the next, so that a side a little out of level still counts."""
    joined = rows.copy()
    joined[:-1] |= rows[1:]
    return joined


def _upright_sides(window: Mask, slack: int, foot: int, may_leave: bool) -> bool:
    """Whether a stroke runs down both edges from the upper side to the lower and ends there.

    口 has feet that stand out below, a table's lines go on: a box has neither. Only a tick may
    leave it, through the upper right corner.
    """
    for part, leaves in (
        (window[:, : 2 * slack + 1], False),
        (window[:, -2 * slack - 1 :], may_leave),
    ):
        between = _joined(part[slack : foot + 1].T).mean(axis=1)
        best = int(between.argmax())
        spare = max(1, round(0.05 * (foot - slack)))
        beyond = part[:, max(0, best - 1) : best + 2]
        goes_on = bool(beyond[: slack - spare].any()) and not leaves
        if between[best] < 0.9 or goes_on or beyond[foot + spare + 1 : foot + slack].any():
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


def ink_inside(dark: Mask, square: Square) -> Mask:
    """The pixels within the sides, without the blur along them."""
    inset = square.line + max(1, round(0.07 * square.side))
    rows = dark[square.top + inset : square.bottom - inset]
    return rows[:, square.left + inset : square.right - inset]


def _is_character(dark: Mask, square: Square) -> bool:
    """Whether it is 日, 目, 田, 回, 国 …: level or upright strokes inside, or all run together."""
    inside = ink_inside(dark, square)
    if inside.size == 0:
        return True
    share = float(inside.mean())
    if share <= HOLLOW:
        return False
    if share >= 0.7:
        return not _has_paper_round_block(dark, square)
    longest = max(_longest_run(inside), _longest_run(inside.T))
    mirrored = inside[:, ::-1]
    alike = float((inside & mirrored).sum() / max(1, (inside | mirrored).sum()))
    # √ leans to one side, × has no long stroke; the characters are even or barred from side to side.
    if longest <= 0.4 or (longest <= 0.65 and alike <= 0.7):
        return False
    return not _is_block(inside, square.side)


def _longest_run(inside: Mask) -> float:
    """The longest level stroke inside, as a share of the width."""
    length = inside.shape[1]
    for run in range(length, 0, -1):
        kernel = np.ones((1, run), np.uint8)
        if cv2.erode(inside.astype(np.uint8), kernel, borderValue=(0,)).any():
            return float(run / length)
    return 0.0


def _is_block(inside: Mask, side: int) -> bool:
    """Whether the ink inside is one filled rectangle, half as wide as the box or wider, as in ▣.

    The corner of a QR code has one too: three of its seven modules wide.
    """
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    block = inside[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return bool(block.mean() > 0.85 and min(block.shape) >= 0.48 * side)


def _has_paper_round_block(dark: Mask, square: Square) -> bool:
    """Whether paper shows between each side and what fills the box, as in ▣."""
    own = dark[square.top : square.bottom, square.left : square.right]
    deep = square.line + max(2, round(0.15 * square.side))
    # From each side inwards; the strokes of the other two sides are left out.
    across = own[deep:-deep].mean(axis=0) if len(own) > 2 * deep else np.ones(1)
    along = own[:, deep:-deep].mean(axis=1) if own.shape[1] > 2 * deep else np.ones(1)
    return all(
        bool(edge[:deep].min() <= 0.25) for edge in (across, across[::-1], along, along[::-1])
    )


def _filled(dark: Mask, grey: Grey, stroke: NDArray[np.int_]) -> Square | None:
    """The solid square ■ the stroke is; None for a blot, a blurred character, part of a code."""
    left, top, wide, high, area = (int(value) for value in stroke)
    if not (0.85 <= wide / high <= 1.18 and area >= 0.95 * wide * high):
        return None
    square = Square(left, top, left + wide, top + high, 0)
    core = grey[top + 2 : top + high - 2, left + 2 : left + wide - 2].astype(np.float32)
    # Print is one black; characters that ran together are a mixture.
    even = core.size > 0 and float(core.max() - core.min()) < 60
    if not even or not _free_standing(dark, square) or _in_a_frame(dark, square):
        return None
    return square


def _in_a_frame(dark: Mask, square: Square) -> bool:
    """Whether a frame runs round it, as round the middle of a QR code's corner."""
    reach = round(0.9 * square.side)
    top, left = max(0, square.top - reach), max(0, square.left - reach)
    window = dark[top : square.bottom + reach, left : square.right + reach]
    level, upright = window.mean(axis=1), window.mean(axis=0)
    row, column = square.top - top, square.left - left
    return bool(
        level[:row].max(initial=0) > 0.7
        and level[row + square.side :].max(initial=0) > 0.7
        and upright[:column].max(initial=0) > 0.7
        and upright[column + square.side :].max(initial=0) > 0.7
    )
