"""Letters that are no print but what is left of a seal's own words.

Dark red ink can't be lifted off without a trace, and a recogniser reads pale letters as well as dark
ones: 财务 of 财务专用章 runs on into the amount beside it, and the page as scanned says the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Mask, Pixels
from extractor.ocr.boxes import in_pixels
from extractor.ocr.second_reading import is_covered
from models.document import BoundingBox, TextLine

_LETTER = re.compile(r"[一-龥]")
PALE = 0.5
"""How dark a letter is, as a share of the page's print, under which it is none of it. Print under ink
keeps its darkness; what is left of ink has a third of it at most."""
INKED = 0.1
"""The part of a letter's place that lies under ink where the letter may be of ink."""
DARKEST = 2
"""Percent of the pixels of a letter's place that are its strokes for certain."""


def without_ink_letters(
    lines: Sequence[TextLine], clean: Pixels, ink: Mask
) -> tuple[TextLine, ...]:
    """The lines without what is left of a seal's words at their ends, and lines of nothing else.

    The letter next to what was taken away, and what is pale between others, read weakly.

    Args:
        lines: as read from the clean page.
        clean: the page without its ink.
        ink: where the ink lay, of the same height and width.
    """
    if not any(_covered(line, ink) for line in lines):
        return tuple(lines)
    grey = np.asarray(clean.mean(axis=2), dtype=np.float32)
    usual = float(np.median([_darkness(grey, line.box) for line in lines]))
    kept = (_cut(line, grey, ink, usual) if _covered(line, ink) else line for line in lines)
    return tuple(line for line in kept if line is not None)


def _cut(line: TextLine, grey: NDArray[np.float32], ink: Mask, usual: float) -> TextLine | None:
    """The line without pale letters at its ends; None where nothing else stands in it."""
    count = len(line.text)
    if len(line.centres) != count:
        return line
    pale = {
        at
        for at in range(count)
        if _LETTER.match(line.text[at]) and _is_of_ink(line.part(at, at + 1).box, grey, ink, usual)
    }
    printed = [at for at in range(count) if at not in pale and line.text[at].isalnum()]
    if not pale:
        return line
    if not printed:
        return None
    start, stop = printed[0], printed[-1] + 1
    start = start if any(at < start for at in pale) else 0
    stop = stop if any(at >= stop for at in pale) else count
    doubtful = {at - start for at in pale if start <= at < stop}
    doubtful |= {0} if start else set()
    doubtful |= {stop - start - 1} if stop < count else set()
    return line.part(start, stop).less_sure(doubtful)


def _is_of_ink(place: BoundingBox, grey: NDArray[np.float32], ink: Mask, usual: float) -> bool:
    """Whether the letter there is pale and under ink."""
    under = ink[in_pixels(place, ink.shape[1], ink.shape[0])]
    inked = bool(under.size and under.mean() >= INKED)
    return inked and _darkness(grey, place) < PALE * usual


def _darkness(grey: NDArray[np.float32], place: BoundingBox) -> float:
    """Levels between the strokes and the paper of a place."""
    part = grey[in_pixels(place, grey.shape[1], grey.shape[0])]
    if not part.size:
        return 0.0
    strokes, paper = np.percentile(part, (DARKEST, 90))
    return float(paper - strokes)


def _covered(line: TextLine, ink: Mask) -> bool:
    return is_covered(ink[in_pixels(line.box, ink.shape[1], ink.shape[0])])
