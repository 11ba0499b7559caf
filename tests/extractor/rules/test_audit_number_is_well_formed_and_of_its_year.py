from datetime import date

import pytest

from extractor.rules.audit_number_is_well_formed_and_of_its_year import check
from models.extraction import Day, Identifier

SIGNED = Day(value=date(2026, 3, 10))


@pytest.mark.parametrize("number", ["信会师报字[2026]第ZA12345号", "鄂华审字（2025）0123号"])
def test_a_number_of_the_year_or_the_one_before_passes(number: str) -> None:
    assert check(Identifier(value=number), SIGNED) is None


@pytest.mark.parametrize("number", ["信会师报字[2023]第ZA12345号", "第五号报告"])
def test_another_year_or_no_number_at_all_is_a_question(number: str) -> None:
    said = check(Identifier(value=number), SIGNED)
    assert said is not None
    assert said.severity == "C"
