from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from extractor.rules.wording import shown, yuan
from models.extraction import Amount, Choice, Choices, Count, Day, Month, Number, Ratio, Text


@pytest.mark.parametrize(("written", "words"), [("1234.50", "1,234.50 万元"), ("8", "8 万元")])
def test_sums_stand_in_the_unit_and_decimals_of_their_paper(
    papers: Any, written: str, words: str
) -> None:
    assert shown(papers.wan(written)) == words


def test_no_digit_of_a_sum_is_lost() -> None:
    odd = Amount(value=Decimal("12345.67"), step=Decimal(100), unit="万元")
    assert shown(odd) == "1.234567 万元"


def test_foreign_sums_name_their_currency() -> None:
    assert "USD" in shown(Amount(value=Decimal(5), currency="USD"))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Count(value=2025), "2025"),
        (Ratio(value=Decimal(100)), "100%"),
        (Number(value=Decimal("1.20")), "1.2"),
        (Day(value=date(2026, 3, 1)), "2026-03-01"),
        (Day(value=None), "长期"),
        (Month(year=2025, month=3), "2025年3月"),
        (Choices(values=("APP", "网页")), "APP、网页"),
        (Choice(value="adverse"), "否定意见"),
        (Choice(value="民营企业"), "民营企业"),
        (Text(value="楚芯"), "“楚芯”"),
    ],
)
def test_values_read_as_a_reviewer_writes_them(value: Any, words: str) -> None:
    assert shown(value) == words


def test_long_words_are_cut() -> None:
    assert len(shown(Text(value="长" * 200))) < 50


def test_yuan_have_two_decimals() -> None:
    assert yuan(Decimal("1234567.8")) == "1,234,567.80 元"
