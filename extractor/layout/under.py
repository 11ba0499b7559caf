"""The value of a caption that stands over it, outside drawn tables."""

from __future__ import annotations

from extractor.layout.characters import passage_of, pitch
from extractor.layout.columns import LEADING
from extractor.layout.matching import Found
from extractor.layout.passage import Passage
from extractor.layout.rows import Rows, heads_on
from models.document import BoundingBox, TextLine


def value_below(rows: Rows, row: int, found: Found) -> Passage:
    """What stands under the caption: the first print below it in its column and what goes on."""
    here = rows.rows[row]
    caption = BoundingBox.around(part.box for part in here.cut(found.start, found.stop))
    wide = max(pitch(line) for line in here.cut(found.start, found.stop))
    left, right = caption.left - wide, caption.right + wide
    taken: list[TextLine] = []
    bottom = caption.bottom
    for number in range(row + 1, len(rows.rows)):
        ours = [
            line
            for line in rows.rows[number].lines
            if line.box.right > left and line.box.left < right
        ]
        if not ours:
            continue
        if any(left <= box.left < right for box in heads_on(rows, number)):
            break
        height = max(line.box.height for line in ours)
        if taken and min(line.box.top for line in ours) - bottom > LEADING * height:
            break
        taken.extend(ours)
        bottom = max(line.box.bottom for line in ours)
    empty = BoundingBox.clipped(
        caption.left, caption.bottom, caption.right, caption.bottom + caption.height
    )
    return passage_of(rows.page, taken, empty)
