"""Plain decimals."""

from decimal import Decimal

import pytest

from extractor.values import decimals


@pytest.mark.parametrize(
    ("text", "number"), [("1.2", "1.2"), ("1,234.5", "1234.5"), ("：15。", "15"), ("-0.5", "-0.5")]
)
def test_a_number_that_fills_the_text(text: str, number: str) -> None:
    read = decimals.parse(text)
    assert read is not None
    assert read.value == Decimal(number)


@pytest.mark.parametrize("text", ["1,23", "1.2TB", "1.2.3", "", "一"])
def test_anything_else_is_none(text: str) -> None:
    assert decimals.parse(text) is None
