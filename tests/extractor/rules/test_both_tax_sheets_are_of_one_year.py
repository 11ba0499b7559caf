from datetime import date

from extractor.rules.both_tax_sheets_are_of_one_year import check
from models.extraction import Day


def end(year: int) -> Day:
    return Day(value=date(year, 12, 31))


def test_one_year_passes() -> None:
    assert check(end(2024), end(2024)) is None


def test_two_years_fail() -> None:
    said = check(end(2025), end(2024))
    assert said is not None
    assert said.severity == "B"
