"""Letters that the recogniser passed over: ink between two letters that it read side by side.

Chinese letters are as wide as they are high. Where two of them stand further apart and ink as high as
a letter lies between, one was lost: under a stamp, in a signature. What is left reads well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

import numpy as np

from extractor.imaging.pixels import Pixels
from extractor.ocr.boxes import in_pixels
from models.document import TextLine

_LETTER = re.compile(r"[一-龥]")
FEWEST = 4
"""Steps from letter to letter from which their usual length can be told: letters may be spread."""
WIDE = 0.8
"""Of the line's height: the width of a letter where a line has fewer; the rest is the margin that
detectors leave above and below."""
APART = 1.7
"""Of a letter's width: with one lost two are 2 apart. Letters side by side stand at most 1.6 apart:
a recogniser tells their places to a quarter of a letter."""
AROUND = 0.7
"""Of a letter's width: what belongs to the letters themselves, with the slack of their places."""
HIGH = 0.4
"""Of the line's height: rows that ink of a letter covers; dots, dashes and underlines cover less."""
MARGIN = 0.12
"""Of the line's height: the rows above and below print that are left out, and with them rulings."""
LOCAL_CONTRAST = 40
"""Levels between paper and ink, below which there is nothing to be seen but bleed and dust."""


def with_lost_letters_doubted(lines: Sequence[TextLine], pixels: Pixels) -> tuple[TextLine, ...]:
    """The lines; letters between which another one was passed over read weakly."""
    return tuple(line.less_sure(frozenset(_beside_lost(line, pixels))) for line in lines)


def _beside_lost(line: TextLine, pixels: Pixels) -> Iterator[int]:
    """The letters on both sides of ink that was not read."""
    width = pixels.shape[1]
    if len(line.centres) != len(line.text):
        return
    steps = {
        at: (line.centres[at + 1] - line.centres[at]) * width
        for at, (one, other) in enumerate(pairwise(line.text))
        if _LETTER.match(one) and _LETTER.match(other)
    }
    if not steps:
        return
    rows, _ = in_pixels(line.box, width, pixels.shape[0])
    tall = rows.stop - rows.start
    letter = median(steps.values()) if len(steps) >= FEWEST else WIDE * tall
    for at, step in steps.items():
        if step < APART * letter:
            continue
        first = round(line.centres[at] * width + AROUND * letter)
        last = round(line.centres[at + 1] * width - AROUND * letter)
        spare = round(MARGIN * tall)
        if last > first and _inked(pixels[rows], slice(first, last), spare):
            yield from (at, at + 1)


def _inked(line: Pixels, columns: slice, spare: int) -> bool:
    """Whether ink as high as a letter lies in these columns of the picture of a line."""
    grey = line.mean(axis=2)
    if not grey.size or grey.shape[0] <= 2 * spare:
        return False
    ink, paper = np.percentile(grey, (2, 80))
    if paper - ink < LOCAL_CONTRAST:
        return False
    part = grey[spare : grey.shape[0] - spare, columns] < (ink + paper) / 2
    return bool(part.any(axis=1).sum() >= HIGH * grey.shape[0])
