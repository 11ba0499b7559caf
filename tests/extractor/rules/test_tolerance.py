from __future__ import annotations

from typing import Any

import pytest

from extractor.rules.tolerance import adds_up, apart, sums_agree
from models.extraction import Amount


@pytest.mark.parametrize(
    ("evidence", "step_of_the_table"),
    [
        ("12345650.00", "equal"),
        ("12345650.01", "rounding"),
        ("12345700.00", "rounding"),
        ("12345700.01", "close"),
        ("12357945.00", "close"),
        ("12358000.00", "different"),
        ("123456000.00", "unit slip"),
        ("1234.56", "unit slip"),
        ("-12345600.00", "different"),
        ("0.00", "different"),
    ],
)
def test_the_table_is_walked_step_by_step(
    papers: Any, evidence: str, step_of_the_table: str
) -> None:
    assert apart(papers.wan("1234.56"), papers.yuan(evidence)) == step_of_the_table


def test_the_forms_decimals_set_the_step(papers: Any) -> None:
    assert apart(papers.wan("1235"), papers.yuan("12345600.00")) == "equal"
    assert apart(papers.wan("1235.0"), papers.yuan("12345600.00")) == "close"


def test_ten_thousand_yuan_count_as_close_on_a_small_sum(papers: Any) -> None:
    assert apart(papers.wan("10.00"), papers.yuan("109999.00")) == "close"


def test_other_currencies_are_never_equal(papers: Any) -> None:
    dollars = Amount(value=papers.yuan("100.00").value, currency="USD")
    said = sums_agree("甲", papers.yuan("100.00"), "乙", dollars)
    assert said is not None
    assert "币种" in said.message


def test_each_rounded_item_may_be_half_a_step_off(papers: Any) -> None:
    parts = tuple(papers.wan("0.33") for _ in range(3))
    assert adds_up("项目", parts, papers.wan("1.01")) is None
    assert adds_up("项目", parts, papers.wan("1.02")) is not None


def test_exact_sums_allow_not_a_cent_more(papers: Any) -> None:
    parts = (papers.yuan("100.10"), papers.yuan("0.10"))
    assert adds_up("项目", parts, papers.yuan("100.20")) is None
    assert adds_up("项目", parts, papers.yuan("100.30")) is not None
