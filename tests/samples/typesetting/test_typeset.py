"""Every print of every kind of sheet compiles and says truly where its values stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pypdfium2
import pytest

from samples.applicant import draw
from samples.case import Case
from samples.contents import contents
from samples.display import display
from samples.sheets import DOCUMENT_OF, SHEETS
from samples.stated import stated
from samples.typesetting.typeset import VARIANTS, FieldMark, Typeset, typeset

PRINTS = [(kind, variant) for kind, variants in VARIANTS.items() for variant in variants]
WITHOUT_PLACE = {"scope"}
"""What follows from the whole document and stands nowhere in it."""


def applicant_with(kind: str) -> Case:
    """Returns the first applicant whose bundle has a sheet of ``kind``."""
    for seed in range(40):
        case = draw(seed, "tested")
        if kind in {"blank", "cit_other", "office_paper"} or any(
            sheet.kind == kind for sheet in case.bundle
        ):
            return case
    raise AssertionError(kind)


def data_of(case: Case, kind: str) -> dict[str, Any]:
    """Returns what the sheet prints; the contents page with its place in the bundle as number."""
    if kind == "toc":
        return dict(contents(case, {sheet: n for n, sheet in enumerate(case.bundle, start=1)}))
    index = next((sheet.index for sheet in case.bundle if sheet.kind == kind), 0)
    return display(case, kind, index)


def squeezed(text: str) -> str:
    """Returns the text without white space and without the ornaments of tick boxes."""
    return "".join(sign for sign in text if not sign.isspace() and sign not in "\x02\ufffe\u200b")


def under(made: Typeset, mark: FieldMark) -> str:
    """Returns the words of the print inside a mark, read from the PDF."""
    document = pypdfium2.PdfDocument(made.pdf)
    page = document[mark.page - 1]
    width, height = page.get_size()
    left, top, right, bottom = mark.box
    reader = page.get_textpage()
    words = str(
        reader.get_text_bounded(
            left * width - 1, (1 - bottom) * height - 1, right * width + 1, (1 - top) * height + 1
        )
    )
    reader.close()
    page.close()
    document.close()
    return squeezed(words)


def strings(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yields the single strings of the data with their keys; lists of records are left out."""
    for key, value in data.items():
        if isinstance(value, str) and value:
            yield key, value


@pytest.mark.parametrize(("kind", "variant"), PRINTS)
def test_every_stated_value_has_a_mark_on_its_page(kind: str, variant: str) -> None:
    case = applicant_with(kind)
    sheet = next((sheet for sheet in case.bundle if sheet.kind == kind), None)
    made = typeset(kind, data_of(case, kind), variant, seed=11)
    for mark in made.marks:
        left, top, right, bottom = mark.box
        assert 0 <= left < right <= 1 and 0 <= top < bottom <= 1, mark
        assert 1 <= mark.page <= len(made.pages)
    if sheet is None:
        return
    keys = {mark.key for mark in made.marks}
    wanted = {
        f"{DOCUMENT_OF[kind]}.{key}"
        for key, (_, value) in stated(case, sheet).items()
        if value not in (None, [], "") and key not in WITHOUT_PLACE
    }
    unmarked = {
        key
        for key in wanted
        if not any(mark == key or mark.startswith((f"{key}[", f"{key}.")) for mark in keys)
    }
    assert not unmarked


@pytest.mark.parametrize(("kind", "variant"), PRINTS)
def test_marks_cover_the_words_they_stand_for(kind: str, variant: str) -> None:
    data = data_of(applicant_with(kind), kind)
    made = typeset(kind, data, variant, seed=3)
    document = DOCUMENT_OF[kind]
    for key, text in strings(data):
        marks = [mark for mark in made.marks if mark.key == f"{document}.{key}"]
        if not marks or key in {"form", "authority", "edition"}:
            continue
        assert any(squeezed(text) in under(made, mark) for mark in marks), key


@pytest.mark.parametrize("kind", ["a100000", "a107012"])
def test_rows_of_a_return_are_marked_at_their_amounts(kind: str) -> None:
    data = data_of(applicant_with(kind), kind)
    made = typeset(kind, data, VARIANTS[kind][0], seed=5)
    places = {mark.key: mark for mark in made.marks}
    amounts = {row["no"]: row["amount"] for row in data["rows"] if row["amount"]}
    assert amounts
    for number, amount in amounts.items():
        mark = places[f"{kind}.{data['fields'][number]}"]
        assert under(made, mark) == squeezed(amount)


def test_statements_of_the_group_stand_before_those_of_the_company() -> None:
    data = data_of(applicant_with("audit_report"), "audit_report")
    renamed = [
        {**row, "field": f"consolidated_{row['field']}" if row["field"] else ""}
        for row in data["income_statement"]
    ]
    group = {"assets": data["assets"], "claims": data["claims"], "income_statement": renamed}
    made = typeset("audit_report", {**data, "consolidated": group}, "standard", seed=4)
    pages = {mark.key: mark.page for mark in made.marks}
    assert pages["audit_report.consolidated_revenue"] < pages["audit_report.revenue"]


def test_institutions_have_their_own_certificate() -> None:
    data = data_of(applicant_with("business_licence"), "business_licence")
    made = typeset("business_licence", {**data, "uscc": "12420000MB1234567X"}, "landscape", seed=4)
    keys = {mark.key for mark in made.marks}
    assert "business_licence.business_scope" in keys
    assert "business_licence.type" not in keys


def test_every_kind_of_sheet_can_be_printed() -> None:
    assert set(VARIANTS) == set(SHEETS)


def test_same_arguments_give_the_same_print() -> None:
    data = data_of(applicant_with("cover"), "cover")
    first, second = (typeset("cover", data, "plain", seed=9) for _ in range(2))
    assert first == second


def test_seeds_change_the_look_and_keep_the_words() -> None:
    data = data_of(applicant_with("unit_table"), "unit_table")
    first, second = (typeset("unit_table", data, "plain", seed=seed) for seed in (1, 2))
    assert first.pdf != second.pdf
    assert {mark.key for mark in first.marks} == {mark.key for mark in second.marks}


def test_certificates_and_statements_offer_places_for_their_seals() -> None:
    roles = {
        "cover": {"applicant", "recommender"},
        "business_licence": {"registry"},
        "tax_certificate": {"tax_office"},
        "audit_report": {"firm", "cpa1", "cpa2", "applicant"},
        "special_audit_report": {"firm", "cpa1", "cpa2", "applicant"},
        "commitment": {"applicant", "signature"},
    }
    for kind, wanted in roles.items():
        data = data_of(applicant_with(kind), kind)
        for variant in VARIANTS[kind]:
            spots = typeset(kind, data, variant, seed=2).seal_spots
            assert wanted <= {spot.role for spot in spots}, (kind, variant)
            assert all(0 < spot.centre[0] < 1 and 0 < spot.centre[1] < 1 for spot in spots)


def test_unknown_variant_is_refused() -> None:
    with pytest.raises(ValueError, match="no variant"):
        typeset("cover", {}, "golden", seed=0)
