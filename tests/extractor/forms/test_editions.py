"""Which edition a sheet is."""

import pytest

from extractor.forms.editions import detect
from extractor.forms.form import Edition, Form, load_form

A107012, A100000 = load_form("A107012"), load_form("A100000")


def printed(form: Form, edition: Edition) -> str:
    title = form.titles[0] if edition is form.reference else form.titles[-1]
    rows = (row.text + (f"（{row.formula}）" if row.formula else "") for row in edition.rows)
    return "\n".join([title, *rows])


def without_every_tenth_character(text: str) -> str:
    return "".join(character for place, character in enumerate(text) if place % 10 != 7)


@pytest.mark.parametrize(
    ("form", "name"),
    [(form, edition.name) for form in (A107012, A100000) for edition in form.editions],
)
def test_a_whole_sheet_shows_its_edition_without_the_year(form: Form, name: str) -> None:
    found = detect(form, printed(form, form.edition(name)))
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("form", "name", "year"),
    [(A107012, "2025", 2025), (A107012, "2022", 2022), (A100000, "2025", 2025)],
)
def test_a_badly_read_sheet_with_its_year_still_shows_its_edition(
    form: Form, name: str, year: int
) -> None:
    text = without_every_tenth_character(printed(form, form.edition(name)))
    found = detect(form, text, year)
    assert found is not None
    assert found.name == name


def test_the_first_page_of_the_present_sheet_is_told_by_its_year() -> None:
    text = printed(A107012, A107012.reference).split("三、年度研发费用小计")[0]
    assert detect(A107012, text) is None
    found = detect(A107012, text, 2025)
    assert found is not None
    assert found.name == "2025"


def test_the_rows_of_the_fourth_quarter_are_only_in_the_sheet_of_2022() -> None:
    text = printed(A107012, A107012.edition("2022"))
    found = detect(A107012, text, 2024)
    assert found is not None
    assert found.name == "2022"


def test_words_of_no_sheet_show_none() -> None:
    assert detect(A100000, "营业执照 统一社会信用代码") is None
