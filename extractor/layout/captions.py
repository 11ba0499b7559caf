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
    after(("单位基本情况表",), finder, until=(…))   the finder on that section only

``stop`` names the captions that may follow a value: pass all captions of the form. Captions are
given as printed, without unit and colon; spaces, colons, brackets and letter width don't matter,
and of four or more letters one may be misread. An exact caption is preferred to a misread one,
and a cell to a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractor.layout.alignment import page_rows
from extractor.layout.characters import Characters, passage_of
from extractor.layout.columns import Rows, value_below, value_beside
from extractor.layout.matching import Match, find_captions, plain, same_caption
from extractor.layout.passage import Passage
from models.document import BoundingBox, Cell, Document, Page, Table, TextLine

Finder = Callable[[Document], Passage | None]
"""Where the value stands, or None where the pages have no such caption."""


@dataclass(frozen=True)
class _Candidate:
    match: Match
    in_line: bool
    passage: Passage

    @property
    def rank(self) -> tuple[int, bool, bool]:
        return int(self.match), self.in_line, not self.passage.text


def beside(*captions: str, stop: Sequence[str] = (), row_of: Sequence[str] = ()) -> Finder:
    """What stands right of one of the captions.

    In a drawn table the cell to the right, or what follows in the caption's own cell; elsewhere
    the rest of the line, or the next print on the row, and the lines below that go on flush with
    it. ``row_of`` keeps only captions that stand on a row right of one of those captions.
    """

    def find(document: Document) -> Passage | None:
        return _best(
            candidate
            for page in document.pages
            for candidate in (
                *_in_tables(page, captions, stop, row_of),
                *_in_lines(page, captions, stop, row_of),
            )
        )

    return find


def cell_beside(*captions: str, stop: Sequence[str] = (), row_of: Sequence[str] = ()) -> Finder:
    """The cell right of the caption's in a drawn table, or the rest of the caption's own cell."""

    def find(document: Document) -> Passage | None:
        return _best(
            candidate
            for page in document.pages
            for candidate in _in_tables(page, captions, stop, row_of)
        )

    return find


