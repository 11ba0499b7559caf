"""The Word copy of the form against the sealed one: cells that agree confirm each other.

The declared value is always the sealed form's. A doubtful reading of it that the Word copy repeats
is no doubt any more; where the copies differ nothing is changed here, and a rule says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.values import names
from models.extraction import Extraction, Field, Text, Value
from models.report import canonical


def confirmed_by_word(extractions: Sequence[Extraction]) -> tuple[Extraction, ...]:
    """The extractions, the sealed form's fields being sure where the Word copy says the same."""
    copies = [each for each in extractions if is_word(each)]
    return tuple(
        _confirmed(each, copies) if each.kind == "application_form" and each not in copies else each
        for each in extractions
    )


def is_word(extraction: Extraction) -> bool:
    """Whether it was read from a Word file."""
    return any(
        evidence.source == "word" for field in extraction.fields for evidence in field.evidence
    )


def _confirmed(form: Extraction, copies: Sequence[Extraction]) -> Extraction:
    changed = {}
    for field in form.fields:
        if field.status != "doubtful" or field.value is None:
            continue
        name = field.key.partition(".")[2]
        if any(_says(copy.field(name), field.value) for copy in copies):
            changed[field.key] = field.model_copy(update={"status": "sure", "doubts": ()})
    return form.with_fields(changed)


def _says(field: Field | None, value: Value) -> bool:
    if field is None or field.value is None:
        return False
    if isinstance(field.value, Text) and isinstance(value, Text):
        return names.compare(field.value.value, value.value) == "same"
    return canonical(field.value) == canonical(value)
