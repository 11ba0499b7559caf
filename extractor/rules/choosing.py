"""Which of several documents of one kind is the applicant's, for the programme's year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractor.programmes.programme import Programme
from extractor.rules.naming import is_a_piece, is_one_of, names_in
from extractor.values import names
from models.document import DocumentKind
from models.extraction import (
    Count,
    Day,
    Extraction,
    Field,
    Identifier,
    Month,
    Number,
    NumberedAmounts,
    Rows,
    Submission,
    Text,
    Value,
)

ENTITY_FIELDS: dict[DocumentKind, tuple[str, str | None]] = {
    "business_licence": ("name", "uscc"),
    "tax_certificate": ("taxpayer_name", "taxpayer_id"),
    "audit_report": ("entity_name", None),
    "special_audit_report": ("entity_name", None),
    "a100000": ("taxpayer_name", "taxpayer_id"),
    "a107012": ("taxpayer_name", "taxpayer_id"),
    "credit_report": ("name", "uscc"),
    "commitment": ("unit_name", None),
}
"""Kind → the fields that say whose it is: name and code."""

YEAR_FIELDS: dict[DocumentKind, str] = {
    "audit_report": "fiscal_year",
    "special_audit_report": "period_end",
    "a100000": "period_end",
    "a107012": "period_end",
}
"""Kind → the field that says which year it is about."""


_WHOLE_ENOUGH = 0.5
"""Of the rows of the fullest document of the kind: sheets of two years differ by less."""
_RANK = {True: 2, None: 1, False: 0}


@dataclass(frozen=True)
class Applicant:
    """Every name and code under which the applicant may stand on its papers."""

    names: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    """The other units of its consortium."""

    def is_on(self, extraction: Extraction) -> bool | None:
        """Whether the document is the applicant's or a member's; None where it can't be told."""
        if self.owns(extraction):
            return True
        name = _entity_name(extraction)
        if name is None or not self.names:
            return None
        every = (*self.names, *self.members)
        if is_one_of(name, every):
            return True
        # A name one look-alike away, or a piece of one, tells nothing: it may be the same, misread.
        if any(
            names.compare(name, each) == "confusable" or is_a_piece(name, each) for each in every
        ):
            return None
        return False

    def owns(self, extraction: Extraction) -> bool:
        """Whether the document surely names the applicant itself."""
        _, code_field = ENTITY_FIELDS.get(extraction.kind, ("", None))
        code = sure_text(extraction.field(code_field)) if code_field else None
        name = _entity_name(extraction)
        return code in self.codes or (name is not None and is_one_of(name, self.names))


def applicant_of(submission: Submission) -> Applicant:
    """The applicant by its form, the licence that goes with it, and the consortium it leads."""
    forms = sealed_forms(submission)
    names_of_form = _texts(forms, "unit_name") or _texts(forms, "cover_unit_name")
    codes = _texts(forms, "uscc")
    licence = _licence_of(submission, names_of_form, codes)
    known = [*names_of_form]
    if licence is not None:
        known += [*_texts((licence,), "name"), *_former(licence)]
        codes = (*codes, *_texts((licence,), "uscc"))
    for report in submission.of_kind("credit_report"):
        if set(_texts((report,), "uscc")) & set(codes):
            known += _former(report)
    members = [form.field("consortium_members") for form in forms]
    listed = [name for field in members if field for name in names_in(field.value)]
    return Applicant(
        names=tuple(dict.fromkeys(known)),
        codes=tuple(dict.fromkeys(codes)),
        members=tuple(dict.fromkeys(name for name in listed if not is_one_of(name, known))),
    )


