from decimal import Decimal

import pytest

from extractor.rules.parameter_count_is_in_the_forms_unit import check
from models.extraction import Number


def yi(number: str) -> Number:
    return Number(value=Decimal(number) * 100_000_000)


@pytest.mark.parametrize("reported", ["70", "130"])
def test_another_size_is_another_rules_business(reported: str) -> None:
    assert check(yi("70"), yi(reported)).outcome == "passed"


def test_the_7_of_a_7b_model_is_a_slip() -> None:
    said = check(yi("7"), yi("70"))
    assert said.severity == "B"
    assert "7 亿" in said.message
    assert "70 亿" in said.message


def test_nothing_is_no_size() -> None:
    said = check(yi("0"), None)
    assert said.severity == "B"


def test_the_active_parameters_of_a_mixture_are_no_slip() -> None:
    assert check(yi("30"), yi("300"), yi("30")).outcome == "passed"
