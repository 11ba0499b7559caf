"""The city that recommends an applicant, which decides who of the reviewers sees the submission."""

from __future__ import annotations

from extractor.programmes.programme import load_programme
from extractor.rules.places import city_named
from models.report import Report

_FIELD = "application_form.recommending_unit"


def recommended_city(report: Report) -> str | None:
    """The one city of the programme named by a recommending unit that was surely read."""
    units = (
        field
        for document in report.documents
        for field in document.fields
        if field.key == _FIELD and field.status == "sure" and isinstance(field.value, str)
    )
    known = load_programme(report.programme).city_codes
    return next((city for unit in units if (city := city_named(str(unit.value), known))), None)
