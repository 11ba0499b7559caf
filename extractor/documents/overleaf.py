"""Cells of the form whose text goes on over the page: Word breaks a long row where the page ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.documents.kind import Finder
from extractor.layout.passage import Passage
from extractor.reconcile.certainty import doubted, judged
from extractor.values import texts
from models.document import Cell, Document, Page, Table
from models.extraction import Field, Text

_ASIDE = 0.04
"""Of the page's width: how far the sides of the table's two halves may lie apart."""
_NEAR_THE_END = 0.85
"""Down the page from which a cell may have been broken by the page's end."""
_SAME_EDGE = 0.012
"""Of the page: how far the foot of the last cell may lie from the foot of the table."""
_WITHIN = 0.9
"""Share of the words' area that lies in their cell."""
_COMPLETE = re.compile(r"[。！!；;）)】”\"]$")
_CUT_OFF = "文字止于页末，下页未见续文，请核对原件"


def whole_text(document: Document | None, key: str, label: str, find: Finder) -> Field:
    """The text of a cell with what stands of it on the pages that follow."""
    passage = None if document is None else find(document)
    field = judged(key, label, "text", passage, texts.parse)
    if document is None or passage is None or not isinstance(field.value, Text):
        return field
    parts = _goes_on(document, passage)
    if not parts:
        return doubted(field, _CUT_OFF) if _may_be_cut(passage, field.value.value) else field
    every = [judged(key, label, "text", each, texts.parse) for each in parts]
    read = [field, *(each for each in every if isinstance(each.value, Text))]
    doubts = tuple(dict.fromkeys(doubt for each in read for doubt in each.doubts))
    value = "".join(each.value.value for each in read if isinstance(each.value, Text))
    return field.model_copy(
        update={
            "value": Text(value=value),
            "text": "".join(each.text for each in read),
            "confidence": min(each.confidence for each in read),
            "evidence": tuple(mark for each in read for mark in each.evidence),
            "doubts": doubts,
            "status": "doubtful" if doubts else "sure",
        }
    )


def _goes_on(document: Document, passage: Passage) -> list[Passage]:
    """The rest of the passage's cell on the next pages."""
    parts: list[Passage] = []
    place = _place_of(passage)
    page = passage.page
    while place is not None and _is_last(*place):
        following = _page_after(document.pages, page)
        place = None if following is None else _first_cell(following, *place)
        if following is not None and place is not None:
            page = following
            parts.append(Passage(page=page, lines=place[1].lines, box=place[1].box))
    return parts


def _may_be_cut(passage: Passage, words: str) -> bool:
    """Whether the words stop short in the last cell of a table that ends with the page."""
    place = _place_of(passage)
    if place is None or not _is_last(*place):
        return False
    return place[1].box.bottom > _NEAR_THE_END and not _COMPLETE.search(words)


def _place_of(passage: Passage) -> tuple[Table, Cell] | None:
    """The drawn table and the cell of it in which the passage stands."""
    around = [
        (table, cell)
        for table in passage.page.tables
        if table.ruled
        for cell in table.cells
        if passage.box.overlap(cell.box) >= _WITHIN
    ]
    return min(around, key=lambda each: each[1].box.area, default=None)


def _is_last(table: Table, cell: Cell) -> bool:
    """Whether nothing of the table stands under the cell."""
    return table.box.bottom - cell.box.bottom <= _SAME_EDGE


def _page_after(pages: Sequence[Page], page: Page) -> Page | None:
    return next(
        (each for each in pages if each.file == page.file and each.number == page.number + 1), None
    )


def _first_cell(page: Page, above: Table, cell: Cell) -> tuple[Table, Cell] | None:
    """The first cell of the page's table, where its row has no caption of its own."""
    here = [table for table in page.tables if table.ruled]
    table = min(here, key=lambda each: each.box.top, default=None)
    if table is None or abs(table.box.left - above.box.left) > _ASIDE:
        return None
    caption, *rest = table.rows()[0]
    filled = [each for each in rest if each.lines]
    beside = caption.box.right <= cell.box.left + _ASIDE
    aligned = abs(table.box.right - above.box.right) <= _ASIDE
    if caption.lines or len(filled) != 1 or not beside or not aligned:
        return None
    return table, filled[0]
