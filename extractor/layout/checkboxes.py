"""Printed boxes to tick: where they are, and whether they are ticked."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Grey, Mask, Pixels
from models.document import BoundingBox, Checkbox

_SMALLEST = 0.0055
"""Side of the smallest box as a share of the page's short side: 1.2 mm on A4."""
_LARGEST = 0.034
"""… and of the largest, 7 mm; a table cell is at least a line of text with its margins."""

_HOLLOW = 0.04
"""Share of dark pixels inside up to which a box is empty; specks and blurred sides stay below."""
_TICKED = 0.10
"""… and from which it holds a mark: a thin √ covers about an eighth of the inside."""


@dataclass(frozen=True)
class _Square:
    """Four sides in pixels, right and bottom excluded, and how thick they are."""

    left: int
    top: int
    right: int
    bottom: int
    line: int

    @property
    def side(self) -> int:
        return max(self.right - self.left, self.bottom - self.top)


def find_checkboxes(pixels: Pixels, as_scanned: Pixels | None = None) -> tuple[Checkbox, ...]:
    """The boxes of an upright page, from top to bottom.

    Args:
        pixels: the page with coloured ink lifted off, where that was done.
        as_scanned: the same page with its ink. A box that looks different there has a coloured
            tick, or a seal over it: its state is None.
    """
    dark = _dark(pixels)
    inked = None if as_scanned is None else _dark(as_scanned)
    height, width = dark.shape
    found: list[Checkbox] = []
    for square in _hollow_squares(dark) + _solid_squares(dark):
        state = _state(dark, square)
        if inked is not None and _state(inked, square) != state:
            state = None
        box = BoundingBox.clipped(
            square.left / width,
            square.top / height,
            square.right / width,
            square.bottom / height,
        )
        if all(box.overlap(other.box) < 0.3 for other in found):
            found.append(Checkbox(box=box, checked=state))
    return tuple(sorted(found, key=lambda each: (each.box.top, each.box.left)))


def _dark(pixels: Pixels) -> Mask:
    """Where print is, whatever the light: darker than its surroundings."""
    grey: Grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    reach = max(15, round(min(grey.shape) * 0.03)) | 1
    around = cv2.blur(grey, (reach, reach)).astype(np.int16)
    # A solid box darkens its own surroundings: what is black outright is print all the same.
    paper = float(np.quantile(grey[::7, ::7], 0.7))
    return np.asarray((grey < around - 28) | (grey < 0.42 * paper), dtype=np.bool_)


def _hollow_squares(dark: Mask) -> list[_Square]:
    """Squares drawn with thin straight lines, whatever is inside."""
    short = min(dark.shape)
    least, most = max(8, round(short * _SMALLEST)), round(short * _LARGEST)
    level = _strokes(dark, least, most, across=True)
    upright = _strokes(dark, least, most, across=False)
    squares: list[_Square] = []
    if not len(level) or not len(upright):
        return squares
    for left, top, wide, thick in level:
        near = level[
            (np.abs(level[:, 0] - left) <= max(2, 0.1 * wide))
            & (np.abs(level[:, 2] - wide) <= max(2, 0.14 * wide))
            & (level[:, 1] > top + 0.7 * wide)
            & (level[:, 1] < top + 1.25 * wide)
        ]
        for low_left, low_top, low_wide, low_thick in near:
            right = max(left + wide, low_left + low_wide)
            line = int(max(thick, low_thick))
            square = _Square(
                int(min(left, low_left)), int(top), int(right), int(low_top + low_thick), line
            )
            if (
                line <= max(3, 0.16 * square.side)
                and _closed(square, upright)
                and _free_standing(dark, square)
                and not _is_character(dark, square)
            ):
                squares.append(square)
    return squares


