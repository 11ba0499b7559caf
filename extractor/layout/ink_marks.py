"""Ink that no read line, seal or ruling accounts for: a signature, a drawing."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Mask, Pixels, Ruling
from models.document import BoundingBox, InkMark, Seal, TextLine

_WORKING_SIDE = 1100
"""Longest side in pixels on which marks are looked for; a pen stroke on A4 is then 2 wide."""

_READ = 0.6
"""A line read worse than this may be handwriting that was taken for print: it explains nothing."""

_LEAST_HEIGHT = 0.009
"""Height of the smallest mark as a share of the page's height: 2.7 mm on A4, the body of small
handwriting; specks, dots and the dust of a scanner are less."""
_LEAST_WIDTH = 0.022
"""… and its width as a share of the page's width: 4.6 mm, one written character."""
_LEAST_INK = 1.2e-5
"""Share of the page its strokes cover: a 15 mm long line of a ball pen, under 1 mm²."""


def find_ink_marks(
    pixels: Pixels,
    lines: Sequence[TextLine],
    seals: Sequence[Seal],
    rulings: Sequence[Ruling],
) -> tuple[InkMark, ...]:
    """What was drawn or written by hand on the upright page, from top to bottom.

    Pixels are the page as scanned: a signature in blue or black over a red seal counts, and the
    red of the seal does not.
    """
    step = max(1, round(max(pixels.shape[:2]) / _WORKING_SIDE))
    small = np.ascontiguousarray(pixels[::step, ::step])
    ink = _dark(small)
    _clear_lines(ink, lines)
    _clear_seals(ink, small, seals)
    _clear_rulings(ink, rulings)
    height, width = ink.shape
    reach = max(3, round(0.008 * width)) | 1
    near = cv2.getStructuringElement(cv2.MORPH_RECT, (reach, max(3, reach // 2) | 1))
    groups = cv2.dilate(ink.astype(np.uint8), near)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(groups, connectivity=8)
    weights = np.bincount(labels.ravel(), weights=ink.ravel(), minlength=count)
    marks: list[InkMark] = []
    for label in range(1, count):
        if weights[label] < _LEAST_INK * ink.size:
            continue
        window = _window(stats[label])
        inside = ink[window] & (labels[window] == label)
        mark = _mark(inside, window, (height, width))
        if mark is not None:
            marks.append(mark)
    return tuple(sorted(marks, key=lambda each: (each.box.top, each.box.left)))


def _dark(pixels: Pixels) -> Mask:
    """Where anything is written, in any colour: the darkest channel below its surroundings."""
    lowest = pixels.min(axis=2)
    reach = max(15, round(min(lowest.shape) * 0.04)) | 1
    around = cv2.blur(lowest, (reach, reach)).astype(np.int16)
    return np.asarray(lowest < around - 35, dtype=np.bool_)


def _cut(ink: Mask, box: BoundingBox, spare_x: float, spare_y: float) -> tuple[slice, slice]:
    """The pixels of the box, widened by these fractions of the page."""
    height, width = ink.shape
    return (
        slice(
            max(0, int((box.top - spare_y) * height)),
            int(np.ceil((box.bottom + spare_y) * height)),
        ),
        slice(
            max(0, int((box.left - spare_x) * width)),
            int(np.ceil((box.right + spare_x) * width)),
        ),
    )


def _clear_lines(ink: Mask, lines: Sequence[TextLine]) -> None:
    height, width = ink.shape
    for line in lines:
        if line.confidence >= _READ and line.text.strip():
            spare = 0.25 * line.box.height
            ink[_cut(ink, line.box, spare * height / width, spare)] = False


def _clear_seals(ink: Mask, pixels: Pixels, seals: Sequence[Seal]) -> None:
    """Removes the seals' own ink, and everything where the seal is grey like the writing."""
    for seal in seals:
        spare = 0.04 * seal.box.width
        window = _cut(ink, seal.box, spare, spare)
        if seal.colour in ("grey", "unknown"):
            ink[window] = False
            continue
        part = pixels[window].astype(np.int16)
        blue, green, red = part[:, :, 0], part[:, :, 1], part[:, :, 2]
        same = red - green > 20 if seal.colour == "red" else blue - red > 20
        blurred = cv2.dilate(same.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        ink[window] &= ~blurred


def _clear_rulings(ink: Mask, rulings: Sequence[Ruling]) -> None:
    height, width = ink.shape
    thick = max(5, round(0.005 * width))
    canvas = np.zeros(ink.shape, dtype=np.uint8)
    for ruling in rulings:
        start = (round(ruling.start[0] * width), round(ruling.start[1] * height))
        end = (round(ruling.end[0] * width), round(ruling.end[1] * height))
        cv2.line(canvas, start, end, (1,), thick)
    ink[canvas > 0] = False


def _window(stats: NDArray[np.int32]) -> tuple[slice, slice]:
    left, top, wide, high = (int(value) for value in stats[:4])
    return slice(top, top + high), slice(left, left + wide)


def _mark(inside: Mask, window: tuple[slice, slice], shape: tuple[int, int]) -> InkMark | None:
    """The mark in this window of the page, or None where it is no handwriting."""
    height, width = shape
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    top, bottom = window[0].start + rows[0], window[0].start + rows[-1] + 1
    left, right = window[1].start + columns[0], window[1].start + columns[-1] + 1
    if bottom - top < _LEAST_HEIGHT * height or right - left < _LEAST_WIDTH * width:
        return None
    if left <= 1 or top <= 1 or right >= width - 1 or bottom >= height - 1:
        # The shadow of the page's edge, or the table the page was photographed on.
        return None
    # Lines that were not taken for rulings are long and thin; filled areas are pictures.
    if float(inside[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].mean()) > 0.6:
        return None
    return InkMark(
        box=BoundingBox.clipped(left / width, top / height, right / width, bottom / height)
    )
