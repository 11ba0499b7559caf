import pytest

from extractor.rules.audit_is_of_the_year import check
from models.extraction import Count


def test_the_year_of_the_notice_passes() -> None:
    assert check(Count(value=2025), 2025) is None


@pytest.mark.parametrize(("year", "severity"), [(2024, "C"), (2023, "B"), (2026, "B")])
def test_last_year_is_a_question_and_any_other_fails(year: int, severity: str) -> None:
    said = check(Count(value=year), 2025)
    assert said is not None
    assert said.severity == severity
