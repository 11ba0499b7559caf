from datetime import date
from decimal import Decimal

from extractor.rules.extra_deduction_rate_is_lawful import check
from models.extraction import Day, Ratio

YEAR_END = Day(value=date(2025, 12, 31))


def test_the_rate_for_all_passes() -> None:
    assert check(Ratio(value=Decimal(100)), YEAR_END) is None


def test_the_rate_for_some_trades_is_a_question_naming_them() -> None:
    said = check(Ratio(value=Decimal(120)), YEAR_END)
    assert said is not None
    assert said.severity == "C"
    assert "集成电路" in said.message


def test_a_rate_of_other_years_is_a_question() -> None:
    said = check(Ratio(value=Decimal(75)), YEAR_END)
    assert said is not None
    assert "没有" in said.message
