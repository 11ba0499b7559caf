"""Names that are broken over lines standing under each other, flush or centred."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.layout.characters import Characters, passage_of
from extractor.layout.columns import SAME_PRINT
from extractor.layout.passage import Passage
from models.document import Page, TextLine

_LINES = 3
"""A name is broken into no more lines than that."""
_LINE_SPACING = 1.4
"""Space between two lines of one name at most, in heights of a line."""
_OUT_OF_LINE = 1.5
"""How far lines that begin together or are centred may be off, in letters."""
_OUT_OF_LINE_AT_THE_END = 0.75
"""The same for lines that end together, as beside a caption at the right margin."""


def going_down(page: Page, line: TextLine) -> Iterator[tuple[TextLine, ...]]:
    """The line by itself, then with each line that stands right under it."""
    lines: tuple[TextLine, ...] = (line,)
    yield lines
    for _ in range(_LINES - 1):
        last = lines[-1].box
        under = [
            other
            for other in page.lines
            if other.box.top >= last.centre[1]
            and other.box.top - last.bottom <= _LINE_SPACING * last.height
            and other.box.left < last.right
            and other.box.right > last.left
            # Letters of a seal, read beside the name, stand aslant and make a taller line.
            and last.height / SAME_PRINT <= other.box.height <= last.height * SAME_PRINT
            and _in_line(other, lines[-1])
        ]
        if not under:
            return
        lines = (*lines, min(under, key=lambda other: other.box.top))
        yield lines


def _in_line(one: TextLine, other: TextLine) -> bool:
    """Whether both begin at the same margin, end at it, or have the same middle."""
    letter = max((each.box.right - each.box.left) / max(len(each.text), 1) for each in (one, other))
    left = abs(one.box.left - other.box.left)
    middle = abs(one.box.centre[0] - other.box.centre[0])
    right = abs(one.box.right - other.box.right)
    return min(left, middle) <= _OUT_OF_LINE * letter or right <= _OUT_OF_LINE_AT_THE_END * letter


def longest_from(page: Page, line: TextLine, whole: re.Pattern[str]) -> Passage | None:
    """What the pattern's first group finds in the most lines that together fit it."""
    found: Passage | None = None
    for lines in going_down(page, line):
        characters = Characters.of(lines)
        match = whole.fullmatch(characters.text)
        if match is not None:
            found = passage_of(page, characters.cut(*match.span(1)))
    return found
