"""One line of the notice's 汇总表 (annex 2) from what a submission declares."""

from __future__ import annotations

import re

from api.batch.entry import Collected
from models.report import Report, ReportField

_DESCRIPTION = 120
"""Characters; the notice asks for about a hundred."""
_CITY = re.compile(r"([一-鿿]{2,8}?(?:市|自治州|林区))")
_SENTENCE = re.compile(r"[^。；！？]*[。；！？]")


def collected_of(report: Report) -> Collected:
    """The line; what the form does not state surely is marked with 〔核〕, what it lacks is empty."""
    form = next((each for each in report.documents if each.kind == "application_form"), None)
    if form is None:
        return Collected()
    fields = {field.key.partition(".")[2]: field for field in form.fields}

    def stated(*names: str) -> str:
        for name in names:
            field = fields.get(name)
            if field is not None and field.value:
                return _shown(field)
        return ""

    return Collected(
        unit=stated("unit_name", "cover_unit_name"),
        model=stated("model_name", "cover_model_name"),
        category=stated("model_category", "cover_model_category"),
        industry=stated("industry"),
        description=_shortened(stated("model_ability", "introduction")),
        contact=stated("contact_name", "applicant_name"),
        phone=stated("contact_phone", "applicant_phone"),
        city=_city(stated("recommending_unit"), stated("address")),
    )


def _shown(field: ReportField) -> str:
    value = field.value
    text = "、".join(str(each) for each in value) if isinstance(value, list) else str(value)
    return text if field.status == "sure" else f"{text}〔核〕"


def _shortened(text: str) -> str:
    """Whole sentences up to the length, at least the first one's beginning."""
    if len(text) <= _DESCRIPTION:
        return text
    kept = ""
    for sentence in _SENTENCE.findall(text):
        if len(kept) + len(sentence) > _DESCRIPTION:
            break
        kept += sentence
    return kept or f"{text[: _DESCRIPTION - 1]}…"


def _city(*texts: str) -> str:
    for text in texts:
        # A province may stand before the city, without the word for one.
        found = _CITY.search(text.removeprefix("湖北省").removeprefix("湖北"))
        if found:
            return found[1]
    return ""
