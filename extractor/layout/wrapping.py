"""Values set like prose: a line that is full goes on below, flush with its caption."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.document import BoundingBox, TextLine

_LABELLED = re.compile(r"\s*[一-龥A-Za-z（）()/]{2,12}[:：]")
"""What a row starts with that has a caption of its own, known or not."""
LINE_SPACING = 1.4
"""Space between two lines of a paragraph at most, in heights of a line: set at one and a half."""
_HANGING = 2.5
"""Characters that a paragraph's first line is set in at most."""


def goes_on(
    caption: BoundingBox,
    lines: Sequence[TextLine],
    ours: Sequence[TextLine],
    column: Sequence[TextLine],
    wide: float,
) -> bool:
    """Whether a row is the rest of a value whose last line is full.

    Args:
        caption: the value's caption, on the line where the value starts.
        lines: the value so far.
        ours: the row below it.
        column: every line in the value's column, which show how far a full line reaches.
        wide: width of a character, in page widths.
    """
    if not lines or not ours or _apart(caption, lines, wide):
        return False
    last, first = lines[-1].box, ours[0].box
    return (
        first.top - last.bottom <= LINE_SPACING * first.height
        and abs(first.left - caption.left) <= _HANGING * wide
        and first.left < lines[0].box.left - wide
        and _full(last, column, wide)
        and not _LABELLED.match("".join(line.text for line in ours))
    )


def is_orphan(
    caption: BoundingBox, lines: Sequence[TextLine], ours: Sequence[TextLine], wide: float
) -> bool:
    """Whether a row holds only the last character of a line that was too long: 日 of a date."""
    return (
        bool(lines)
        and len(ours) == 1
        and len(ours[0].text.strip()) == 1
        and ours[0].box.top - lines[-1].box.bottom < ours[0].box.height
        and abs(ours[0].box.left - caption.left) < wide
    )


def _apart(caption: BoundingBox, lines: Sequence[TextLine], wide: float) -> bool:
    """Whether the value stands in a column of its own, in which it also goes on."""
    return lines[0].box.left - caption.right > 2 * wide


def _full(last: BoundingBox, column: Sequence[TextLine], wide: float) -> bool:
    """Whether a line reaches as far as any, and as at least one other does."""
    middle = last.centre[1]
    others = [line.box.right for line in column if not line.box.top <= middle <= line.box.bottom]
    reach = [right for right in others if right >= last.right - 1.5 * wide]
    return bool(reach) and max(others) <= last.right + 1.5 * wide
