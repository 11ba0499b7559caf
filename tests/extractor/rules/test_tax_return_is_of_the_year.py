from datetime import date

from extractor.rules.tax_return_is_of_the_year import check
from models.extraction import Day

DUE = date(2026, 6, 1)
EARLY, LATE = Day(value=date(2026, 6, 1)), Day(value=date(2026, 6, 2))


def end(year: int) -> Day:
    return Day(value=date(year, 12, 31))


def test_returns_of_the_year_pass() -> None:
    assert check(2025, DUE, EARLY, end(2025), end(2025)) == []


def test_last_years_return_is_a_note_until_the_new_one_is_due() -> None:
    (said,) = check(2025, DUE, EARLY, end(2024), end(2025))
    assert (said.severity, said.values) == ("D", ("a100000.period_end",))


def test_last_years_return_fails_after_that() -> None:
    (said,) = check(2025, DUE, LATE, end(2025), end(2024))
    assert said.severity == "B"


def test_an_older_return_fails_at_any_time() -> None:
    said = check(2025, DUE, EARLY, end(2023), end(2023))
    assert [each.severity for each in said] == ["B", "B"]


def test_sheets_without_a_period_are_missing_it() -> None:
    (said,) = check(2025, DUE, EARLY, None, None)
    assert said.outcome == "missing"
