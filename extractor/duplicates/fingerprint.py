"""The few facts of one submission by which duplicates of it are found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractor.duplicates.depicted import pictures_of
from extractor.duplicates.likeness import signature_of
from extractor.rules.choosing import applicant_of, sealed_forms, sure_text
from models.document import DocumentKind
from models.duplicate import Fingerprint, Printed, StatedNumber, StatedPhone
from models.extraction import Day, Extraction, Field, Submission

_NUMBERS: Mapping[DocumentKind, tuple[tuple[str, ...], str, str | None, str | None]] = {
    "audit_report": (("report_no", "verification_code"), "entity_name", "firm", "signed_on"),
    "special_audit_report": (("report_no",), "entity_name", "firm", "signed_on"),
    "tax_certificate": (("certificate_no",), "taxpayer_name", None, "issued_on"),
    "patent": (("number",), "owner", "name", "date"),
    "software_copyright": (("number",), "owner", "name", "date"),
    "filing": (("number",), "owner", "name", "date"),
    "test_report": (("number",), "owner", "name", "date"),
    "contract": (("number",), "owner", "name", "date"),
}
"""Kind → its numbers, and the fields that say whose it is, what it is about, and of which day."""
_PHONES = ("contact_phone", "principal_phone", "applicant_phone")
_MODEL = ("model_name", "cover_model_name")


def fingerprint_of(submission: Submission) -> Fingerprint:
    """What is compared with other submissions; a value that is not sure is left out."""
    applicant = applicant_of(submission)
    model = next(_sure_texts(sealed_forms(submission), _MODEL), None)
    unit = applicant.names[0] if applicant.names else None
    return Fingerprint(
        unit=unit,
        names=applicant.names,
        codes=applicant.codes,
        members=applicant.members,
        model=model,
        phones=tuple(_phones(submission)),
        numbers=tuple(_numbers(submission)),
        text=signature_of(
            _report_text(submission), (*applicant.names, *((model,) if model else ()))
        ),
        pictures=tuple(pictures_of(submission)),
    )


def _sure_texts(documents: tuple[Extraction, ...], names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        for each in documents:
            stated = sure_text(each.field(name))
            if stated is not None:
                yield stated


def _phones(submission: Submission) -> Iterator[StatedPhone]:
    for form in sealed_forms(submission):
        for name in _PHONES:
            field = form.field(name)
            number = sure_text(field)
            if field is not None and number is not None:
                yield StatedPhone(label=field.label, number=number, place=_place(form, field))


def _numbers(submission: Submission) -> Iterator[StatedNumber]:
    for each in submission.extractions:
        names, owner, subject, day = _NUMBERS.get(each.kind, ((), "", None, None))
        for name in names:
            field = each.field(name)
            number = sure_text(field)
            if field is None or number is None:
                continue
            yield StatedNumber(
                kind=each.kind,
                label=field.label,
                number=number,
                owner=sure_text(each.field(owner)),
                name=sure_text(each.field(subject)) if subject else None,
                day=_day(each.field(day)) if day else None,
                place=_place(each, field),
            )


def _day(field: Field | None) -> str | None:
    stated = field.value if field is not None and field.status == "sure" else None
    return stated.value.isoformat() if isinstance(stated, Day) and stated.value else None


def _place(extraction: Extraction, field: Field) -> Printed:
    first = field.evidence[0] if field.evidence else None
    return Printed(
        document=extraction.document,
        file=first.file if first else 0,
        page=first.page if first else None,
    )


def _report_text(submission: Submission) -> str:
    """The words of the R&D report in the order of its pages."""
    pages = {(each.page.file, each.page.number): each.page for each in submission.pages}
    return "".join(
        pages[place].text
        for document in submission.documents
        if document.kind == "rd_report"
        for place in document.pages
        if place in pages
    )
