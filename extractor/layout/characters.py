"""The characters of several lines as one string that still knows where each was read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from extractor.layout.passage import Passage
from models.document import BoundingBox, Page, TextLine

WIDE_GAP = 2.2
"""Distance between two characters' middles, in character widths, that a reader takes for a gap."""


COLONS = ":︰∶﹕"

SEPARATORS = COLONS + ";,。、|/_·•"
"""Printed between a value and the next caption on the same line."""

OPENING, CLOSING = "([【〔", ")]】〕"

LEADING_MARKS = "*(" + CLOSING
"""Printed before a caption without parting it from what stands before."""

NUMBERING = "一二三四五六七八九十0123456789.、()"
"""What the number of a list item is made of: 一、 1. (二)."""


class Place(NamedTuple):
    """The line and the character within it that something came from."""

    line: int
    character: int


@dataclass(frozen=True)
class Characters:
    """Lines joined: letters and digits half-width, spaces dropped, each character with its place.

    One printed character can stand for several here: ㎡ gives m and 2, both at the same place.
    """

    lines: tuple[TextLine, ...]
    text: str
    places: tuple[Place, ...]

    @classmethod
    def of(cls, lines: Iterable[TextLine]) -> Characters:
        """The characters of the lines in the order given."""
        every = tuple(lines)
        text: list[str] = []
        places: list[Place] = []
        for index, line in enumerate(every):
            for position, characters in enumerate(_half_width(line.text)):
                for character in characters:
                    if not character.isspace():
                        text.append(character)
                        places.append(Place(index, position))
        return cls(every, "".join(text), tuple(places))

    def cut(self, start: int, stop: int | None = None) -> tuple[TextLine, ...]:
        """The characters start…stop as parts of the lines they were read in."""
        chosen = self.places[start:stop]
        spans: dict[int, tuple[int, int]] = {}
        for place in chosen:
            first, _ = spans.get(place.line, (place.character, 0))
            spans[place.line] = (first, place.character + 1)
        return tuple(self.lines[index].part(first, last) for index, (first, last) in spans.items())

    def starts_line(self, position: int) -> bool:
        """Whether the character is the first of its line."""
        return position == 0 or self.places[position].line != self.places[position - 1].line

    def ends_line(self, position: int) -> bool:
        """Whether nothing more stands on the line before this position."""
        return position >= len(self.text) or (position > 0 and self.starts_line(position))

    def gap_before(self, position: int) -> bool:
        """Whether the character stands clear of the one before it: new line, or a wide gap."""
        if self.ends_line(position) or self.starts_line(position):
            return True
        before, here = self.places[position - 1], self.places[position]
        if here.character == before.character:
            return False
        line = self.lines[here.line]
        if here.character - before.character > 2:
            return True  # two or more spaces were read
        if len(line.centres) != len(line.text):
            return False
        return line.centres[here.character] - line.centres[before.character] > (
            WIDE_GAP * self._pitch[here.line]
        )

    def space_before(self, position: int) -> bool:
        """Whether the character follows a space, a gap, or another line."""
        if self.gap_before(position):
            return True
        before, here = self.places[position - 1], self.places[position]
        return here.character - before.character > 1

    @cached_property
    def starts(self) -> tuple[tuple[int, bool], ...]:
        """Where a caption can start, and whether it stands clear there.

        Clear is the start of a line, also behind a list number, and what follows a wide gap.
        Behind a separator or a space, where prose has words too, more must speak for it.
        """
        found: list[tuple[int, bool]] = []
        line_start = 0
        for at in range(len(self.text)):
            if self.starts_line(at):
                line_start = at
            if self._clear(at, line_start):
                found.append((at, True))
            elif self.text[at - 1] in SEPARATORS + LEADING_MARKS or self.space_before(at):
                found.append((at, False))
        return tuple(found)

    def _clear(self, at: int, line_start: int) -> bool:
        before = at
        while before > line_start and self.text[before - 1] in LEADING_MARKS:
            before -= 1
        if self.gap_before(at) or self.gap_before(before):
            return True
        return at - line_start <= 4 and all(c in NUMBERING for c in self.text[line_start:at])

    @cached_property
    def _pitch(self) -> tuple[float, ...]:
        return tuple(pitch(line) for line in self.lines)

    def confidence_at(self, position: int) -> float:
        """0…1, how sure the engine was of this character."""
        place = self.places[position]
        line = self.lines[place.line]
        if len(line.confidences) == len(line.text):
            return line.confidences[place.character]
        return line.confidence


def _half_width(text: str) -> Sequence[str]:
    """For each character of the text what it stands for half-width, usually one character."""
    whole = unicodedata.normalize("NFKC", text)
    if len(whole) == len(text):
        return whole
    return [unicodedata.normalize("NFKC", character) for character in text]


def pitch(line: TextLine) -> float:
    """The usual distance from one full-width character to the next, in page widths.

    Half-width letters and digits stand closer, so the upper half of the distances counts.
    """
    steps = sorted(
        right - left
        for left, right in zip(line.centres, line.centres[1:], strict=False)
        if right > left
    )
    if steps:
        return steps[(len(steps) * 2) // 3]
    return line.box.width / max(1, len(line.text))


_PATTERN = 5
"""Times that a letter stands over itself in no word and in no column of captions."""
_ALIKE = 0.9
"""Share of a pattern's letters that are the same: now and then another is seen in it."""


def unstacked(lines: Iterable[TextLine], page: Page) -> list[TextLine]:
    """The lines, each that was read down the page cut into its characters.

    Captions spread to one width stand letter over letter (名 over 类 over 住), and a detector of
    text takes such a column for a line. The pattern of a licence's frame, read as one letter over
    and over, is left out: it would stand in every row beside it.
    """
    done: list[TextLine] = []
    for line in lines:
        count = len(line.text)
        high, wide = line.box.height * page.height, line.box.width * page.width
        if count < 2 or high < 1.5 * wide:
            done.append(line)
            continue
        if count >= _PATTERN and max(map(line.text.count, line.text)) >= _ALIKE * count:
            continue
        step = line.box.height / count
        for at, character in enumerate(line.text):
            top = line.box.top + at * step
            sure = line.confidences[at] if len(line.confidences) == count else line.confidence
            done.append(
                line.model_copy(
                    update={
                        "text": character,
                        "box": BoundingBox.clipped(line.box.left, top, line.box.right, top + step),
                        "confidence": sure,
                        "confidences": (sure,),
                        "centres": (line.box.centre[0],),
                    }
                )
            )
    return done


def passage_of(page: Page, lines: Sequence[TextLine], box: BoundingBox | None = None) -> Passage:
    """The lines as a passage; the box is needed where there are none."""
    if lines:
        return Passage(page, tuple(lines), BoundingBox.around(line.box for line in lines))
    if box is None:
        raise ValueError("an empty passage needs the box of the place that was seen")
    return Passage(page, (), box)


def split_at_gaps(line: TextLine) -> tuple[TextLine, ...]:
    """The parts of a line that stand clearly apart, as the columns of a borderless table do."""
    characters = Characters.of([line])
    starts = [at for at in range(len(characters.text)) if characters.gap_before(at)]
    if len(starts) < 2:
        return (line,)
    stops = [*starts[1:], len(characters.text)]
    return tuple(
        part
        for start, stop in zip(starts, stops, strict=True)
        for part in characters.cut(start, stop)
    )
