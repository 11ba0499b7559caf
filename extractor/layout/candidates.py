"""Every place on a page where the value of a caption may stand, and how good a place it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractor.layout.alignment import page_rows
from extractor.layout.characters import Characters, passage_of
from extractor.layout.columns import value_beside
from extractor.layout.matching import Match, find_captions, plain, same_caption
from extractor.layout.passage import Passage
from extractor.layout.rows import Rows, rows_outside_tables
from extractor.layout.under import value_below
from models.document import Cell, Page, Table


@dataclass(frozen=True)
class Candidate:
    """A passage and what speaks for it."""

    match: Match
    in_line: bool
    passage: Passage

    @property
    def rank(self) -> tuple[int, bool, bool]:
        """Least is best: the very words, in a cell, with something printed."""
        return int(self.match), self.in_line, not self.passage.text


def best(places: Callable[[bool], Iterable[Candidate]]) -> Passage | None:
    """The best of the places, the first of equals.

    ``places`` is asked for those with the very words first, and for misread ones (True) only
    where there are none.
    """
    for misread in (False, True):
        found = min(places(misread), key=lambda candidate: candidate.rank, default=None)
        if found is not None:
            return found.passage
    return None


@dataclass(frozen=True)
class _Printed:
    """A cell with print in it, ready to look for captions."""

    table: Table
    cell: Cell
    plain: str
    rows: tuple[Characters, ...]


@lru_cache(maxsize=64)
def _cells_on(page: Page) -> tuple[_Printed, ...]:
    """The cells of the page's drawn tables that hold print."""
    return tuple(
        _Printed(
            table,
            cell,
            plain(cell.text),
            tuple(Characters.of(row) for row in page_rows(page, cell.lines)),
        )
        for table in page.tables
        if table.ruled
        for cell in table.cells
        if cell.lines
    )


def in_tables(
    page: Page,
    captions: Sequence[str],
    stop: Sequence[str],
    row_of: Sequence[str],
    misread: bool,
) -> Iterator[Candidate]:
    """The cells right of a caption's, and what follows a caption within its own cell."""
    for printed in _cells_on(page):
        if row_of and not _behind_caption(printed.table, printed.cell, row_of):
            continue
        match = _fits(printed.plain, captions, misread)
        if match is None:
            yield from _inside(page, printed, captions, stop, misread)
            continue
        value = _value_cell(printed.table, printed.cell, (*captions, *stop))
        if value is not None:
            yield Candidate(match, False, passage_of(page, value.lines, value.box))


def _inside(
    page: Page, printed: _Printed, captions: Sequence[str], stop: Sequence[str], misread: bool
) -> Iterator[Candidate]:
    """What follows a caption within its own cell."""
    every = [find_captions(row, captions, misread=misread) for row in printed.rows]
    if not any(every):
        return
    rows = Rows.of(page, printed.rows, (*captions, *stop))
    for number, found in enumerate(every):
        for each in found:
            passage = value_beside(rows, number, each)
            if passage is not None and passage.text:
                yield Candidate(each.match, False, passage)


def _fits(printed: str, captions: Sequence[str], misread: bool) -> Match | None:
    """How well a cell, given as ``plain``, fits one of the captions."""
    matches = [same_caption(printed, caption) for caption in captions]
    best_match = min((match for match in matches if match is not None), default=None)
    return None if best_match is Match.MISREAD and not misread else best_match


def _whole_cell(cell: Cell, captions: Sequence[str]) -> Match | None:
    return _fits(plain(cell.text), captions, misread=True) if cell.lines else None


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


def in_lines(
    page: Page,
    captions: Sequence[str],
    stop: Sequence[str],
    row_of: Sequence[str],
    misread: bool,
) -> Iterator[Candidate]:
    """What stands right of a caption outside of tables."""
    rows = rows_outside_tables(page, frozenset((*captions, *stop, *row_of)))
    every = [find_captions(row, captions, misread=misread) for row in rows.rows]
    if misread and not any(every):
        every = [rows.halves(number, captions) for number in range(len(rows.rows))]
    for number, found in enumerate(every):
        if not found:
            continue
        lead = [-1]
        if row_of:
            lead = [each.start for each in find_captions(rows.rows[number], row_of)]
        for each in found:
            passage = value_beside(rows, number, each)
            if passage is not None and any(start < each.start for start in lead):
                yield Candidate(each.match, True, passage)


def cells_below(page: Page, captions: Sequence[str], misread: bool) -> Iterator[Candidate]:
    """The cells under a caption's."""
    for table in page.tables:
        for cell in table.cells:
            match = _fits(plain(cell.text), captions, misread) if cell.lines else None
            under = table.below(cell) if match is not None else None
            if match is not None and under is not None:
                yield Candidate(match, False, passage_of(page, under.lines, under.box))


def lines_below(
    page: Page, captions: Sequence[str], stop: Sequence[str], misread: bool
) -> Iterator[Candidate]:
    """What stands under a caption outside of tables."""
    rows = rows_outside_tables(page, frozenset((*captions, *stop)))
    for number, row in enumerate(rows.rows):
        for found in find_captions(row, captions, misread=misread):
            if found.match is not Match.RUN_ON:
                yield Candidate(found.match, True, value_below(rows, number, found))
