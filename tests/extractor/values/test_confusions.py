"""Look-alike characters."""

from datetime import date
from decimal import Decimal

import pytest

from extractor.values.confusions import as_digits, as_separators, repaired
from models.extraction import Amount, Day, Text


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("1O0", "100"),
        ("2O25年l月", "2025年1月"),
        ("3月l日", "3月1日"),
        ("1,l34.Ol", "1,134.01"),
        ("OCR引擎", "OCR引擎"),
        ("l,234", "l,234"),
        ("12|34", "12|34"),
    ],
)
def test_letters_become_digits_only_between_digits(text: str, digits: str) -> None:
    assert as_digits(text) == digits


@pytest.mark.parametrize(
    ("text", "separators"),
    [
        ("1、234、567.89", "1,234,567.89"),
        ("1.234.567.89", "1,234,567.89"),
        ("12.345.678", "12.345.678"),
        ("1.234", "1.234"),
        ("1,234.56", "1,234.56"),
        ("1.234.56", "1,234.56"),
        ("17,580,634,65", "17,580,634.65"),
        ("6.000.000,00", "6,000,000.00"),
        ("1,23", "1,23"),
        ("1,234", "1,234"),
    ],
)
def test_points_become_commas_only_before_a_later_point(text: str, separators: str) -> None:
    assert as_separators(text) == separators


@pytest.mark.parametrize("text", ["1O0.00", "1,000,00", "6.000.000,00"])
def test_an_amount_that_was_set_right_is_known_as_such(text: str) -> None:
    assert repaired(Amount(value=Decimal(1)), text)


def test_clean_writing_and_words_are_not_taken_for_repaired() -> None:
    assert not repaired(Amount(value=Decimal(1)), "1,234,567.89")
    assert not repaired(Amount(value=Decimal(1)), "1.234.567.89")
    assert not repaired(Day(value=date(2025, 1, 1)), "二O二五年一月一日")
    assert not repaired(Text(value="2O25"), "2O25")
