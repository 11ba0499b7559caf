from datetime import date

from extractor.rules.tax_return_edition_fits_its_year import check
from models.extraction import Choice, Day


def end(year: int) -> Day:
    return Day(value=date(year, 12, 31))


def test_an_edition_of_its_year_passes() -> None:
    new = Choice(value="2025")
    assert check(new, end(2025), new, end(2025)) == []


def test_an_older_print_for_a_new_year_is_a_question() -> None:
    (said,) = check(Choice(value="2020-2023"), end(2025), None, None)
    assert said.severity == "C"
    assert said.values == ("a100000.edition", "a100000.period_end")
