"""Signatures that were read, against the names that other papers print.

A recogniser trained on print reads a signature as the print it resembles and passes over letters that
run together, all with confidence. So what was read of one is sure only where it is somebody's name.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.reconcile.certainty import lifted
from extractor.values.names import normalise
from models.extraction import Extraction, Field, Text

_SIGNED = ("commitment", "legal_representative")
_PRINTED = (
    ("business_licence", "legal_representative"),
    ("credit_report", "legal_representative"),
)


def with_signatures_confirmed(extractions: Sequence[Extraction]) -> tuple[Extraction, ...]:
    """The extractions, a signature being sure where another paper surely prints the same name."""
    known = {
        name
        for extraction in extractions
        for kind, field_name in _PRINTED
        if extraction.kind == kind and (name := _name(extraction.field(field_name), sure=True))
    }
    return tuple(
        each.with_fields({field.key: lifted(field)})
        if (field := _signature(each)) is not None and _name(field) in known
        else each
        for each in extractions
    )


def _signature(extraction: Extraction) -> Field | None:
    kind, name = _SIGNED
    return extraction.field(name) if extraction.kind == kind else None


def _name(field: Field | None, sure: bool = False) -> str | None:
    if field is None or not isinstance(field.value, Text) or (sure and field.status != "sure"):
        return None
    return normalise(field.value.value)
