"""Gaps inside a word: letters that a seal covered and that no reading shows."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from statistics import median

from extractor.layout.passage import Passage
from models.document import TextLine

_HAN = re.compile(r"[一-龥]")
_WIDEST = 1.75
"""Of the usual distance between two letters; one lost letter doubles it."""
_LARGER = 2.2
"""How much higher than another line of one value no line of it is read."""
_WORD = 2
"""Letters of a line whose height tells the size of its print; a lone 一 is flat."""
_FEWEST = 5
"""Distances from which the usual one can be told."""
_SAME_ROW = 0.5
"""How far, in heights of a line, the middles of two lines of one row may be apart."""


def has_gap(passage: Passage) -> bool:
    """Whether two Chinese letters stand so far apart that one between them may have been lost."""
    for _, group in groupby(_rows(passage), key=lambda each: each[0]):
        letters = sorted(
            (centre, letter)
            for _, line in group
            if len(line.centres) == len(line.text)
            for centre, letter in zip(line.centres, line.text, strict=True)
        )
        steps = [
            after[0] - before[0]
            for before, after in pairwise(letters)
            if _HAN.match(before[1]) and _HAN.match(after[1])
        ]
        if len(steps) >= _FEWEST and max(steps) > _WIDEST * median(steps):
            return True
    return False


def has_other_print(passage: Passage) -> bool:
    """Whether a line among others is far larger print than they: words across the page, a stamp."""
    heights = sorted(
        line.box.height for line in passage.lines if len(_HAN.findall(line.text)) >= _WORD
    )
    return len(heights) > 1 and heights[-1] > _LARGER * heights[0]


def _rows(passage: Passage) -> list[tuple[int, TextLine]]:
    """The passage's lines, each with the number of its row."""
    numbered: list[tuple[int, TextLine]] = []
    row = 0
    for line in sorted(passage.lines, key=lambda each: each.box.centre[1]):
        if numbered:
            last = numbered[-1][1].box
            apart = line.box.centre[1] - last.centre[1]
            row += apart > _SAME_ROW * max(last.height, line.box.height)
        numbered.append((row, line))
    return numbered
