"""Human values in the place of the machine's, which are kept beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from extractor.documents.catalogue import kinds
from extractor.documents.extracting import extraction_of
from extractor.pipeline import stated_day
from extractor.programmes.programme import Programme
from extractor.reconcile.own_rows import with_own_rows
from extractor.reconcile.return_head import with_return_heads
from extractor.reconcile.word_copy import confirmed_by_word, is_word
from models.document import Document, Page
from models.extraction import DocumentSummary, Evidence, Extraction, Field, Submission
from models.review import Correction


def corrected(
    submission: Submission,
    corrections: Sequence[Correction],
    programme: Programme,
    submitted_on: date | None = None,
) -> Submission:
    """The submission with what people stated, its documents' own sums weighed again.

    Only documents whose corrections are not in it yet are understood again, from their pages as
    read: the result is the same as if the human values had been there from the start.

    Args:
        submission: as the machine understood it, or with earlier corrections in it; of those, the
            ones no longer named are taken out.
        corrections: in the order they were made; the last of one field counts.
        programme: the notice, for the day of submission where none is stated.
        submitted_on: the day given by the sender; None takes the stated one.
    """
    every = _by_document(submission, corrections)
    wanted = {
        each.document: every.get(each.document, {})
        for each in submission.extractions
        if not _is_in(each, every.get(each.document, {}))
    }
    if not wanted:
        return submission
    pages = {(each.page.file, each.page.number): each.page for each in submission.pages}
    # A Word copy confirms the sealed form: where a copy is corrected, that is looked at again.
    forms = any(document.startswith("application_form-") for document in wanted)
    copies = {each.document for each in submission.extractions if is_word(each)}
    confirmed_anew = not copies.isdisjoint(wanted)
    summaries = {each.id: each for each in submission.documents}
    again = tuple(
        _understood(summaries[each.document], pages, every.get(each.document, {}))
        if each.document in wanted or (confirmed_anew and each.kind == "application_form")
        else each
        for each in submission.extractions
    )
    places = {each.id: each.pages for each in submission.documents}
    compared = with_return_heads(confirmed_by_word(again) if forms else again, places)
    extractions = with_own_rows(compared)
    day = submitted_on or stated_day(extractions) or programme.deadline
    return submission.model_copy(update={"extractions": extractions, "submitted_on": day})


def unplaced(submission: Submission, corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """Corrections whose document is no more: its pages are of another kind now."""
    return tuple(each for each in corrections if document_of(submission, each) is None)


def document_of(submission: Submission, correction: Correction) -> DocumentSummary | None:
    """The document that the correction is about: of its kind, with its page."""
    kind = correction.key.partition(".")[0]
    place = (correction.anchor.file, correction.anchor.number)
    holding = [
        each
        for each in submission.documents
        if each.kind == kind and place in (*each.pages, *each.attachments)
    ]
    return holding[0] if holding else None


def _by_document(
    submission: Submission, corrections: Sequence[Correction]
) -> Mapping[str, Mapping[str, Correction]]:
    wanted: dict[str, dict[str, Correction]] = {}
    for each in corrections:
        document = document_of(submission, each)
        if document is not None:
            wanted.setdefault(document.id, {})[each.key] = each
    return wanted


def _is_in(extraction: Extraction, by_key: Mapping[str, Correction]) -> bool:
    """Whether the document states what people said, and nothing that they took back."""
    stated = {field.key: field for field in extraction.fields if field.machine is not None}
    return stated.keys() == by_key.keys() and all(
        stated_by_person(field, by_key[key]) == field for key, field in stated.items()
    )


def _understood(
    summary: DocumentSummary,
    pages: Mapping[tuple[int, int], Page],
    by_key: Mapping[str, Correction],
) -> Extraction:
    """What the document states, with the corrections of its fields."""
    document = Document(
        id=summary.id,
        kind=summary.kind,
        title=summary.title,
        pages=tuple(pages[place] for place in summary.pages),
        attachments=tuple(pages[place] for place in summary.attachments),
    )
    kind = next(each for each in kinds() if each.kind == summary.kind)

    def by_people(field: Field) -> Field:
        correction = by_key.get(field.key)
        return field if correction is None else stated_by_person(field, correction)

    return extraction_of(document, kind, by_people)


def stated_by_person(field: Field, correction: Correction) -> Field:
    """The field as the person states it; the machine's reading stays with it."""
    machine = field.machine or field
    first = machine.evidence[0] if machine.evidence else None
    page, box = correction.page, correction.box
    evidence = Evidence(
        file=page.file if page else first.file if first else correction.anchor.file,
        page=page.number if page else first.page if first else correction.anchor.number,
        box=box if page else first.box if first else None,
        text=correction.text,
        source="reviewer",
    )
    return Field(
        key=field.key,
        label=field.label,
        kind=field.kind,
        value=correction.value,
        text=correction.text,
        confidence=1.0,
        status="missing" if correction.value is None else "sure",
        evidence=(evidence,),
        machine=machine,
    )
