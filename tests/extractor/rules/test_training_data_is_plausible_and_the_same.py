from decimal import Decimal

import pytest

from extractor.rules.training_data_is_plausible_and_the_same import check
from models.extraction import Number

MOST = Decimal(10_000)


@pytest.mark.parametrize("reported", ["1.2", "1.1719"])
def test_both_bases_of_a_terabyte_pass(reported: str) -> None:
    assert check(Number(value=Decimal("1.2")), MOST, Number(value=Decimal(reported))) is None


@pytest.mark.parametrize("declared", ["0", "20000"])
def test_nothing_and_too_much_are_questions(declared: str) -> None:
    said = check(Number(value=Decimal(declared)), MOST, None)
    assert said is not None
    assert said.severity == "C"


def test_another_size_in_the_report_is_a_question() -> None:
    said = check(Number(value=Decimal("1.2")), MOST, Number(value=Decimal("12")))
    assert said is not None
    assert "12 TB" in said.message
