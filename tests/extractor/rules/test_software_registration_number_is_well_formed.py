from datetime import date

import pytest

from extractor.rules.software_registration_number_is_well_formed import check
from models.extraction import Day, Identifier

ISSUED = Day(value=date(2025, 6, 1))


@pytest.mark.parametrize("number", ["2016SR172900", "2025SR1743500"])
def test_six_and_seven_digits_pass(number: str) -> None:
    assert check(Identifier(value=number), ISSUED) is None


@pytest.mark.parametrize("number", ["2025SR17435", "2026SR0049519"])
def test_another_form_or_a_later_year_fails(number: str) -> None:
    said = check(Identifier(value=number), ISSUED)
    assert said is not None
    assert said.severity == "B"
