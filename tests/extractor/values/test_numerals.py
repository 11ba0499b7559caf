"""Whole numbers in Chinese characters."""

import pytest

from extractor.values.numerals import formal_number, plain_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("壹", 1),
        ("壹拾", 10),
        ("壹佰零壹", 101),
        ("陆佰万", 6_000_000),
        ("壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾", 1_234_567_890),
        ("壹亿零壹", 100_000_001),
        ("壹万亿", 10**12),
        ("貮仟弍佰", 2200),
    ],
)
def test_formal_numbers(text: str, number: int) -> None:
    assert formal_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "拾伍",
        "壹仟伍",
        "壹仟零",
        "壹零零伍",
        "壹佰贰佰",
        "壹拾佰",
        "万",
        "壹万万",
        "伍陆",
        "一百",
        "",
    ],
)
def test_a_number_that_breaks_the_rules_is_none(text: str) -> None:
    assert formal_number(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十一", 21),
        ("一千零一", 1001),
        ("一千二百", 1200),
        ("两万", 20000),
    ],
)
def test_everyday_numbers(text: str, number: int) -> None:
    assert plain_number(text) == number


@pytest.mark.parametrize("text", ["一千五", "一万五", "壹百", "拾"])
def test_colloquial_shortenings_are_not_guessed(text: str) -> None:
    assert plain_number(text) is None