def chosen(
    candidates: tuple[Extraction, ...], applicant: Applicant, programme: Programme
) -> Extraction | None:
    """The applicant's own document first, then that of the right year or else the latest one.

    A page that was taken for the document but has none of its rows comes behind one that has them,
    unless that one is surely somebody else's.
    """
    most = max((rows_in(each) for each in candidates), default=0)
    return max(
        candidates,
        key=lambda each: (
            applicant.is_on(each) is not False and rows_in(each) >= most * _WHOLE_ENOUGH,
            applicant.owns(each),
            _RANK[applicant.is_on(each)],
            year_of(each) == programme.year,
            # Of returns that are all too old the latest counts: the others are its forerunners.
            year_of(each) or 0,
        ),
        default=None,
    )


def rows_in(extraction: Extraction) -> int:
    """How many rows, or lines, of its form or statements the document states."""
    count = 0
    for field in extraction.fields:
        name = field.key.partition(".")[2]
        match field.value:
            case NumberedAmounts(amounts=amounts):
                count += sum(amount is not None for amount in amounts.values())
            case Rows(records=records):
                count += len(records)
            case None:
                continue
            case _ if extraction.kind == "a107012" and name.startswith("row_"):
                count += 1
    return count


def choice_note(
    chosen_one: Extraction, count: int, applicant: Applicant, programme: Programme
) -> str:
    """Which of several documents was taken and why, for the message."""
    reasons = []
    if applicant.is_on(chosen_one):
        reasons.append("主体为申报单位")
    if year_of(chosen_one) == programme.year:
        reasons.append(f"属{programme.year}年度")
    why = "、".join(reasons) or "排在最前"
    return f"同类材料共 {count} 份，采用 {chosen_one.document}（{why}）"


def sealed_forms(submission: Submission) -> tuple[Extraction, ...]:
    """The application form as sealed: one, or its parts where they lie apart."""
    return tuple(each for each in submission.of_kind("application_form") if not is_word(each))


def word_forms(submission: Submission) -> tuple[Extraction, ...]:
    """The Word copies of the application form."""
    return tuple(each for each in submission.of_kind("application_form") if is_word(each))


def is_word(extraction: Extraction) -> bool:
    """Whether it was read from a Word file."""
    return any(
        evidence.source == "word" for field in extraction.fields for evidence in field.evidence
    )


def year_of(extraction: Extraction) -> int | None:
    """The year the document is about, where it says so."""
    name = YEAR_FIELDS.get(extraction.kind)
    field = extraction.field(name) if name else None
    stated = year_in(field.value) if field is not None else None
    if stated is None and extraction.period is not None:
        return extraction.period.end.year
    return stated


def year_in(value: Value | None) -> int | None:
    """The year of a date, a month, or a year written as a number or as words."""
    match value:
        case Day(value=day):
            return None if day is None else day.year
        case Month(year=year):
            return year
        case Count(value=number):
            return number
        case Number(value=number):
            return int(number)
        case Text(value=words) | Identifier(value=words):
            digits = words.removesuffix("度").removesuffix("年")
            return int(digits) if digits.isdigit() and len(digits) == len("2025") else None
    return None


def sure_text(field: Field | None) -> str | None:
    """The words of a field that is sure."""
    if field is None or field.status != "sure":
        return None
    return field.value.value if isinstance(field.value, Text | Identifier) else None


def _licence_of(
    submission: Submission, names_of_form: Iterable[str], codes: Iterable[str]
) -> Extraction | None:
    licences = submission.of_kind("business_licence")
    for licence in licences:
        same_code = set(_texts((licence,), "uscc")) & set(codes)
        if same_code or any(is_one_of(each, names_of_form) for each in _texts((licence,), "name")):
            return licence
    return licences[0] if licences else None


def _texts(extractions: Iterable[Extraction], name: str) -> tuple[str, ...]:
    found = (sure_text(each.field(name)) for each in extractions)
    return tuple(words for words in found if words is not None)


def _former(extraction: Extraction) -> tuple[str, ...]:
    field = extraction.field("former_names")
    return names_in(field.value) if field is not None else ()


def _entity_name(extraction: Extraction) -> str | None:
    name_field, _ = ENTITY_FIELDS.get(extraction.kind, ("", None))
    return sure_text(extraction.field(name_field)) if name_field else None
