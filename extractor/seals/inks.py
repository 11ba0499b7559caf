"""Where coloured ink lies on a page, one map per family of inks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Mask, Pixels

Family = Literal["red", "blue"]
"""Red stands for every ink with more red than green in it: vermilion, pink, purple."""

FAMILIES: tuple[Family, ...] = ("red", "blue")

WORKING_SIDE = 1100
"""Longest side in pixels on which seals are looked for: a 15 mm chop on A4 is still 55 wide."""

_GLANCE_SIDE = 400
_LEAST_SHARE = 2e-4
"""A page with less coloured ink has no seal: a quarter of a 40 mm ring covers ten times that."""

_FAINT = 15
"""Levels above its surroundings from which a pixel counts as ink; JPEG chroma noise stays below."""


@dataclass(frozen=True)
class Inks:
    """The coloured ink of a page at a reduced size."""

    step: int
    """Every so many pixels of the page one was taken."""
    masks: dict[Family, Mask]


def coloured_inks(pixels: Pixels) -> Inks | None:
    """The ink maps of the page, or None where it has too little colour for any seal."""
    longest = max(pixels.shape[:2])
    glance = _thinned(pixels, longest // _GLANCE_SIDE)
    gains = _paper_gains(glance)
    glanced = _balanced(glance, gains)
    there = [name for name in FAMILIES if _enough(_ink(glanced, name))]
    if not there:
        return None
    step = max(1, round(longest / WORKING_SIDE))
    reduced = _balanced(_reduced(pixels, step), gains)
    masks = {name: _without_rulings(_ink(reduced, name)) for name in there}
    return Inks(step, {name: mask for name, mask in masks.items() if _enough(mask)})


def _enough(mask: Mask) -> bool:
    """Whether there is ink for a part of a seal."""
    return cv2.countNonZero(mask.view(np.uint8)) >= _LEAST_SHARE * mask.size


def _thinned(pixels: Pixels, step: int) -> Pixels:
    """Every so many pixels of the page: enough to see that there is no colour, and quick."""
    return np.ascontiguousarray(pixels[:: max(1, step), :: max(1, step)])


def _reduced(pixels: Pixels, step: int) -> Pixels:
    """The page reduced; averaging keeps a thin pale ring and levels the noise of the scanner."""
    step = max(1, step)
    height, width = pixels.shape[0] // step, pixels.shape[1] // step
    cut = pixels[: height * step, : width * step]
    return np.asarray(cv2.resize(cut, (width, height), interpolation=cv2.INTER_AREA), np.uint8)


def _paper_gains(pixels: Pixels) -> NDArray[np.float32]:
    """Factors that make the paper neutral; the paper is what the brighter half looks like."""
    flat = pixels.reshape(-1, 3)[::37]
    bright = flat[flat.sum(axis=1) >= np.median(flat.sum(axis=1))]
    paper = np.maximum(np.median(bright, axis=0), 60.0)
    return np.asarray((235.0 / paper).clip(0.8, 2.5), dtype=np.float32)


def _balanced(pixels: Pixels, gains: NDArray[np.float32]) -> Pixels:
    """The picture with neutral paper."""
    levels = np.arange(256, dtype=np.float32)[:, None] * gains[None, :]
    return np.asarray(cv2.LUT(pixels, levels.clip(0, 255).astype(np.uint8)[None]), np.uint8)


def _ink(balanced: Pixels, family: Family) -> Mask:
    """The mask of red-like or blue-like ink; gold, green and brown print belongs to neither."""
    blue, green, red = cv2.split(balanced)
    more_red = cv2.subtract(red, green, dtype=cv2.CV_16S)
    more_green = cv2.subtract(green, blue, dtype=cv2.CV_16S)
    if family == "red":
        excess, belongs = more_red, cv2.compare(more_red, more_green, cv2.CMP_GT)
    else:
        excess = cv2.subtract(blue, red, dtype=cv2.CV_16S)
        belongs = cv2.compare(more_red, cv2.add(more_green, more_green), cv2.CMP_GT)
    return _stands_out(np.asarray(cv2.bitwise_and(excess, excess, mask=belongs), dtype=np.int16))


def _stands_out(excess: NDArray[np.int16]) -> Mask:
    """Where the excess is well above what lies around: a tinted photo has no ink."""
    levels = excess.astype(np.float32)
    around = cv2.threshold(cv2.blur(levels, (61, 61)), 0, 0, cv2.THRESH_TOZERO)[1]
    return np.asarray(cv2.subtract(levels, around) > _FAINT, dtype=np.bool_)


def _without_rulings(mask: Mask) -> Mask:
    """The mask without straight lines longer than any seal's side: a form's coloured frame."""
    length = round(0.15 * min(mask.shape))
    ink = mask.view(np.uint8)
    inked = (cv2.reduce(ink, side, cv2.REDUCE_SUM, dtype=cv2.CV_32S).max() for side in (0, 1))
    if max(inked) < length:
        return mask
    level = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    upright = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    if not (level.any() or upright.any()):
        return mask
    return np.asarray(mask & (cv2.dilate(cv2.max(level, upright), np.ones((3, 3), np.uint8)) == 0))
