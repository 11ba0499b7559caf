"""Percentages."""

from decimal import Decimal

import pytest

from extractor.values import ratios


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("100%", "100"),
        ("75％", "75"),
        ("12.5 %", "12.5"),
        ("100", "100"),
        ("1OO%", "100"),
        ("全年100%", "100"),
        ("110|全年100%", "100"),
        ("130|全年120%(集成电路和工业母机企业按120%加计扣除）", "120"),
        ("0", "0"),
    ],
)
def test_percent_as_printed(text: str, percent: str) -> None:
    read = ratios.parse(text)
    assert read is not None
    assert read.value == Decimal(percent)


@pytest.mark.parametrize("text", ["1", "0.75", "75%或100%", "百分之七十五", ""])
def test_a_fraction_that_may_be_a_percentage_is_none(text: str) -> None:
    assert ratios.parse(text) is None
