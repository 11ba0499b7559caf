"""Sums of money in capitals."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.values import capitals

VECTORS = [
    ("163647.19", "壹拾陆万叁仟陆佰肆拾柒圆壹角玖分"),
    ("272310.44", "贰拾柒万贰仟叁佰壹拾圆肆角肆分"),
    ("34420.92", "叁万肆仟肆佰贰拾圆玖角贰分"),
    ("6000000", "陆佰万圆整"),
    ("100000001", "壹亿零壹圆整"),
    ("1002003.04", "壹佰万贰仟零叁圆零肆分"),
    ("20050", "贰万零伍拾圆整"),
    ("1234567890.12", "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾圆壹角贰分"),
    ("0.05", "伍分"),
    ("1409.50", "壹仟肆佰零玖圆伍角"),
    ("1409.50", "壹仟肆佰零玖圆伍角整"),
    ("107000.53", "壹拾万柒仟元零伍角叁分"),
    ("107000.53", "壹拾万零柒仟元伍角叁分"),
    ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
    ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
    ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
    ("325.04", "叁佰贰拾伍元零肆分"),
    ("10000000", "壹仟万圆正"),
    ("0", "零元整"),
]
DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")


def section(number: int) -> str:
    """A number under 10000 with one 零 for each gap."""
    written = "".join(
        DIGITS[int(digit)] + (PLACES[3 - place] if digit != "0" else "")
        for place, digit in enumerate(f"{number:04d}")
    )
    return re.sub("零+", "零", written).strip("零") if number else ""


def in_words(value: Decimal) -> str:
    """The canonical spelling, written apart from the parser from the rules of 支付结算办法."""
    cents = int(value * 100)
    yuan, jiao, fen = cents // 100, cents // 10 % 10, cents % 10
    words = ""
    for size, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = yuan // size % 10**4
        if part:
            gap = "零" if words and part < 1000 else ""
            words += gap + section(part) + name
        elif words and name == "万" and yuan % 10**4 >= 1000:
            words += "零"
    words = words + "元" if words else ""
    if not (jiao or fen):
        return (words or "零元") + "整"
    tail = f"{DIGITS[jiao]}角" if jiao else ("零" if words else "")
    return words + tail + (f"{DIGITS[fen]}分" if fen else "")


@pytest.mark.parametrize(("value", "words"), VECTORS)
def test_published_examples(value: str, words: str) -> None:
    read = capitals.parse(words)
    assert read is not None
    assert read.value == Decimal(value)


@given(st.integers(min_value=0, max_value=10**14 - 1).map(lambda cents: Decimal(cents) / 100))
def test_whatever_a_careful_writer_writes_is_read_as_that_sum(value: Decimal) -> None:
    read = capitals.parse(in_words(value))
    assert read is not None
    assert read.value == value


@given(
    st.integers(min_value=0, max_value=10**10).map(lambda cents: Decimal(cents) / 100),
    st.sampled_from(["人民币{}", "金额合计（大写）{} ¥1.00", "人民币（大写）：{}", "（大写）{}"]),
)
def test_labels_around_the_capitals_do_not_matter(value: Decimal, around: str) -> None:
    read = capitals.parse(around.format(in_words(value)))
    assert read is not None
    assert read.value == value


@pytest.mark.parametrize(
    "text",
    [
        "壹佰贰拾圆任角",
        "拾万元整",
        "壹仟伍元整",
        "壹仟伍佰元伍分",
        "贰万伍拾元整",
        "壹佰x拾圆整",
        "一百元整",
        "圆整",
        "整",
        "",
        "壹佰圆整 贰佰圆整",
    ],
)
def test_writing_that_breaks_the_rules_is_none(text: str) -> None:
    assert capitals.parse(text) is None
