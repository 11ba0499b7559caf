"""The value of a caption where no cell holds it: to the right, and the lines that go on below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.layout.characters import Characters, passage_of, pitch
from extractor.layout.matching import COLONS, Found, Match, find_captions
from extractor.layout.passage import Passage
from models.document import BoundingBox, Page, TextLine

LEADING = 1.4
"""Space between two lines of one value, in heights of a line; wider is a new paragraph."""

APART = 3.5
"""Two pieces of one value on a row stand closer than this many characters."""


@dataclass(frozen=True)
class Rows:
    """A page as rows of characters, and where the captions that end a value are printed."""

    page: Page
    rows: tuple[Characters, ...]
    stops: tuple[tuple[Found, ...], ...]
    """Per row."""

    @classmethod
    def of(cls, page: Page, rows: Sequence[Sequence[TextLine]], captions: Sequence[str]) -> Rows:
        """The page's rows with every place where one of the captions stands."""
        characters = tuple(Characters.of(row) for row in rows)
        return cls(
            page,
            characters,
            tuple(tuple(find_captions(row, captions, misread=False)) for row in characters),
        )


def value_beside(rows: Rows, row: int, found: Found) -> Passage | None:
    """What stands right of the caption on its row and goes on below it; empty where nothing does.

    None where what follows is prose that only happens to start with the caption's words.
    """
    here = rows.rows[row]
    if found.match is Match.RUN_ON and _is_prose(rows, row, found):
        return None
    caption = BoundingBox.around(part.box for part in here.cut(found.start, found.stop))
    stop = _end_on_row(rows, row, found)
    first = here.cut(found.stop, stop)
    columns = _edges_right(rows, first[0].box.left if first else caption.right, caption)
    if not first:
        limit = max(caption.right, _limit(rows, row, columns, caption.right))
        blank = BoundingBox.clipped(caption.right, caption.top, limit, caption.bottom)
        return passage_of(rows.page, (), blank)
    return passage_of(rows.page, (*first, *_below(rows, row, caption, first, columns)))


def _end_on_row(rows: Rows, row: int, found: Found) -> int:
    """Where the value ends on the caption's own row: the next caption, or a gap too wide."""
    here = rows.rows[row]
    ends = [stop.start for stop in rows.stops[row] if _ends(here, stop, found)]
    end = min(ends, default=len(here.text))
    for at in range(found.stop + 1, end):
        if here.gap_before(at) and (_far(here, at) or _labelled(here, at)):
            return at
    return end


def _ends(here: Characters, stop: Found, found: Found) -> bool:
    """Whether a caption on the row ends the value: words that merely run on must stand clear."""
    if stop.start < found.stop:
        return False
    return stop.match is Match.EXACT or here.gap_before(stop.start)


def _far(here: Characters, at: int) -> bool:
    """Whether the character is so far from the one before that another column begins."""
    before, after = here.places[at - 1], here.places[at]
    if before.line == after.line:
        line = here.lines[after.line]
        if len(line.centres) != len(line.text):
            return False
        gap = line.centres[after.character] - line.centres[before.character] - pitch(line)
        return gap > APART * pitch(line)
    left, right = here.lines[before.line], here.lines[after.line]
    return right.box.left - left.box.right > APART * max(pitch(left), pitch(right))


def _labelled(here: Characters, at: int) -> bool:
    """Whether a few characters and a colon follow: a caption nobody named."""
    ahead = here.text[at : at + 12]
    colon = next((i for i, c in enumerate(ahead) if c in COLONS), None)
    return colon is not None and colon >= 2 and not any(c.isdigit() for c in ahead[:colon])


def _is_prose(rows: Rows, row: int, found: Found) -> bool:
    """Whether the caption's words only start a further line of a paragraph."""
    here = rows.rows[row]
    line = here.lines[here.places[found.start].line]
    rest = here.text[found.stop :]
    if len(rest) > 12 and any(mark in rest for mark in "。"):
        return True
    above = [other for each in rows.rows[:row] for other in each.lines]
    return any(
        abs(other.box.left - line.box.left) < pitch(line)
        and other.box.width > 0.5
        and line.box.top - other.box.bottom + other.box.height * 0.3 >= 0
        and line.box.top - other.box.bottom < LEADING * line.box.height
        for other in above
    )


