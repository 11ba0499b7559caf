"""The rows of a published form found on a page: which printed row is which row of the form.

Row numbers alone are not enough (single digits are what an OCR loses first, and editions number
differently), and labels alone are not either (子 rows repeat words), so both are used, and the
order of the form decides between rows that look alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from extractor.layout.alignment import aligned_table
from extractor.layout.divided import with_rows_divided
from extractor.layout.passage import Passage
from extractor.values.amounts import parse_cell
from extractor.values.texts import printed
from models.document import Cell, Document, Page, Table
from models.extraction import Amount

_NUMBER = re.compile(r"[L1l]?\d{0,2}(?:\.\d)?")
_LABEL_ALIKE = 60.0
"""Similarity in percent under which a printed label is not the form's: half the words differ."""
_NUMBER_COUNTS = 30.0
"""What an equal row number is worth, in percent of similarity."""
_LABEL_CHARACTERS = 2
_HAN = re.compile(r"[一-龥]")
_FREE_LINE = "（填写"
"""How the template's text of a line starts whose item the taxpayer names: only its number tells."""
_STROKE = re.compile(r"[1一Il|丨]")
"""A cell with a single stroke: a dash and a 1 look alike once scanned."""


_SPECKS = re.compile(r"[.,·•・'`´’‘:;：；。、，…\"“”*°^~˙]+")
"""How the dust of a scan and the remains of a stamp are read; a dash or a stroke means nothing."""


@dataclass(frozen=True)
class PrintedRow:
    """One row as it stands on the page."""

    page: Page
    number: str
    label: str
    value: Passage
    """The last cell of the row; without lines where the cell is empty."""


def printed_rows(document: Document) -> tuple[PrintedRow, ...]:
    """The rows of all tables of the document, top to bottom, page by page."""
    return tuple(
        row
        for page in document.pages
        for table in tables_on(page)
        for row in _rows_of_table(page, with_rows_divided(table))
    )


def tables_on(page: Page) -> tuple[Table, ...]:
    """The ruled tables of the page, or, where nothing is ruled, the aligned one."""
    ruled = tuple(table for table in page.tables if len(table.rows()) > 1)
    if ruled:
        return ruled
    aligned = aligned_table(page.lines)
    return () if aligned is None else (aligned,)


def cell_passage(page: Page, cell: Cell) -> Passage:
    """What stands in the cell; seen and empty where it has no lines, or only specks were read."""
    lines = () if _SPECKS.fullmatch(printed(cell.text)) else cell.lines
    return Passage(page=page, lines=lines, box=cell.box)


def _rows_of_table(page: Page, table: Table) -> list[PrintedRow]:
    last_column = max(cell.column + cell.column_span for cell in table.cells) - 1
    rows = []
    for cells in table.rows():
        labels = [cell for cell in cells if cell.column + cell.column_span - 1 < last_column]
        value = next((c for c in cells if c.column + c.column_span - 1 == last_column), None)
        if value is None or not labels:
            continue
        texts = [printed(cell.text) for cell in labels]
        number = next((text for text in texts if text and _NUMBER.fullmatch(text)), "")
        # The item stands next to the amount; a cell before it names a group of rows.
        words = [text for text in texts if text and text != number and not text.isdigit()]
        # Letters and figures alone beside it are the rest of a seal over the row.
        named = [text for text in words if len(_HAN.findall(text)) >= _LABEL_CHARACTERS]
        label = (named or words or [""])[-1]
        if number or len(label) >= _LABEL_CHARACTERS:
            rows.append(PrintedRow(page, number, label, cell_passage(page, value)))
    return rows


def amount_in_cell(text: str, unit: str = "元") -> Amount | None:
    """The amount in a cell of a form; None for a lone stroke, which may be a dash as well as a 1."""
    return None if _STROKE.fullmatch(printed(text)) else parse_cell(text, unit)


def matched_rows(
    printed_form: Sequence[PrintedRow], published: Sequence[tuple[str, str]]
) -> Mapping[str, PrintedRow]:
    """Row number of the form → printed row, keeping both orders (longest weighted alignment).

    ``published`` holds (number, text) of the edition in order.
    """
    worth = [[_likeness(row, number, text) for number, text in published] for row in printed_form]
    best = [[0.0] * (len(published) + 1) for _ in range(len(printed_form) + 1)]
    for i in range(len(printed_form) - 1, -1, -1):
        for j in range(len(published) - 1, -1, -1):
            taken = best[i + 1][j + 1] + worth[i][j] if worth[i][j] > 0 else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], taken)
    return _walk(best, worth, printed_form, published)


def _walk(
    best: list[list[float]],
    worth: list[list[float]],
    printed_form: Sequence[PrintedRow],
    published: Sequence[tuple[str, str]],
) -> dict[str, PrintedRow]:
    matched = {}
    i = j = 0
    while i < len(printed_form) and j < len(published):
        if worth[i][j] > 0 and best[i][j] == best[i + 1][j + 1] + worth[i][j]:
            matched[published[j][0]] = printed_form[i]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return matched


def _likeness(row: PrintedRow, number: str, text: str) -> float:
    """How much speaks for the printed row being this row of the form; 0 where it is not."""
    same_number = row.number == number
    if text.startswith(_FREE_LINE):
        return _LABEL_ALIKE + _NUMBER_COUNTS if same_number else 0.0
    if same_number and not _bare(row.label):
        return _NUMBER_COUNTS
    alike = fuzz.ratio(_bare(row.label), _bare(text))
    if alike < _LABEL_ALIKE and not (same_number and alike >= _LABEL_ALIKE / 2):
        return 0.0
    return alike + (_NUMBER_COUNTS if same_number else 0.0)


def _bare(label: str) -> str:
    """The words of a label without formulas, punctuation and enumeration."""
    without_formula = re.sub(r"[（(][^（）()]*\d[^（）()]*[）)]", "", printed(label))
    return re.sub(r"[^\w]", "", without_formula)
