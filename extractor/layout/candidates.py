"""Every place on a page where the value of a caption may stand, and how good a place it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.layout.alignment import page_rows
from extractor.layout.characters import passage_of
from extractor.layout.columns import value_below, value_beside
from extractor.layout.matching import Match, find_captions, plain, same_caption
from extractor.layout.passage import Passage
from extractor.layout.rows import Rows, rows_outside_tables
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


def best(candidates: Iterator[Candidate]) -> Passage | None:
    """The best candidate, the first of equals."""
    best = min(candidates, key=lambda candidate: candidate.rank, default=None)
    return None if best is None else best.passage


def in_tables(
    page: Page, captions: Sequence[str], stop: Sequence[str], row_of: Sequence[str]
) -> Iterator[Candidate]:
    """The cells right of a caption's, and what follows a caption within its own cell."""
    for table in page.tables:
        if not table.ruled:
            continue
        for cell in table.cells:
            if cell.lines and (not row_of or _behind_caption(table, cell, row_of)):
                yield from _at_cell(page, table, cell, captions, stop)


def _at_cell(
    page: Page, table: Table, cell: Cell, captions: Sequence[str], stop: Sequence[str]
) -> Iterator[Candidate]:
    match = _whole_cell(cell, captions)
    if match is not None:
        value = _value_cell(table, cell, (*captions, *stop))
        if value is not None:
            yield Candidate(match, False, passage_of(page, value.lines, value.box))
        return
    rows = Rows.of(page, page_rows(page, cell.lines), (*captions, *stop))
    for number, row in enumerate(rows.rows):
        for found in find_captions(row, captions):
            passage = value_beside(rows, number, found)
            if passage is not None and passage.text:
                yield Candidate(found.match, False, passage)


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


def in_lines(
    page: Page, captions: Sequence[str], stop: Sequence[str], row_of: Sequence[str]
) -> Iterator[Candidate]:
    """What stands right of a caption outside of tables."""
    rows = Rows.of(page, rows_outside_tables(page), (*captions, *stop, *row_of))
    every = [find_captions(row, captions) for row in rows.rows]
    for number, (row, found) in enumerate(zip(rows.rows, every, strict=True)):
        lead = [each.start for each in find_captions(row, row_of)] if row_of else [-1]
        if not any(every):
            found = rows.halves(number, captions)
        for each in found:
            passage = value_beside(rows, number, each)
            if passage is not None and any(start < each.start for start in lead):
                yield Candidate(each.match, True, passage)


def cells_below(page: Page, captions: Sequence[str]) -> Iterator[Candidate]:
    """The cells under a caption's."""
    for table in page.tables:
        for cell in table.cells:
            match = _whole_cell(cell, captions) if cell.lines else None
            under = table.below(cell) if match is not None else None
            if match is not None and under is not None:
                yield Candidate(match, False, passage_of(page, under.lines, under.box))


def lines_below(page: Page, captions: Sequence[str], stop: Sequence[str]) -> Iterator[Candidate]:
    """What stands under a caption outside of tables."""
    rows = Rows.of(page, rows_outside_tables(page), (*captions, *stop))
    for number, row in enumerate(rows.rows):
        for found in find_captions(row, captions):
            if found.match is not Match.RUN_ON:
                yield Candidate(found.match, True, value_below(rows, number, found))
