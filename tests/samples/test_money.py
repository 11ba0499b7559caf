from decimal import Decimal

import pytest

from samples.money import capital, in_words, printed, rounded


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("163647.19", "壹拾陆万叁仟陆佰肆拾柒圆壹角玖分"),
        ("272310.44", "贰拾柒万贰仟叁佰壹拾圆肆角肆分"),
        ("6000000", "陆佰万圆整"),
        ("100000001", "壹亿零壹圆整"),
        ("1002003.04", "壹佰万贰仟零叁圆零肆分"),
        ("20050", "贰万零伍拾圆整"),
        ("1234567890.12", "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾圆壹角贰分"),
        ("0.05", "伍分"),
        ("1409.50", "壹仟肆佰零玖圆伍角整"),
        ("0", "零圆整"),
        ("100050000", "壹亿零伍万圆整"),
    ],
)
def test_capitals_follow_the_settlement_rules(amount: str, words: str) -> None:
    assert in_words(Decimal(amount)) == words


def test_a_printed_amount_reads_back_as_the_rounded_one() -> None:
    amount = Decimal("12345678.91")
    kept = rounded(amount, "万元", 2)
    assert printed(amount, "万元", 2) == "1,234.57"
    assert Decimal(printed(kept, "万元", 2, thousands=False)) * 10_000 == kept


def test_registered_capital_has_four_spellings() -> None:
    spellings = {capital(Decimal(6_000_000), style) for style in range(4)}
    assert spellings == {"陆佰万圆整", "600万元人民币", "600万人民币", "人民币600万元整"}
