"""Vertical rulings that are no column lines: the frame of a licence, the fold of a sheet."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.imaging.pixels import Ruling
from models.document import TextLine

_FEWEST = 3
"""Lines that a ruling has to run through to be doubted: detectors join two cells now and then."""
_SHARE = 0.3
"""Of the rows beside it; a column line runs between the print of nearly all of its rows."""
_DEEP = 0.12
"""Share of a line's length that must lie on either side for it to be run through, not touched."""


def without_strays(rulings: Sequence[Ruling], lines: Sequence[TextLine]) -> tuple[Ruling, ...]:
    """The rulings without those verticals that run through the print of their rows."""
    return tuple(each for each in rulings if each.horizontal or not _is_stray(each, lines))


def _is_stray(ruling: Ruling, lines: Sequence[TextLine]) -> bool:
    (x_top, top), (x_bottom, bottom) = sorted((ruling.start, ruling.end), key=lambda end: end[1])
    lean = (x_bottom - x_top) / max(bottom - top, 1e-6)
    through = left = right = 0
    for line in lines:
        y = line.box.centre[1]
        if not top < y < bottom:
            continue
        x = x_top + lean * (y - top)
        spare = _DEEP * line.box.width
        if line.box.left + spare < x < line.box.right - spare:
            through += 1
        elif line.box.right <= x:
            left += 1
        else:
            right += 1
    return through >= _FEWEST and through >= _SHARE * max(1, min(left, right) + through)
