"""Lists that name several firms: the row of the applicant is what counts.

A published list of filings has one row for each firm, and only the other papers tell which of them
handed it in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.values import names
from models.extraction import Evidence, Extraction, Field, Rows, Scalar, Text, TextList
from models.report import canonical

_ENTRIES = "entries"
_NAMES = (
    ("application_form", "unit_name"),
    ("application_form", "cover_unit_name"),
    ("business_licence", "name"),
    ("credit_report", "name"),
    ("business_licence", "former_names"),
    ("credit_report", "former_names"),
)


def with_own_rows(extractions: Sequence[Extraction]) -> tuple[Extraction, ...]:
    """The extractions, lists of several firms stating what the one row of the applicant says.

    A list with no row of the applicant, or with several, is left as it is: unreadable.
    """
    known = tuple(_applicant(extractions))
    return tuple(_narrowed(each, known) for each in extractions)


def _applicant(extractions: Iterable[Extraction]) -> Iterable[str]:
    """The names under which the applicant stands on papers of its own."""
    for extraction in extractions:
        for kind, name in _NAMES:
            field = extraction.field(name) if extraction.kind == kind else None
            match field.value if field is not None and field.status == "sure" else None:
                case Text(value=words):
                    yield words
                case TextList(values=values):
                    yield from values


def _narrowed(extraction: Extraction, known: Sequence[str]) -> Extraction:
    entries = extraction.field(_ENTRIES)
    if entries is None or not isinstance(entries.value, Rows) or len(entries.value.records) < 2:
        return extraction
    own = [
        place
        for place, record in enumerate(entries.value.records)
        if any(_is_of(record, name) for name in known)
    ]
    if len(own) != 1:
        return extraction
    (place,) = own
    record = entries.value.records[place]
    changed = {
        field.key: _of_row(field, record[name], entries, place)
        for field in extraction.fields
        # What a person stated stands, whatever the list says.
        if (name := field.key.partition(".")[2]) in record and field.machine is None
    }
    narrowed = extraction.with_fields(changed)
    owner = record.get("owner")
    entity = owner.value if isinstance(owner, Text) else extraction.entity
    return narrowed.model_copy(update={"entity": entity})


def _is_of(record: dict[str, Scalar | None], name: str) -> bool:
    owner = record.get("owner")
    return isinstance(owner, Text) and names.compare(owner.value, name) == "same"


def _of_row(field: Field, value: Scalar | None, entries: Field, place: int) -> Field:
    """The field as the row states it, with the row's doubts and its place."""
    start = f"第 {place + 1} 行："
    own = [each.removeprefix(start) for each in entries.doubts if each.startswith(start)]
    about = tuple(each.removeprefix(field.label) for each in own if each.startswith(field.label))
    evidence: tuple[Evidence, ...] = entries.evidence[place : place + 1]
    if value is None:
        status = "unreadable" if about else "missing"
        return field.model_copy(
            update={"value": None, "status": status, "evidence": evidence, "doubts": about}
        )
    return field.model_copy(
        update={
            "value": value,
            "text": str(canonical(value)),
            "confidence": min((each.confidence for each in evidence), default=0.0),
            "status": "doubtful" if about else "sure",
            "evidence": evidence,
            "doubts": about,
        }
    )
