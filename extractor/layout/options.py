"""Which of a form's printed options are ticked, by the boxes seen and the characters read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.document import BoundingBox, Checkbox, TextLine

_TICKED = frozenset("☑☒■√✓✔▣◼●◉")
_EMPTY = frozenset("□☐◻▢○口囗ロ")
"""A recogniser prints 口, 囗 or the kana ロ for the box □."""
_BETWEEN = frozenset(" .·、,;:()[]（）【】/，；：\u3000")
"""What may stand between a box and its option."""
_REMARK = re.compile(r"\([^()]*[一-龥]{2}[^()]*\)")
"""What belongs to an option's words: 其他（请注明）□."""
_IN_BRACKETS = r"\s*([✓✔√VvＶ☑●■]?)\s*"
_BRACKETS_BEHIND = re.compile(rf"\s*[(（\[【〔]{_IN_BRACKETS}[)）\]】〕]")
"""Brackets to put a tick in: 国有企业（　）　民营企业（√）."""
_BRACKETS_BEFORE = re.compile(rf"\s*[)）\]】〕]{_IN_BRACKETS}[(（\[【〔]")
"""The same, read backwards."""


@dataclass(frozen=True)
class _Place:
    """Where an option is printed: the first and the last character, as line and index."""

    line: TextLine
    first: int
    last_line: TextLine
    last: int
    start: int
    """For the order of the options: how many characters of the area stand before it."""


@dataclass(frozen=True)
class _Mark:
    """What stands on one side of an option; None where there is nothing."""

    by_character: bool | None
    box: Checkbox | None
    gap: float = 0.0
    """How far the sign, or else the box, stands from the option; 0 where none does."""

    @property
    def there(self) -> bool:
        return self.by_character is not None or self.box is not None

    @property
    def ticked(self) -> bool | None:
        """What box and character say together; None where they contradict or can't tell."""
        if self.box is None:
            return self.by_character
        if self.by_character is None or self.by_character == self.box.checked:
            return self.box.checked
        # A box with an unclear mark, printed as a tick by the recogniser, is ticked.
        return True if self.box.checked is None and self.by_character else None


def options(
    lines: Sequence[TextLine], checkboxes: Sequence[Checkbox], labels: Sequence[str]
) -> dict[str, bool | None]:
    """For each option that is printed whether it is ticked; None where that can't be told.

    Args:
        lines: the lines of the cell or area with the options, in reading order. An option may be
            split over two lines, and one line may hold several.
        checkboxes: the boxes seen on the page.
        labels: the printed options; one that is not there is not in the answer.
    """
    places = _places(lines, labels)
    words = _words(places.values(), lines)
    before = {label: _before(place, checkboxes, words) for label, place in places.items()}
    after = {label: _after(place, checkboxes, words) for label, place in places.items()}
    marks = _own_side(places, before, after)
    return {label: marks[label].ticked for label in labels if label in marks}


def _own_side(
    places: Mapping[str, _Place], before: Mapping[str, _Mark], after: Mapping[str, _Mark]
) -> Mapping[str, _Mark]:
    """The marks of the side on which this form prints its boxes: "□是□否" or "是□否□".

    It is the side on which more options have one. Of as many on both sides, the ends tell: a box
    before the first option or behind the last; then which options the boxes stand nearer to.
    """
    ahead = sum(mark.there for mark in before.values())
    behind = sum(mark.there for mark in after.values())
    if ahead != behind:
        return after if behind > ahead else before
    in_order = sorted(places, key=lambda label: places[label].start)
    ends = (before[in_order[0]].there, after[in_order[-1]].there) if in_order else (False, False)
    if ends[0] != ends[1]:
        return before if ends[0] else after
    nearer = sum(mark.gap for mark in after.values()) < sum(mark.gap for mark in before.values())
    return after if nearer else before


