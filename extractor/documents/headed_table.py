"""The records of a table whose columns are named by a heading row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extractor.documents.numbered_form import cell_passage, tables_on
from extractor.layout.characters import passage_of
from extractor.layout.passage import Passage
from extractor.values.texts import compact
from models.document import BoundingBox, Cell, Document, Page, Table

Headings = Mapping[str, re.Pattern[str]]
"""Name of the column → what its heading looks like, matched whole, half-width, without spaces."""


@dataclass(frozen=True)
class Record:
    """One row under the headings: name of the column → what stands there."""

    page: Page
    cells: Mapping[str, Passage]
    row_text: str
    """All cells of the row from left to right, those of other columns too."""
    heading: int = 0
    """Which heading row it stands under, counted through the document."""

    def text(self, name: str) -> str:
        """What stands in the column, half-width and without spaces; empty where it has none."""
        return self.cells[name].text if name in self.cells else ""


def records_of(
    document: Document, headings: Headings, needed: frozenset[str]
) -> tuple[Record, ...]:
    """The rows under every heading row that names the needed columns, page by page.

    A table on the next page that has as many columns and no heading of its own goes on under the
    last heading.
    """
    records: list[Record] = []
    last: tuple[dict[int, str], int] | None = None
    headed = 0
    for page in document.pages:
        for table in tables_on(page):
            found = _heading_of(table, headings, needed)
            width = max(cell.column + cell.column_span for cell in table.cells)
            if found is not None:
                row, columns = found
                last = (columns, width)
                headed += 1
            elif last is not None and last[1] == width and page is not document.pages[0]:
                row, columns = -1, last[0]
            else:
                continue
            records.extend(_records(page, table, row + 1, columns, headed))
    return tuple(records)


def _heading_of(
    table: Table, headings: Headings, needed: frozenset[str]
) -> tuple[int, dict[int, str]] | None:
    """The heading row and its columns, or None where no row names the needed ones."""
    rows = table.rows()
    for number, cells in enumerate(rows):
        columns: dict[int, str] = {}
        # A heading over two rows stands beside those of the second too.
        above = [cell for row in rows[:number] for cell in row if cell.row + cell.row_span > number]
        for cell in (*above, *cells):
            name = _name_of(cell, headings)
            if name is not None and name not in columns.values():
                columns[cell.column] = name
        if needed <= set(columns.values()):
            return number, columns
    return None


def _name_of(cell: Cell, headings: Headings) -> str | None:
    text = compact(cell.text)
    return next((name for name, heading in headings.items() if heading.fullmatch(text)), None)


def _records(
    page: Page, table: Table, first_row: int, columns: Mapping[int, str], headed: int
) -> Iterator[Record]:
    for row in range(first_row, len(table.rows())):
        cells = {
            name: _in_column(page, table, cell, column, columns)
            for column, name in columns.items()
            if (cell := table.at(row, column)) is not None and cell.row >= first_row
        }
        if any(passage.lines for passage in cells.values()):
            whole = "".join(compact(cell.text) for cell in table.rows()[row])
            yield Record(page, cells, whole, headed)


def _in_column(
    page: Page, table: Table, cell: Cell, column: int, columns: Mapping[int, str]
) -> Passage:
    """What stands in the column, also where a ruling was lost and its cell covers another one."""
    covered = [each for each in columns if cell.column <= each < cell.column + cell.column_span]
    if len(covered) < 2:
        return cell_passage(page, cell)
    heads = [head for head in table.cells if head.column == column and head.column_span == 1]
    left = min((head.box.left for head in heads), default=cell.box.left)
    right = max((head.box.right for head in heads), default=cell.box.right)
    lines = []
    for line in cell.lines:
        inside = [at for at, centre in enumerate(line.centres) if left <= centre < right]
        if inside:
            lines.append(line.part(inside[0], inside[-1] + 1))
    box = BoundingBox.clipped(left, cell.box.top, right, cell.box.bottom)
    return passage_of(page, lines, box)
