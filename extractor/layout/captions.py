"""Finders: the passage that stands at a caption. What every document kind reads its fields with.

A finder is a function from a ``Document`` to the ``Passage`` found, or None where the caption is
not printed. A place that was seen and is empty gives a passage without lines. All of them work on
scanned pages with drawn tables, on pages without any lines, and on the tables of Word pages.

    beside("名称", "企业名称", stop=CAPTIONS)       right of the caption, further lines included
    beside("电话", row_of=("申报人姓名",))          only where that caption stands left on the row
    cell_beside("参数量")                           the same, only within drawn tables
    below("合计")                                   under the caption
    between(("一、审计意见",), ("二、",))            from one heading to the next, on one page
    bracket_of("2025年营业收入")                     what the brackets after the caption say: 万元
    line_after("营业执照")                          the printed row that follows the caption's
    first_match(r"第[0-9A-Z]+号")                   the first text that fits the pattern
    first_of(finder, finder)                        the first that finds something printed
    first_read(parse, finder, finder)               the first that finds what parse understands
    after(("单位基本情况表",), finder, until=(…))   the finder on that section only

``stop`` names the captions that may follow a value: pass all captions of the form. Captions are
given as printed, without unit and colon; spaces, colons, brackets and letter width don't matter,
and of four or more letters one may be misread. An exact caption is preferred to a misread one,
and a cell to a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from extractor.layout.candidates import best, cells_below, in_lines, in_tables, lines_below
from extractor.layout.characters import Characters, passage_of
from extractor.layout.matching import Match, find_captions
from extractor.layout.passage import Passage
from extractor.layout.rows import rows_on
from extractor.layout.sections import section_of
from models.document import Document, Page, TextLine

__all__ = [
    "Finder", "after", "below", "beside", "between", "bracket_of", "cell_beside", "first_match",
    "first_of", "first_read", "line_after", "rows_on", "section_of",
]  # fmt: skip

Finder = Callable[[Document], Passage | None]
"""Where the value stands, or None where the pages have no such caption."""


def beside(*captions: str, stop: Sequence[str] = (), row_of: Sequence[str] = ()) -> Finder:
    """What stands right of one of the captions.

    In a drawn table the cell to the right, or what follows in the caption's own cell; elsewhere
    the rest of the line, or the next print on the row, and the lines below that go on flush with
    it. ``row_of`` keeps only captions that stand on a row right of one of those captions.
    """

    def find(document: Document) -> Passage | None:
        return best(
            lambda misread: (
                candidate
                for page in document.pages
                for candidate in (
                    *in_tables(page, captions, stop, row_of, misread),
                    *in_lines(page, captions, stop, row_of, misread),
                )
            )
        )

    return find


def cell_beside(*captions: str, stop: Sequence[str] = (), row_of: Sequence[str] = ()) -> Finder:
    """The cell right of the caption's in a drawn table, or the rest of the caption's own cell."""

    def find(document: Document) -> Passage | None:
        return best(
            lambda misread: (
                candidate
                for page in document.pages
                for candidate in in_tables(page, captions, stop, row_of, misread)
            )
        )

    return find


def below(*captions: str, stop: Sequence[str] = ()) -> Finder:
    """What stands under one of the captions: the cell below it, or the lines below it."""

    def find(document: Document) -> Passage | None:
        return best(
            lambda misread: (
                candidate
                for page in document.pages
                for candidate in (
                    *cells_below(page, captions, misread),
                    *lines_below(page, captions, stop, misread),
                )
            )
        )

    return find


def between(start: Sequence[str], stop: Sequence[str]) -> Finder:
    """What is printed behind a start caption and before the next stop caption, on one page.

    Without a stop caption it goes on to the end of the page.
    """

    def find(document: Document) -> Passage | None:
        for page in document.pages:
            characters = Characters.of(line for row in rows_on(page) for line in row)
            starts = find_captions(characters, start)
            if not starts:
                continue
            first = min(starts, key=lambda found: (found.match, found.start))
            ends = [
                found.start
                for found in find_captions(characters, stop)
                if found.start >= first.stop
            ]
            lines = characters.cut(first.stop, min(ends, default=None))
            box = characters.cut(first.start, first.stop)[-1].box
            return passage_of(page, lines, box)
        return None

    return find


def bracket_of(*captions: str) -> Finder:
    """What the brackets right behind a caption say, usually its unit: （万元） gives 万元."""

    def find(document: Document) -> Passage | None:
        for page in document.pages:
            for lines in (
                *(cell.lines for table in page.tables for cell in table.cells),
                *rows_on(page),
            ):
                characters = Characters.of(lines)
                for found in find_captions(characters, captions):
                    if found.bracket is not None and found.match is not Match.RUN_ON:
                        return passage_of(
                            page,
                            characters.cut(*found.bracket),
                            characters.cut(found.start, found.stop)[-1].box,
                        )
        return None

    return find


def line_after(*captions: str) -> Finder:
    """The printed row that follows the caption's row."""

    def find(document: Document) -> Passage | None:
        for page in document.pages:
            rows = rows_on(page)
            for number, row in enumerate(rows[:-1]):
                if find_captions(Characters.of(row), captions):
                    return passage_of(page, rows[number + 1])
        return None

    return find


def first_match(pattern: str, *, wrapped: bool = True) -> Finder:
    """The first text that fits the pattern; its first group where the pattern has one.

    The pattern meets the text half-width and without spaces, first line by line, then row by row,
    then, if ``wrapped``, with each row joined to the next.
    """
    compiled = re.compile(pattern)
    group = 1 if compiled.groups else 0

    def find(document: Document) -> Passage | None:
        for page in document.pages:
            for lines in _runs(page, wrapped):
                characters = Characters.of(lines)
                match = compiled.search(characters.text)
                if match is not None and match.group(group):
                    return passage_of(page, characters.cut(*match.span(group)))
        return None

    return find


def first_of(*finders: Finder) -> Finder:
    """The first finder's passage that has text; else the first empty one; else None."""

    def find(document: Document) -> Passage | None:
        empty: Passage | None = None
        for finder in finders:
            passage = finder(document)
            if passage is not None and passage.text:
                return passage
            empty = empty or passage
        return empty

    return find


def first_read(understood: Callable[[str], object | None], *finders: Finder) -> Finder:
    """The first finder's passage that can be understood; else as ``first_of``.

    For values that stand beside their caption on one print and under it on another, where what
    stands on the other side is something else.
    """

    def find(document: Document) -> Passage | None:
        for finder in finders:
            passage = finder(document)
            if passage is not None and understood(passage.text) is not None:
                return passage
        return first_of(*finders)(document)

    return find


def after(headings: Sequence[str], finder: Finder, until: Sequence[str] = ()) -> Finder:
    """The finder on what is printed from one of the headings on, up to one of ``until``."""

    def find(document: Document) -> Passage | None:
        section = section_of(document, headings, until)
        return None if section is None else finder(section)

    return find


def _runs(page: Page, wrapped: bool) -> Iterator[Sequence[TextLine]]:
    for line in page.lines:
        yield (line,)
    for table in page.tables:
        for cell in table.cells:
            if len(cell.lines) > 1:
                yield cell.lines
    rows = rows_on(page)
    yield from rows
    if wrapped:
        for row, following in zip(rows, rows[1:], strict=False):
            yield (*row, *following)