def _strokes(dark: Mask, least: int, most: int, across: bool) -> NDArray[np.int_]:
    """Straight strokes along one axis, each as (left, top, width, height)."""
    length = max(5, round(least * 0.8))
    shape = (length, 1) if across else (1, length)
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, shape)
    opened = cv2.morphologyEx(dark.astype(np.uint8), cv2.MORPH_OPEN, kernel)
    _, _, stats, _ = cv2.connectedComponentsWithStats(opened, connectivity=8)
    strokes = stats[1:, :4].astype(np.int_)
    long, thick = (2, 3) if across else (3, 2)
    kept = (
        (strokes[:, long] >= least)
        & (strokes[:, long] <= most)
        & (strokes[:, thick] <= np.maximum(3, 0.3 * strokes[:, long]))
    )
    return np.asarray(strokes[kept])


def _closed(square: _Square, upright: NDArray[np.int_]) -> bool:
    """Whether a straight stroke runs along the left and another along the right side."""
    slack = max(2, round(0.1 * square.side))
    high = square.bottom - square.top
    for edge in (square.left, square.right):
        ends = upright[:, 0] if edge == square.left else upright[:, 0] + upright[:, 2]
        beside = (
            (np.abs(ends - edge) <= slack)
            # 口 has feet that stand out below, a table's lines go on: a box has neither.
            & (np.abs(upright[:, 1] - square.top) <= max(1, round(0.05 * square.side)))
            & (np.abs(upright[:, 1] + upright[:, 3] - square.bottom) <= max(1, 0.05 * square.side))
            & (upright[:, 3] >= 0.9 * high)
        )
        if not beside.any():
            return False
    return True


def _free_standing(dark: Mask, square: _Square) -> bool:
    """Whether there is paper round it; a tick may stick out, a character's strokes go on."""
    gap = max(1, round(0.06 * square.side))
    top, bottom = square.top - gap - 1, square.bottom + gap
    left, right = square.left - gap - 1, square.right + gap
    height, width = dark.shape
    if top < 0 or left < 0 or bottom >= height or right >= width:
        return False
    sides = [
        dark[top, left : right + 1],
        dark[bottom, left : right + 1],
        dark[top : bottom + 1, left],
        dark[top : bottom + 1, right],
    ]
    return sum(float(side.mean()) > 0.25 for side in sides) <= 1


def _inside(dark: Mask, square: _Square) -> Mask:
    """The pixels within the sides, without the blur along them."""
    inset = square.line + max(1, round(0.07 * square.side))
    return dark[
        square.top + inset : square.bottom - inset, square.left + inset : square.right - inset
    ]


def _is_character(dark: Mask, square: _Square) -> bool:
    """Whether it is 日, 目, 田, 回, 国 …: level or upright strokes inside, and not filled."""
    inside = _inside(dark, square)
    if inside.size == 0:
        return True
    share = float(inside.mean())
    if share <= _HOLLOW or share >= 0.7:
        return False
    level = float(inside.mean(axis=1).max())
    upright = float(inside.mean(axis=0).max())
    return max(level, upright) > 0.62


def _solid_squares(dark: Mask) -> list[_Square]:
    """■: squares filled right through."""
    short = min(dark.shape)
    least, most = max(8, round(short * _SMALLEST)), round(short * _LARGEST)
    core = cv2.getStructuringElement(cv2.MORPH_RECT, (max(5, round(0.75 * least)),) * 2)
    opened = cv2.morphologyEx(dark.astype(np.uint8), cv2.MORPH_OPEN, core)
    _, _, stats, _ = cv2.connectedComponentsWithStats(opened, connectivity=8)
    squares: list[_Square] = []
    for left, top, wide, high, area in stats[1:]:
        alike = 0.85 <= wide / high <= 1.18
        if not (alike and least <= min(wide, high) and max(wide, high) <= most):
            continue
        square = _Square(int(left), int(top), int(left + wide), int(top + high), 0)
        full = area >= 0.93 * wide * high
        if full and _free_standing(dark, square) and not _in_a_frame(dark, square):
            squares.append(square)
    return squares


def _in_a_frame(dark: Mask, square: _Square) -> bool:
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


def _state(dark: Mask, square: _Square) -> bool | None:
    """Ticked, empty, or None where the ink inside is neither nothing nor a mark."""
    inside = _inside(dark, square)
    share = float(inside.mean()) if inside.size else 0.0
    if share <= _HOLLOW:
        return False
    return True if share >= _TICKED else None
