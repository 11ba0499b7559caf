"""The records of a table whose columns are named by a heading row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extractor.documents.numbered_form import cell_passage, tables_on
from extractor.layout.passage import Passage
from extractor.values.texts import compact
from models.document import Cell, Document, Page, Table

Headings = Mapping[str, re.Pattern[str]]
"""Name of the column → what its heading looks like, matched whole, half-width, without spaces."""


@dataclass(frozen=True)
class Record:
    """One row under the headings: name of the column → what stands there."""

    page: Page
    cells: Mapping[str, Passage]

    def text(self, name: str) -> str:
        """What stands in the column, half-width and without spaces; empty where it has none."""
        return self.cells[name].text if name in self.cells else ""

    @property
    def row_text(self) -> str:
        """All cells of the row from left to right."""
        return "".join(passage.text for passage in self.cells.values())


def records_of(
    document: Document, headings: Headings, needed: frozenset[str]
) -> tuple[Record, ...]:
    """The rows under every heading row that names the needed columns, page by page.

    A table on the next page that has as many columns and no heading of its own goes on under the
    last heading.
    """
    records: list[Record] = []
    last: tuple[dict[int, str], int] | None = None
    for page in document.pages:
        for table in tables_on(page):
            found = _heading_of(table, headings, needed)
            width = max(cell.column + cell.column_span for cell in table.cells)
            if found is not None:
                row, columns = found
                last = (columns, width)
            elif last is not None and last[1] == width and page is not document.pages[0]:
                row, columns = -1, last[0]
            else:
                continue
            records.extend(_records(page, table, row + 1, columns))
    return tuple(records)


def _heading_of(
    table: Table, headings: Headings, needed: frozenset[str]
) -> tuple[int, dict[int, str]] | None:
    """The heading row and its columns, or None where no row names the needed ones."""
    for number, cells in enumerate(table.rows()):
        columns = {
            cell.column: name for cell in cells if (name := _name_of(cell, headings)) is not None
        }
        if needed <= set(columns.values()):
            return number, columns
    return None


def _name_of(cell: Cell, headings: Headings) -> str | None:
    text = compact(cell.text)
    return next((name for name, heading in headings.items() if heading.fullmatch(text)), None)


def _records(
    page: Page, table: Table, first_row: int, columns: Mapping[int, str]
) -> Iterator[Record]:
    for row in range(first_row, len(table.rows())):
        cells = {
            name: cell_passage(page, cell)
            for column, name in columns.items()
            if (cell := table.at(row, column)) is not None and cell.row >= first_row
        }
        if any(passage.lines for passage in cells.values()):
            yield Record(page, cells)
