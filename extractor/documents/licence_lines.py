"""Lines of a licence in which the recogniser joined or parted what stands in two columns."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractor.documents.kind import Finder
from extractor.layout.characters import Characters, passage_of, pitch
from extractor.layout.passage import Passage
from extractor.values import capital, days
from models.document import Document, Page, TextLine
from models.extraction import Value

_JOINED = re.compile(r"(?<=.{2})(?P<caption>注册资本|成立日期|营业期限|合伙期限)(?P<value>.+)$")
_WITH_UNIT = re.compile(r"[万亿元圆]|人民币|[A-Z]{3}|\*")
_SPACING = 1.6
"""How far under a line the next of the same value begins at most, in heights of a line."""


def with_columns_parted(document: Document) -> Document:
    """The document with lines cut where the second column's caption stands with its own value.

    A name that fills its column touches the caption beside it, and both are read as one line.
    """
    pages = tuple(_parted(page) for page in document.pages)
    return document.model_copy(update={"pages": pages})


def _parted(page: Page) -> Page:
    lines = [part for line in page.lines for part in _parts(line)]
    if len(lines) == len(page.lines):
        return page
    return page.model_copy(update={"lines": tuple(lines)})


def _parts(line: TextLine) -> tuple[TextLine, ...]:
    characters = Characters.of((line,))
    found = _JOINED.search(characters.text)
    if found is None or not _understood(found["caption"], found["value"].strip(":：")):
        return (line,)
    at = found.start("caption")
    return (*characters.cut(0, at), *characters.cut(at, None))


def _understood(caption: str, value: str) -> bool:
    read: Callable[[str], object | None] = (
        capital.parse if caption == "注册资本" else days.parse_end
    )
    return read(value) is not None


def with_bracket_closed(find: Finder) -> Finder:
    """What was found, with the next line of its column where a bracket was left open."""

    def found(document: Document) -> Passage | None:
        passage = find(document)
        if passage is None or not passage.lines or not _is_open(passage.lines):
            return passage
        last = passage.lines[-1]
        under = [
            line
            for line in passage.page.lines
            if abs(line.box.left - passage.box.left) <= pitch(last)
            and last.box.centre[1] < line.box.top <= last.box.bottom + _SPACING * last.box.height
            and not _is_open((*passage.lines, line))
        ]
        return passage if len(under) != 1 else passage_of(passage.page, (*passage.lines, *under))

    return found


def _is_open(lines: tuple[TextLine, ...]) -> bool:
    text = Characters.of(lines).text
    return text.count("(") > text.count(")")


def founded(text: str) -> Value | None:
    """The day of founding, which is never 长期."""
    day = days.parse(text)
    return None if day is None or day.value is None else day


def with_unit(text: str) -> Value | None:
    """The capital with its unit; a bare number is the rest of a sum that was cut off.

    *** and a blank, printed for branches, are not understood as a sum.
    """
    return capital.parse(text) if _WITH_UNIT.search(text) else None
