"""The value of a caption where no cell holds it: to the right, and the lines that go on below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.layout.characters import COLONS, Characters, passage_of, pitch
from extractor.layout.matching import Found, Match
from extractor.layout.passage import Passage
from extractor.layout.rows import Rows, columns_right, heads_on
from extractor.layout.wrapping import goes_on, is_orphan
from models.document import BoundingBox, TextLine

LEADING = 1.4
"""Space between two lines of one value, in heights of a line; wider is a new paragraph."""

APART = 3.5
"""Two pieces of one value on a row stand closer than this many characters."""

BESIDE = 0.4
"""Print further from a caption than this, in page widths, belongs to something else."""

PARAGRAPH = 0.4
"""Width of a line, in page widths, that the next line may continue as prose."""

SAME_PRINT = 1.6
"""Lines of one value don't differ more in height; a title above it does."""
_LONG = 8
"""Letters of a line from which it shows how far apart they stand."""
_SAME_PITCH = 1.2
"""Lines of one print don't differ more in that."""


@dataclass(frozen=True)
class _Field:
    """A caption on a page with what limits its value."""

    rows: Rows
    row: int
    caption: BoundingBox
    columns: tuple[BoundingBox, ...]
    """Columns of captions right of the value."""
    wide: float
    """Width of a character, in page widths."""

    def ours(self, number: int) -> list[TextLine]:
        """What stands on a row in this caption's column and its value's."""
        limit = self.limit(number)
        return [
            line
            for line in _cut_at(self.rows.rows[number], limit)
            if line.box.right > self.caption.left + 0.5 * self.wide
        ]

    @cached_property
    def column(self) -> tuple[TextLine, ...]:
        """Every line in this caption's column and its value's."""
        return tuple(line for number in range(len(self.rows.rows)) for line in self.ours(number))

    def limit(self, number: int) -> float:
        """How far right a row is the value's: up to a caption on it, or a column of captions."""
        here = self.rows.rows[number]
        top = min(line.box.top for line in here.lines)
        edges = [column.left for column in self.columns if top > column.top - column.height]
        edges += [box.left for box in heads_on(self.rows, number) if box.left > self.caption.right]
        return min(edges, default=1.0)

    def near(self, lines: Sequence[TextLine]) -> bool:
        """Whether lines stand close enough to the caption to be its value."""
        return min(line.box.left for line in lines) - self.caption.right <= BESIDE

    def captioned(self, number: int) -> bool:
        """Whether a row starts a caption in this caption's column or its value's."""
        left, right = self.caption.left - self.wide, self.limit(number)
        return any(left <= box.left < right for box in heads_on(self.rows, number))


def value_beside(rows: Rows, row: int, found: Found) -> Passage | None:
    """What stands right of the caption on its row and goes on below it; empty where nothing does.

    None where what follows is prose that only happens to start with the caption's words.
    """
    here = rows.rows[row]
    if found.match is Match.RUN_ON and _is_prose(rows, row, found):
        return None
    caption = BoundingBox.around(part.box for part in here.cut(found.start, found.stop))
    first = here.cut(found.stop, _end_on_row(rows, row, found))
    wide = max(pitch(line) for line in here.cut(found.start, None))
    start = first[0].box.left if first else caption.right
    field = _Field(rows, row, caption, columns_right(rows, start + 2 * wide), wide)
    # Only in a column of its own can a value start above its caption.
    apart = not first or first[0].box.left - caption.right > 2 * wide
    above = _above(field, first) if apart else []
    below = _below(field, [*above, *first])
    if above or first or below:
        return passage_of(rows.page, (*above, *first, *below))
    limit = max(caption.right, field.limit(row))
    return passage_of(
        rows.page,
        (),
        BoundingBox.clipped(caption.right, caption.top, limit, caption.bottom),
    )


def _end_on_row(rows: Rows, row: int, found: Found) -> int:
    """Where the value ends on the caption's own row: the next caption, or a gap too wide."""
    here = rows.rows[row]
    ends = [stop.start for stop in rows.stops[row] if _ends(here, stop, found)]
    end = min(ends, default=len(here.text))
    if found.stop < end and _left_of(here, found.stop) - _right_of(here, found) > BESIDE:
        return found.stop
    for at in range(found.stop + 1, end):
        if here.gap_before(at) and _far(here, at):
            return at
        if here.space_before(at) and _labelled(here, at):
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
    return any(
        abs(other.box.left - line.box.left) < pitch(line)
        and other.box.width > PARAGRAPH
        and -0.3 * line.box.height <= line.box.top - other.box.bottom < 0.9 * line.box.height
        for number in range(row)
        if not rows.stops[number]
        for other in rows.rows[number].lines
    )


