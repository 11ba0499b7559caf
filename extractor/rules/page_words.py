"""What stands on a document's pages beside its fields: the words, and cells that are empty."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.rules.rule import Words
from extractor.values.texts import compact
from models.document import BoundingBox
from models.extraction import Evidence, Extraction, Field, Submission

_WITHIN = 0.9
"""How much of a cell's own area its evidence covers."""


def words_of(documents: Sequence[Extraction], submission: Submission) -> Words | None:
    """All that was read on the documents' pages; None where that is nothing."""
    own = {each.document for each in documents}
    places = [place for each in submission.documents if each.id in own for place in each.pages]
    pages = {(each.page.file, each.page.number): each.page for each in submission.pages}
    texts = tuple(compact(pages[place].text) if place in pages else "" for place in places)
    return Words(texts, tuple(number for _, number in places)) if any(texts) else None


def first_page(documents: Sequence[Extraction], words: Words) -> Field:
    """A field that shows where the words begin: the whole page."""
    file = next((each.file for one in documents for each in evidence_of(one)), 0)
    number = words.numbers[0] if words.numbers else None
    whole = BoundingBox(left=0.0, top=0.0, right=1.0, bottom=1.0)
    evidence = Evidence(file=file, page=number, box=whole, text="")
    key = f"{documents[0].kind}.words"
    return Field(key=key, label="正文", kind="text", status="sure", evidence=(evidence,))


def evidence_of(extraction: Extraction) -> tuple[Evidence, ...]:
    """Every place from which the document's fields were read."""
    return tuple(each for field in extraction.fields for each in field.evidence)


def is_blank(stated: Field, submission: Submission) -> bool:
    """Whether the field's place is a cell whose pixels were looked at and show nothing."""
    cells = [
        cell
        for evidence in stated.evidence
        for each in submission.pages
        if (each.page.file, each.page.number) == (evidence.file, evidence.page) and evidence.box
        for table in each.page.tables
        for cell in table.cells
        if each.page.on_upright(cell.box).overlap(evidence.box) > _WITHIN
    ]
    return bool(cells) and all(cell.blank for cell in cells)