def _edges_right(rows: Rows, left: float, caption: BoundingBox) -> list[BoundingBox]:
    """The columns of captions that stand right of the value: two or more captions flush left."""
    heads = [
        rows.rows[number].cut(each.start, each.stop)[0].box
        for number, stops in enumerate(rows.stops)
        for each in stops
        if each.match is Match.EXACT or rows.rows[number].starts_line(each.start)
    ]
    right = [
        box for box in heads if box.left > left + 2 * caption.height and box.left > caption.right
    ]
    columns: list[list[BoundingBox]] = []
    for box in sorted(right, key=lambda box: box.left):
        if columns and box.left - columns[-1][0].left < caption.height:
            columns[-1].append(box)
        else:
            columns.append([box])
    return [BoundingBox.around(column) for column in columns if len(column) > 1]


def _limit(rows: Rows, number: int, columns: Sequence[BoundingBox], left: float) -> float:
    """How far right a row belongs to the value: up to a caption on it, or a column of captions."""
    here = rows.rows[number]
    top = min(line.box.top for line in here.lines)
    edges = [column.left for column in columns if top > column.top - column.height]
    edges += [
        box.left
        for each in rows.stops[number]
        for box in [here.cut(each.start, each.stop)[0].box]
        if (each.match is Match.EXACT or here.starts_line(each.start)) and box.left > left
    ]
    return min(edges, default=1.0)


def _below(
    rows: Rows,
    row: int,
    caption: BoundingBox,
    first: Sequence[TextLine],
    columns: Sequence[BoundingBox],
) -> list[TextLine]:
    """The value's further lines: flush with its first, above the next caption of its column."""
    left = first[0].box.left
    wide = max(pitch(line) for line in first)
    bottom = max(line.box.bottom for line in first)
    height = max(line.box.height for line in first)
    more: list[TextLine] = []
    for number in range(row + 1, len(rows.rows)):
        here = rows.rows[number]
        limit = _limit(rows, number, columns, left + wide)
        ours = _cut_at(here, limit)
        if not ours:
            continue
        if min(line.box.top for line in ours) - bottom > LEADING * height:
            break
        if _starts_caption(rows, number, caption.left - wide, limit):
            break
        # Print left of the value stands below the caption itself: another row begins.
        if abs(ours[0].box.left - left) > 1.5 * wide:
            break
        more.extend(ours)
        bottom = max(line.box.bottom for line in ours)
        height = max(height, max(line.box.height for line in ours))
    return more


def _starts_caption(rows: Rows, number: int, left: float, right: float) -> bool:
    here = rows.rows[number]
    return any(
        left <= here.cut(each.start, each.stop)[0].box.left < right
        and (each.match is Match.EXACT or here.starts_line(each.start))
        for each in rows.stops[number]
    )


def _cut_at(here: Characters, limit: float) -> list[TextLine]:
    """The row without what lies right of the limit; a line is cut only where it has a gap."""
    end = len(here.text)
    for at in range(len(here.text)):
        if _left_of(here, at) >= limit - 0.5 * pitch(here.lines[here.places[at].line]):
            end = at if here.gap_before(at) or here.starts_line(at) else end
            break
    return list(here.cut(0, end)) if end else []


def _left_of(here: Characters, at: int) -> float:
    """The left edge of a character."""
    place = here.places[at]
    return here.lines[place.line].part(place.character, place.character + 1).box.left


def value_below(rows: Rows, row: int, found: Found) -> Passage:
    """What stands under the caption: the first print below it in its column and what goes on."""
    here = rows.rows[row]
    caption = BoundingBox.around(part.box for part in here.cut(found.start, found.stop))
    reach = BoundingBox.clipped(caption.left - caption.height, 0, caption.right + caption.height, 1)
    taken: list[TextLine] = []
    bottom = caption.bottom
    for number in range(row + 1, len(rows.rows)):
        below = rows.rows[number]
        ours = [
            line
            for line in below.lines
            if line.box.right > reach.left and line.box.left < reach.right
        ]
        if not ours:
            continue
        if _starts_caption(rows, number, reach.left, reach.right):
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
