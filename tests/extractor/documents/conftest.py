"""Small documents made of printed lines and drawn tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from extractor.documents.catalogue import kinds
from extractor.documents.extracting import extraction_of
from models.document import (
    BoundingBox,
    Cell,
    Document,
    DocumentKind,
    Page,
    Seal,
    Table,
    TextLine,
)
from models.extraction import Extraction

LineMaker = Callable[..., TextLine]
TableMaker = Callable[..., Table]
PageMaker = Callable[..., Page]
Reader = Callable[..., Extraction]

LETTER = 0.018
"""Width of a printed letter on these pages."""
HEIGHT = 0.014
ROW = 0.02
"""Height of a table's row."""


@pytest.fixture
def line() -> LineMaker:
    """A line of print whose letters stand side by side from ``left`` on."""

    def make(text: str, left: float, top: float, confidence: float = 0.99) -> TextLine:
        count = len(text)
        letter = min(LETTER, 0.95 / max(1, count))
        return TextLine(
            text=text,
            box=BoundingBox.clipped(left, top, left + letter * count, top + HEIGHT),
            confidence=confidence,
            centres=tuple(min(1.0, left + letter * (at + 0.5)) for at in range(count)),
            confidences=(confidence,) * count,
        )

    return make


@pytest.fixture
def table(line: LineMaker) -> TableMaker:
    """A drawn table of these rows of texts; None in a row joins the cell to the one above it."""

    def make(rows: Sequence[Sequence[str | None]], top: float = 0.2, blank: bool = True) -> Table:
        wide = 0.9 / max(len(row) for row in rows)
        cells = []
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                if text is None:
                    continue
                span = 1
                while number + span < len(rows) and rows[number + span][column] is None:
                    span += 1
                left, high = 0.05 + column * wide, top + number * ROW
                box = BoundingBox.clipped(left, high, left + wide, high + span * ROW)
                lines = (line(text, left + 0.002, high + 0.003),) if text else ()
                cells.append(
                    Cell(
                        row=number,
                        column=column,
                        row_span=span,
                        box=box,
                        lines=lines,
                        blank=blank and not text,
                    )
                )
        return Table(box=BoundingBox.around(cell.box for cell in cells), cells=tuple(cells))

    return make


@pytest.fixture
def page() -> PageMaker:
    """A page with these lines, tables and seals."""

    def make(
        lines: Sequence[TextLine] = (),
        tables: Sequence[Table] = (),
        seals: Sequence[Seal] = (),
        number: int = 1,
    ) -> Page:
        held = [line for each in tables for cell in each.cells for line in cell.lines]
        return Page(
            file=0,
            number=number,
            width=1654,
            height=2339,
            lines=(*lines, *held),
            tables=tuple(tables),
            seals=tuple(seals),
        )

    return make


@pytest.fixture
def read() -> Reader:
    """What a document of this kind states on these pages."""
    known = {kind.kind: kind for kind in kinds()}

    def make(kind: DocumentKind, *pages: Page) -> Extraction:
        document = Document(id=f"{kind}-1", kind=kind, title="", pages=pages)
        return extraction_of(document, known[kind])

    return make