def below(*captions: str, stop: Sequence[str] = ()) -> Finder:
    """What stands under one of the captions: the cell below it, or the lines below it."""

    def find(document: Document) -> Passage | None:
        return _best(
            candidate
            for page in document.pages
            for candidate in (*_cells_below(page, captions), *_lines_below(page, captions, stop))
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


def after(headings: Sequence[str], finder: Finder, until: Sequence[str] = ()) -> Finder:
    """The finder on what is printed from one of the headings on, up to one of ``until``."""

    def find(document: Document) -> Passage | None:
        section = section_of(document, headings, until)
        return None if section is None else finder(section)

    return find


def section_of(
    document: Document, headings: Sequence[str], until: Sequence[str] = ()
) -> Document | None:
    """The document cut to what is printed from a heading on, or None where it has none."""
    pages: list[Page] = []
    for page in document.pages:
        start, stop = _heights(page, headings, until, inside=bool(pages))
        if start is None:
            continue
        pages.append(_slice(page, start, stop))
        if stop is not None:
            break
    return document.model_copy(update={"pages": tuple(pages)}) if pages else None


@lru_cache(maxsize=64)
def rows_on(page: Page) -> tuple[tuple[TextLine, ...], ...]:
    """The printed rows of a page, from top to bottom."""
    return tuple(tuple(row) for row in page_rows(page))


def _best(candidates: Iterator[_Candidate]) -> Passage | None:
    """The best candidate, the first of equals."""
    best = min(candidates, key=lambda candidate: candidate.rank, default=None)
    return None if best is None else best.passage


def _in_tables(
    page: Page, captions: Sequence[str], stop: Sequence[str], row_of: Sequence[str]
) -> Iterator[_Candidate]:
    for table in page.tables:
        if not table.ruled:
            continue
        for cell in table.cells:
            if cell.lines and (not row_of or _behind_caption(table, cell, row_of)):
                yield from _at_cell(page, table, cell, captions, stop)


def _at_cell(
    page: Page, table: Table, cell: Cell, captions: Sequence[str], stop: Sequence[str]
) -> Iterator[_Candidate]:
    match = _whole_cell(cell, captions)
    if match is not None:
        value = _value_cell(table, cell, (*captions, *stop))
        if value is not None:
            yield _Candidate(match, False, passage_of(page, value.lines, value.box))
        return
    rows = Rows.of(page, page_rows(page, cell.lines), (*captions, *stop))
    for number, row in enumerate(rows.rows):
        for found in find_captions(row, captions):
            passage = value_beside(rows, number, found)
            if passage is not None and passage.text:
                yield _Candidate(found.match, False, passage)


def _whole_cell(cell: Cell, captions: Sequence[str]) -> Match | None:
    printed = plain(cell.text)
    matches = [same_caption(printed, caption) for caption in captions]
    return min((match for match in matches if match is not None), default=None)


def _value_cell(table: Table, cell: Cell, captions: Sequence[str]) -> Cell | None:
    """The next cell to the right that is no caption; None where a caption follows at once."""
    value = table.right_of(cell)
    if value is None or _whole_cell(value, captions) is not None:
        return None
    return value


def _behind_caption(table: Table, cell: Cell, captions: Sequence[str]) -> bool:
    return any(
        other is not None and _whole_cell(other, captions) is not None
        for other in (table.at(cell.row, column) for column in range(cell.column))
    )


def _in_lines(
    page: Page, captions: Sequence[str], stop: Sequence[str], row_of: Sequence[str]
) -> Iterator[_Candidate]:
    rows = Rows.of(page, _rows_outside(page), (*captions, *stop, *row_of))
    for number, row in enumerate(rows.rows):
        lead = [each.start for each in find_captions(row, row_of)] if row_of else [-1]
        for found in find_captions(row, captions):
            if not any(start < found.start for start in lead):
                continue
            passage = value_beside(rows, number, found)
            if passage is not None:
                yield _Candidate(found.match, True, passage)


@lru_cache(maxsize=64)
def _rows_outside(page: Page) -> tuple[tuple[TextLine, ...], ...]:
    """The rows of what stands in no drawn table."""
    ruled = [table for table in page.tables if table.ruled]
    if not ruled:
        return rows_on(page)
    if page.source == "word":
        held = {line for table in ruled for cell in table.cells for line in cell.lines}
        return tuple((line,) for line in page.lines if line not in held)
    outside = [
        line
        for line in page.lines
        if not any(table.box.contains(*line.box.centre) for table in ruled)
    ]
    return tuple(tuple(row) for row in page_rows(page, outside))


def _cells_below(page: Page, captions: Sequence[str]) -> Iterator[_Candidate]:
    for table in page.tables:
        for cell in table.cells:
            match = _whole_cell(cell, captions) if cell.lines else None
            under = table.below(cell) if match is not None else None
            if match is not None and under is not None:
                yield _Candidate(match, False, passage_of(page, under.lines, under.box))


def _lines_below(page: Page, captions: Sequence[str], stop: Sequence[str]) -> Iterator[_Candidate]:
    rows = Rows.of(page, _rows_outside(page), (*captions, *stop))
    for number, row in enumerate(rows.rows):
        for found in find_captions(row, captions):
            if found.match is not Match.RUN_ON:
                yield _Candidate(found.match, True, value_below(rows, number, found))


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


def _heights(
    page: Page, headings: Sequence[str], until: Sequence[str], *, inside: bool
) -> tuple[int | None, int | None]:
    """The first row of the section on this page, and the row it ends before."""
    start: int | None = 0 if inside else None
    for number, row in enumerate(rows_on(page)):
        characters = Characters.of(row)
        if start is None:
            if find_captions(characters, headings):
                start = number
        elif find_captions(characters, until):
            return start, number
    return start, None


def _slice(page: Page, start: int, stop: int | None) -> Page:
    """The page with only the rows start…stop, and the tables' cells that lie among them."""
    rows = rows_on(page)
    chosen = [line for row in rows[start:stop] for line in row]
    if page.source == "word" or (start == 0 and stop is None) or not chosen:
        return page.model_copy(update={"lines": tuple(chosen)})
    top = 0.0 if start == 0 else min(line.box.top for line in rows[start])
    bottom = 1.0 if stop is None else min(line.box.top for line in rows[stop])
    band = BoundingBox.clipped(0, top, 1, bottom)
    return page.model_copy(update={"lines": tuple(chosen), "tables": _within(page.tables, band)})


def _within(tables: Sequence[Table], band: BoundingBox) -> tuple[Table, ...]:
    kept = []
    for table in tables:
        cells = tuple(cell for cell in table.cells if band.contains(*cell.box.centre))
        if cells:
            kept.append(table.model_copy(update={"cells": cells}))
    return tuple(kept)
