from datetime import date

from extractor.rules.applicant_was_founded_before_the_year_and_the_development import check
from models.extraction import Day, Month


def test_an_older_company_passes() -> None:
    assert check(2025, Day(value=date(2015, 6, 18)), Month(year=2024, month=3), None) is None


def test_a_founding_after_the_year_is_a_question() -> None:
    said = check(2025, Day(value=date(2026, 1, 8)), None, None)
    assert said is not None
    assert said.severity == "C"


def test_a_development_before_the_founding_is_a_question() -> None:
    said = check(2025, Day(value=date(2024, 5, 8)), Month(year=2024, month=3), None)
    assert said is not None
    assert said.severity == "C"


def test_a_founding_within_the_year_is_a_note() -> None:
    said = check(2025, Day(value=date(2025, 5, 8)), None, None)
    assert said is not None
    assert said.severity == "D"
