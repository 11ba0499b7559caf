"""Tables of amounts whose headings are unknown words, told by their last line being the sum."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extractor.documents.headed_table import Record
from extractor.documents.numbered_form import cell_passage, tables_on
from extractor.values import amounts
from extractor.values.texts import compact
from models.document import Document, Page, Table

_TOTAL = re.compile(r"合计|总计|总额|小计")
_OTHER_FIGURES = re.compile(
    r"预算|申报|调整|上年|上期|去年|计划|差异|差额|占比|比例|账面|合同|批复|核减|核增|数量|工时"
)
"""Headings of columns that state something else than what the auditor found."""
_FEWEST = 3
"""Lines above their sum; one or two add up by chance."""
_WORDS = re.compile(r"[一-龥]{2}")


def records_by_sum(document: Document) -> tuple[Record, ...]:
    """Name and amount of each line of the first table with exactly one such column."""
    for page in document.pages:
        for table in tables_on(page):
            label = _label_column(table)
            if label is None:
                continue
            found = [
                records
                for column in range(label + 1, _width(table))
                if (records := _records(page, table, label, column))
            ]
            if len(found) == 1:
                return found[0]
    return ()


def _width(table: Table) -> int:
    return max(cell.column + cell.column_span for cell in table.cells)


def _label_column(table: Table) -> int | None:
    """The column in which most cells hold words."""
    counts: dict[int, int] = {}
    for cell in table.cells:
        if _WORDS.search(cell.text):
            counts[cell.column] = counts.get(cell.column, 0) + 1
    best = max(counts, key=lambda column: (counts[column], -column), default=None)
    return best if best is not None and counts[best] > _FEWEST else None


def _records(page: Page, table: Table, label: int, column: int) -> tuple[Record, ...]:
    """The column's lines where the last one is the sum of those above it, else none."""
    records: list[Record] = []
    for row in range(len(table.rows())):
        name, amount = table.at(row, label), table.at(row, column)
        if name is None or amount is None or amount.column_span > 1 or amount.row != row:
            continue
        if not amount.lines or amounts.parse_cell(compact(amount.text)) is None:
            if not records and _OTHER_FIGURES.search(compact(amount.text)):
                return ()
            continue
        cells = {"name": cell_passage(page, name), "amount": cell_passage(page, amount)}
        records.append(Record(page, cells, compact(name.text)))
    return tuple(records) if _ends_in_its_sum(records) else ()


def _ends_in_its_sum(records: Sequence[Record]) -> bool:
    if len(records) <= _FEWEST or not _TOTAL.search(records[-1].text("name")):
        return False
    read = [amounts.parse_cell(record.text("amount")) for record in records]
    values = [each.value for each in read if each is not None]
    return values[-1] != 0 and _sum_of_leaves(values[:-1]) == values[-1]


def _sum_of_leaves(values: Sequence[Decimal]) -> Decimal:
    """The sum of the lines without those that the lines right below them make up."""
    return sum(
        (value for at, value in enumerate(values) if not is_sum_of_next(values, at)), Decimal(0)
    )


def is_sum_of_next(values: Sequence[Decimal | None], at: int) -> bool:
    """Whether the amount is what two or more right below it add up to, none of them unread."""
    total, added = values[at], Decimal(0)
    if not total:
        return False
    for number, value in enumerate(values[at + 1 :], start=1):
        if value is None:
            return False
        added += value
        if added == total and number >= 2:
            return True
    return False
