"""Lines of text that a drawn line runs through: words that did not keep to their cell.

A box is cut where a ruling runs through it, because detectors join the print of neighbouring cells.
Where a word was written across the ruling, each piece reads well and is only half of the value.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractor.imaging.pixels import Mask, Pixels, Ruling
from extractor.ocr.boxes import Vertical, in_pixels
from models.document import TextLine

NEAR = 0.5
"""In heights of the line: how far from its end a ruling may lie that its last letter crosses."""

TOUCHING = 0.12
"""In heights of the line: paper on both sides of the ruling together. Letters of a word stand so
close; cells leave a margin on either side of the ruling, word processors five times as much."""

DRAWN = 0.85
"""Of the line's height: how much of it the ruling runs down without a gap."""

MARGIN = 0.15
"""Of the line's height: what detectors leave above and below, where the rulings of the row may lie."""

LEVEL = 0.45
"""The part of a row of pixels that is dark where a level ruling ends at an upright one; print with
its gaps and the paper beside the ruling is less."""

WANDERING = 3
"""Pixels that a ruling may lie beside its straight line."""

THROUGH = (0.3, 0.7)
"""Of a line's height: a ruling between these runs through its letters, one below underlines them."""

ALONG = 0.6
"""Of a line's width: how much of it a level ruling runs along."""


def with_crossed_doubted(
    lines: Sequence[TextLine], rulings: Sequence[Ruling], pixels: Pixels
) -> tuple[TextLine, ...]:
    """The lines; letters where a word goes on across a ruling, and those struck through, read weakly."""
    height, width = pixels.shape[:2]
    upright = [Vertical.of(each, width, height) for each in rulings if not each.horizontal]
    level = [each for each in rulings if each.horizontal]
    return tuple(
        line.less_sure(range(len(line.text)))
        if any(_runs_through(each, line) for each in level)
        else line.less_sure(_beside_crossings(line, upright, pixels))
        for line in lines
    )


def _runs_through(ruling: Ruling, line: TextLine) -> bool:
    """Whether a level ruling runs through the middle of the line."""
    (left, first), (right, last) = sorted((ruling.start, ruling.end))
    along = min(right, line.box.right) - max(left, line.box.left)
    if along < ALONG * line.box.width:
        return False
    x = line.box.centre[0]
    y = first + (last - first) * (x - left) / max(right - left, 1e-6)
    above, below = THROUGH
    return above * line.box.height < y - line.box.top < below * line.box.height


def _beside_crossings(
    line: TextLine, rulings: Sequence[Vertical], pixels: Pixels
) -> frozenset[int]:
    """The letters next to a ruling on whose other side the word goes on."""
    width = pixels.shape[1]
    rows, columns = in_pixels(line.box, width, pixels.shape[0])
    # Of a column of letters the width is a letter's height.
    tall = min(rows.stop - rows.start, columns.stop - columns.start)
    places: set[int] = set()
    for ruling in rulings:
        x = ruling.at((rows.start + rows.stop) / 2)
        near = columns.start - NEAR * tall < x < columns.stop + NEAR * tall
        if near and ruling.passes(rows.start, rows.stop) and _goes_on(pixels, ruling, rows, tall):
            places.update(_letters_beside(line, x / width))
    return frozenset(places)


def _letters_beside(line: TextLine, x: float) -> set[int]:
    """The last letter before a place on the line and the first one behind it, with what parts them."""
    count = len(line.text)
    step = line.box.width / max(1, count)
    centres = line.centres or [line.box.left + step * (at + 0.5) for at in range(count)]
    behind = sum(centre <= x for centre in centres)
    before = _up_to_a_letter(line.text, range(behind - 1, -1, -1))
    return before | _up_to_a_letter(line.text, range(behind, count))


def _up_to_a_letter(text: str, places: Sequence[int]) -> set[int]:
    """The places up to the first letter or digit: a point alone carries no value."""
    marked: set[int] = set()
    for at in places:
        marked.add(at)
        if text[at].isalnum():
            break
    return marked


def _goes_on(pixels: Pixels, ruling: Vertical, rows: slice, tall: int) -> bool:
    """Whether the print stands as close to both sides of the ruling as letters of a word do."""
    margin = round(MARGIN * tall)
    ink = _straight(pixels, ruling, slice(rows.start + margin, rows.stop - margin), reach=tall)
    # What is dark from end to end is a level ruling, and no print.
    ink = ink[ink.mean(axis=1) < LEVEL] if ink.size else ink
    if not ink.size:
        return False
    middle = ink.shape[1] // 2
    solid = np.flatnonzero(ink.mean(axis=0) >= DRAWN)
    drawn = solid[np.abs(solid - middle) <= WANDERING]
    if not len(drawn):
        return False
    marked = ink.sum(axis=0) > 1
    left, right = int(drawn[0]), int(drawn[-1])
    while left > 0 and ink[:, left - 1].mean() >= 0.5:
        left -= 1
    while right + 1 < ink.shape[1] and ink[:, right + 1].mean() >= 0.5:
        right += 1
    before, after = np.flatnonzero(marked[:left][::-1]), np.flatnonzero(marked[right + 1 :])
    if not len(before) or not len(after):
        return False
    return bool(before[0] + after[0] <= TOUCHING * tall)


def _straight(pixels: Pixels, ruling: Vertical, rows: slice, reach: int) -> Mask:
    """What is dark around the ruling, each row shifted so that the ruling stands upright."""
    width = pixels.shape[1]
    strips = []
    for y in range(max(0, rows.start), min(rows.stop, pixels.shape[0])):
        x = round(ruling.at(y))
        if x - reach < 0 or x + reach >= width:
            return np.zeros((0, 0), dtype=np.bool_)
        strips.append(pixels[y, x - reach : x + reach + 1].mean(axis=1))
    if not strips:
        return np.zeros((0, 0), dtype=np.bool_)
    grey = np.asarray(strips)
    ink, paper = np.percentile(grey, (2, 80))
    return np.asarray(grey < (ink + paper) / 2, dtype=np.bool_)