def _places(lines: Sequence[TextLine], labels: Sequence[str]) -> dict[str, _Place]:
    """Each label's place; longer labels first, so that 其他 is not found inside 其他企业."""
    letters: list[str] = []
    origins: list[tuple[TextLine, int]] = []
    for line in lines:
        for index, character in enumerate(line.text):
            for letter in unicodedata.normalize("NFKC", character):
                if not letter.isspace():
                    letters.append(letter)
                    origins.append((line, index))
    text = "".join(letters)
    places: dict[str, _Place] = {}
    for label in sorted(labels, key=len, reverse=True):
        wanted = "".join(unicodedata.normalize("NFKC", label).split())
        start = text.find(wanted) if wanted else -1
        if start < 0:
            continue
        stop = start + len(wanted)
        remark = _REMARK.match(text, stop)
        stop = stop if remark is None else remark.end()
        (line, first), (last_line, last) = origins[start], origins[stop - 1]
        places[label] = _Place(line, first, last_line, last, start)
        text = text[:start] + "\0" * (stop - start) + text[stop:]
    return places


def _words(places: Iterable[_Place], lines: Sequence[TextLine]) -> dict[TextLine, str]:
    """Each line's text with the options blotted out: the 口 of API接口 is no box of 其他."""
    words = {line: line.text for line in lines}
    for place in places:
        for line in words:
            first = place.first if line == place.line else 0
            stop = place.last + 1 if line == place.last_line else len(line.text)
            if line in (place.line, place.last_line):
                blot = "\0" * (stop - first)
                words[line] = words[line][:first] + blot + words[line][stop:]
    return words


def _before(place: _Place, checkboxes: Sequence[Checkbox], words: Mapping[TextLine, str]) -> _Mark:
    """The box or sign to the left of the option."""
    line = place.line
    head = words[line][: place.first]
    character, at = _sign(head[::-1], _BRACKETS_BEFORE)
    start = line.part(place.first, place.first + 1).box
    near = [
        each
        for each in checkboxes
        if _same_row(each.box, line.box)
        and -0.5 * each.box.width <= start.left - each.box.right + 0.5 * start.width
        and start.left - each.box.right <= _reach(line, start)
    ]
    box = max(near, key=lambda each: each.box.left, default=None)
    gap = start.left - box.box.right if box is not None else _clear(line, place.first, -at)
    return _Mark(character, box, gap if character is not None or box is not None else 0.0)


def _after(place: _Place, checkboxes: Sequence[Checkbox], words: Mapping[TextLine, str]) -> _Mark:
    """The box or sign to the right of the option."""
    line = place.last_line
    character, at = _sign(words[line][place.last + 1 :], _BRACKETS_BEHIND)
    end = line.part(place.last, place.last + 1).box
    near = [
        each
        for each in checkboxes
        if _same_row(each.box, line.box)
        and each.box.left >= end.right - 0.5 * end.width
        and each.box.left - end.right <= _reach(line, end)
    ]
    box = min(near, key=lambda each: each.box.left, default=None)
    gap = box.box.left - end.right if box is not None else _clear(line, place.last, at)
    return _Mark(character, box, gap if character is not None or box is not None else 0.0)


def _clear(line: TextLine, index: int, steps: int) -> float:
    """How far the character so many steps on is from this one, middle to middle."""
    if len(line.centres) != len(line.text) or not 0 <= index + steps < len(line.text):
        return 0.0
    return abs(line.centres[index + steps] - line.centres[index])


def _sign(characters: str, brackets: re.Pattern[str]) -> tuple[bool | None, int]:
    """What the nearest tick or box sign says, looking over brackets and points; how far it is."""
    bracketed = brackets.match(characters)
    if bracketed is not None:
        return bool(bracketed[1]), 1
    state: bool | None = None
    at = 0
    for steps, character in enumerate(characters, start=1):
        if character in _TICKED:
            return True, steps
        if character in _EMPTY:
            # "√□" and "□√": an empty box beside a tick is ticked.
            if state is False:
                return False, at
            state, at = False, steps
        elif character not in _BETWEEN or state is not None:
            break
    return state, at


def _same_row(box: BoundingBox, line: BoundingBox) -> bool:
    middle = box.centre[1]
    return line.top - 0.15 * line.height <= middle <= line.bottom + 0.15 * line.height


def _reach(line: TextLine, character: BoundingBox) -> float:
    """How far from the option its box may be: about a character and a half."""
    return 1.6 * max(character.width, line.box.width / max(1, len(line.text)))