def _above(field: _Field, first: Sequence[TextLine]) -> list[TextLine]:
    """The value's lines above the caption's row, where the caption stands beside the last.

    They stand clear of the caption, and nearer to it than to the print above them.
    """
    top = min((line.box.top for line in first), default=field.caption.top)
    lines = list(first)
    taken: list[TextLine] = []
    for number in range(field.row - 1, -1, -1):
        ours = field.ours(number)
        if not ours:
            continue
        if not lines and not field.near(ours):
            break
        height = max(line.box.height for line in ours)
        gap = top - max(line.box.bottom for line in ours)
        reach = LEADING if lines else 0.35
        if (
            gap > reach * height
            or field.captioned(number)
            or min(line.box.left for line in ours) < field.caption.right - 0.5 * field.wide
            or (lines and not _under(ours, lines))
            or _space_above(field, number, ours) < gap + 0.3 * height
        ):
            break
        taken[:0] = ours
        lines = [*ours, *lines]
        top = min(line.box.top for line in ours)
    return taken


def _space_above(field: _Field, number: int, ours: Sequence[TextLine]) -> float:
    """The space between lines and the print above them in their column."""
    top = min(line.box.top for line in ours)
    bottoms = [
        line.box.bottom
        for other in range(number)
        for line in field.ours(other)
        if line.box.left < ours[-1].box.right and line.box.right > ours[0].box.left
    ]
    return top - max(bottoms, default=-1.0)


def _under(lines: Sequence[TextLine], others: Sequence[TextLine]) -> bool:
    """Whether lines stand over or under others: flush left with them, or centred on them.

    Beside a centred value may stand a prompt (加盖公章), so each of the others is tried as well.
    """
    box = BoundingBox.around(line.box for line in lines)
    wide = max(max(pitch(line), line.box.width / max(1, len(line.text))) for line in others)
    small, large = sorted(max(line.box.height for line in each) for each in (lines, others))
    places = [BoundingBox.around(line.box for line in others), *(line.box for line in others)]
    return (large <= SAME_PRINT * small or _set_alike(lines, others)) and any(
        abs(box.left - other.left) <= 1.5 * wide or abs(box.centre[0] - other.centre[0]) <= wide
        for other in places
    )


def _set_alike(lines: Sequence[TextLine], others: Sequence[TextLine]) -> bool:
    """Whether the letters of long lines stand equally far apart: one that leans has a tall box."""
    long = [line for line in (*lines, *others) if len(line.text) >= _LONG]
    wide = [line.box.width / len(line.text) for line in long]
    return len(wide) == len(lines) + len(others) and max(wide) <= _SAME_PITCH * min(wide)


def _below(field: _Field, first: Sequence[TextLine]) -> list[TextLine]:
    """The value's further lines: flush with its first, above the next caption of its column."""
    bottom = max((line.box.bottom for line in first), default=field.caption.bottom)
    lines = list(first)
    taken: list[TextLine] = []
    for number in range(field.row + 1, len(field.rows.rows)):
        ours = field.ours(number)
        if not ours:
            continue
        if not lines and not field.near(ours):
            break
        height = max(line.box.height for line in [*lines, *ours])
        gap = min(line.box.top for line in ours) - bottom
        if gap > (LEADING if lines else 0.35) * height or field.captioned(number):
            break
        if is_orphan(field.caption, lines, ours, field.wide):
            return [*taken, *ours]
        if lines and _nearer_to_next(field, number, gap):
            break
        if goes_on(field.caption, lines, ours, field.column, field.wide):
            taken.extend(ours)
            lines.extend(ours)
            bottom = max(line.box.bottom for line in ours)
            continue
        # Print left of the value stands below the caption itself: another row begins.
        if min(line.box.left for line in ours) < field.caption.right - 0.5 * field.wide:
            break
        if lines and not _under(ours, lines):
            break
        taken.extend(ours)
        lines.extend(ours)
        bottom = max(line.box.bottom for line in ours)
    return taken


def _nearer_to_next(field: _Field, number: int, gap: float) -> bool:
    """Whether a row stands closer to the captioned row below it than to the value above.

    Then it starts the value of that caption, which is centred beside its lines.
    """
    ours = field.ours(number)
    height = max(line.box.height for line in ours)
    for following in range(number + 1, len(field.rows.rows)):
        # Specks read as small print between the two are no row of their own.
        below = [line for line in field.ours(following) if line.box.height * SAME_PRINT > height]
        if not below:
            continue
        space = min(line.box.top for line in below) - max(line.box.bottom for line in ours)
        return field.captioned(following) and space + 0.3 * height < gap
    return False


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


def _right_of(here: Characters, found: Found) -> float:
    """The right edge of a caption with its colon."""
    return max(part.box.right for part in here.cut(found.start, found.stop))
