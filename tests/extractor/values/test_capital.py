"""Registered capital of licences."""

from decimal import Decimal

import pytest

from extractor.values import capital


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("陆佰万圆整", "6000000", "CNY"),
        ("1000万元", "10000000", "CNY"),
        ("1000万元人民币", "10000000", "CNY"),
        ("1000万人民币", "10000000", "CNY"),
        ("人民币600000万元整", "6000000000", "CNY"),
        ("403亿人民币", "40300000000", "CNY"),
        ("壹仟万圆整", "10000000", "CNY"),
        ("人民币壹仟万元整", "10000000", "CNY"),
        ("（人民币）伍佰万元整", "5000000", "CNY"),
        ("壹亿零壹佰万圆整", "101000000", "CNY"),
        ("壹仟贰佰叁拾肆万伍仟陆佰圆整", "12345600", "CNY"),
        ("1亿2000万元人民币", "120000000", "CNY"),
        ("5000.000000万人民币", "50000000", "CNY"),
        ("一千万元", "10000000", "CNY"),
        ("壹千万元整", "10000000", "CNY"),
        ("100万美元", "1000000", "USD"),
        ("伍佰万美元", "5000000", "USD"),
        ("1,000万港元", "10000000", "HKD"),
        ("0万元", "0", "CNY"),
    ],
)
def test_the_forms_that_licences_print(text: str, value: str, currency: str) -> None:
    read = capital.parse(text)
    assert read is not None
    assert (read.value, read.currency) == (Decimal(value), currency)


@pytest.mark.parametrize(
    "text", ["***", "", "无", "拾万元整", "一千五万", "壹仟伍元整", "若干万元"]
)
def test_fillers_and_broken_writing_are_none(text: str) -> None:
    assert capital.parse(text) is None
