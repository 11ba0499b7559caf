"""Every field of the truth beside what the report has for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.evaluate.equality import (
    Agreement,
    agreement,
    character_accuracy,
    is_long_text,
)
from extractor.evaluate.places import any_points_at
from extractor.evaluate.results import ExtraDocument, FieldOutcome, FieldResult, Place
from extractor.evaluate.truth import TrueDocument, TrueField
from models.report import ReportDocument, ReportField

Pages = frozenset[tuple[int, int]]
"""(file of the truth, page number)."""


def compare_documents(
    read: Sequence[ReportDocument],
    truth: Sequence[TrueDocument],
    numbers: Mapping[int, int],
) -> tuple[tuple[FieldResult, ...], int, tuple[ExtraDocument, ...]]:
    """The fields of the true documents, how many documents were found, and those that are none.

    A document of the report stands for the true one of its kind it shares most pages with, each
    for one at most. Documents of files that the truth doesn't speak of (the Word form) are left
    out.
    """
    pages = {document.id: _pages(document, numbers) for document in read}
    taken = _matched(read, truth, pages)
    results = tuple(
        _compared(expected, document, taken.get(document.id), numbers)
        for document in truth
        for expected in document.fields
    )
    spoken_of = {page for document in truth for page in _true_pages(document)}
    used = {document.id for document in taken.values()}
    extra = tuple(
        _extra(document, pages[document.id])
        for document in read
        if document.id not in used and pages[document.id] & spoken_of
    )
    return results, len(taken), extra


def _pages(document: ReportDocument, numbers: Mapping[int, int]) -> Pages:
    return frozenset(
        (numbers[page.file], page.number) for page in document.pages if page.file in numbers
    )


def _true_pages(document: TrueDocument) -> Pages:
    return frozenset((page.file, page.number) for page in document.pages)


def _matched(
    read: Sequence[ReportDocument], truth: Sequence[TrueDocument], pages: Mapping[str, Pages]
) -> dict[str, ReportDocument]:
    """Id of a true document → the report's, the largest shares first."""
    shares = [
        (len(pages[document.id] & _true_pages(expected)), expected, document)
        for expected in truth
        for document in read
        if document.kind == expected.kind
    ]
    taken: dict[str, ReportDocument] = {}
    for share, expected, document in sorted(shares, key=lambda each: -each[0]):
        if share and expected.id not in taken and document not in taken.values():
            taken[expected.id] = document
    return taken


def _extra(document: ReportDocument, pages: Pages) -> ExtraDocument:
    sure = [field for field in document.fields if field.status == "sure" and field.value]
    return ExtraDocument(
        id=document.id,
        kind=document.kind,
        pages=tuple(sorted(number for _, number in pages)),
        sure_values=len(sure),
    )


def _compared(
    expected: TrueField,
    document: TrueDocument,
    found: ReportDocument | None,
    numbers: Mapping[int, int],
) -> FieldResult:
    """The field beside its reading; missing where the document or the field is."""
    fields = found.fields if found is not None else []
    field = next((each for each in fields if each.key == expected.key), None)
    read = None if field is None else field.value
    cells = agreement(expected.value, read)
    seen = _places(field, numbers)
    stands = [Place(file=at.file, page=at.page, box=at.box) for at in expected.evidence]
    return FieldResult(
        document=document.id,
        kind=document.kind,
        key=expected.key,
        outcome=_outcome(expected, field, cells),
        status="missing" if field is None else field.status,
        confidence=0.0 if field is None else field.confidence,
        expected=expected.value,
        read=read,
        text="" if field is None else field.text,
        doubts=() if field is None else tuple(field.doubts),
        cells=cells,
        character_accuracy=_accuracy(expected, field),
        box_hit=_hit(seen, stands) if seen and stands and read is not None else None,
        seen_at=seen[0] if seen else None,
        stands_at=stands[0] if stands else None,
    )


def _outcome(expected: TrueField, field: ReportField | None, cells: Agreement) -> FieldOutcome:
    """Records that a table lost without a word make it wrong; cells said to be unread do not."""
    read = None if field is None else field.value
    if expected.value is None and read is None:
        return "rightly_empty"
    if field is None or read is None:
        return "missing"
    if cells.flawless:
        return "right"
    if cells.wrong or cells.lost:
        return "wrong_sure" if field.status == "sure" else "wrong_doubtful"
    return "missing"


def _accuracy(expected: TrueField, field: ReportField | None) -> float | None:
    if not isinstance(expected.value, str) or not is_long_text(expected.value):
        return None
    read = None if field is None else field.value
    return character_accuracy(expected.value, read) if isinstance(read, str) else 0.0


def _places(field: ReportField | None, numbers: Mapping[int, int]) -> list[Place]:
    """Where the report says it read the value, in the truth's file numbers."""
    return [
        Place(file=numbers[seen.file], page=seen.page, box=seen.box)
        for seen in (() if field is None else field.evidence)
        if seen.file in numbers and seen.page is not None and seen.box is not None
    ]


def _hit(seen: Sequence[Place], stands: Sequence[Place]) -> bool:
    return any_points_at(
        ((place.file, place.page, place.box) for place in seen),
        ((place.file, place.page, place.box) for place in stands),
    )
