"""A part of a document: what is printed from one heading on, up to another."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.layout.characters import Characters
from extractor.layout.matching import find_captions
from extractor.layout.rows import rows_on
from models.document import BoundingBox, Document, Page, Table


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
