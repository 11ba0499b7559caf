"""Sums of money in figures."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.values import amounts

CENTS = st.integers(min_value=0, max_value=10**13).map(lambda cents: Decimal(cents) / 100)
FULL_WIDTH = str.maketrans("0123456789.,-", "０１２３４５６７８９．，－")


def value_of(text: str, unit: str = "元") -> Decimal | None:
    amount = amounts.parse(text, unit)
    return None if amount is None else amount.value


@given(CENTS)
def test_every_spelling_of_one_sum_reads_as_that_sum(value: Decimal) -> None:
    grouped = f"{value:,.2f}"
    spellings = [
        grouped,
        f"{value:.2f}",
        f"¥{grouped}",
        f"人民币{grouped}元",
        grouped.replace(",", "，"),
        grouped.replace(",", "、"),
        grouped.translate(FULL_WIDTH),
        grouped.replace(",", ", "),
        f"{grouped}元整",
    ]
    assert {spelling: value_of(spelling) for spelling in spellings} == dict.fromkeys(
        spellings, value
    )


@given(CENTS.filter(lambda value: value > 0))
def test_minus_signs_and_brackets_make_it_negative(value: Decimal) -> None:
    grouped = f"{value:,.2f}"
    for sign in "-−－–—":
        assert value_of(sign + grouped) == -value
    assert value_of(f"({grouped})") == value_of(f"（{grouped}）") == -value


@given(CENTS, st.data())
def test_a_lost_digit_inside_the_groups_is_never_read_as_another_sum(
    value: Decimal, data: st.DataObject
) -> None:
    grouped = f"{value:,.2f}"
    first_group = len(grouped.split(",")[0])
    inner = [i for i, character in enumerate(grouped[:-3]) if i >= first_group and character != ","]
    if inner:
        lost = data.draw(st.sampled_from(inner))
        assert value_of(grouped[:lost] + grouped[lost + 1 :]) is None


@given(CENTS, st.data())
def test_one_comma_read_as_a_point_gives_the_same_sum_or_none(
    value: Decimal, data: st.DataObject
) -> None:
    grouped = f"{value:,.2f}"
    commas = [i for i, character in enumerate(grouped) if character == ","]
    if commas:
        place = data.draw(st.sampled_from(commas))
        misread = f"{grouped[:place]}.{grouped[place + 1 :]}"
        assert value_of(misread) in (value, None)


@pytest.mark.parametrize(
    "text",
    [
        "1,23.45",
        "12.345.678",
        "1.234",
        "(1,234.00",
        "1,234.00)",
        "--5",
        "1,234.00-",
        "一",
        "约100",
        "100左右",
        "USD100元人民币",
        "12 345.60",
        "12\n345",
        "l,234.00",
        "|1,234.00",
        "①234.00",
        "0,234.00",
        "01234.00",
        "000.00",
        "",
        "-",
    ],
)
def test_malformed_writing_is_none_and_not_a_guess(text: str) -> None:
    assert amounts.parse(text) is None


@pytest.mark.parametrize(
    ("text", "value", "unit", "step"),
    [
        ("12.5万元", "125000", "万元", "1000"),
        ("12.50万", "125000", "万元", "100"),
        ("1,234千元", "1234000", "千元", "1000"),
        ("2.3亿元", "230000000", "亿元", "10000000"),
        ("3百万元", "3000000", "百万元", "1000000"),
        ("88.00元", "88", "元", "0.01"),
    ],
)
def test_a_unit_in_the_text_wins_over_the_tables(
    text: str, value: str, unit: str, step: str
) -> None:
    for given_unit in ("元", "万元"):
        read = amounts.parse(text, given_unit)
        assert read is not None
        assert (read.value, read.unit, read.step) == (Decimal(value), unit, Decimal(step))


def test_the_tables_unit_counts_where_the_text_has_none() -> None:
    read = amounts.parse("8,650.32", "万元")
    assert read is not None
    assert (read.value, read.step) == (Decimal("86503200"), Decimal("100"))


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("USD 1,000,000.00", "USD"),
        ("US$1,000,000.00", "USD"),
        ("1,000,000.00美元", "USD"),
        ("HKD1,000,000.00", "HKD"),
        ("欧元1,000,000.00", "EUR"),
        ("￥1,000,000.00", "CNY"),
    ],
)
def test_the_currency_is_kept(text: str, currency: str) -> None:
    read = amounts.parse(text)
    assert read is not None
    assert (read.value, read.currency) == (Decimal(1_000_000), currency)


@pytest.mark.parametrize(
    ("text", "value"),
    [("1O0.00", "100"), ("1,234.0l", "1234.01"), ("1,234,567,89", "1234567.89")],
)
def test_look_alikes_inside_a_number_are_set_right(text: str, value: str) -> None:
    assert value_of(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "-", "—", "——", "/", "－", "一", "无"])
def test_an_empty_or_dashed_cell_of_a_form_is_zero(text: str) -> None:
    read = amounts.parse_cell(text)
    assert read is not None
    assert read.value == 0


def test_only_the_cell_in_which_nothing_stands_counts_as_nothing_written() -> None:
    written = {text: amounts.parse_cell(text) for text in ("", "-", "0.00")}
    assert {text for text, read in written.items() if read and amounts.nothing_written(read)} == {
        ""
    }


def test_dirt_in_a_cell_is_not_taken_for_a_dash() -> None:
    assert amounts.parse_cell("..") is None


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("单位：元", "元"),
        ("金额单位：人民币元（列至角分）", "元"),
        ("单位：人民币万元", "万元"),
        ("货币单位：千元 币种：人民币", "千元"),
        ("（除特别注明外，金额单位均为人民币元）", "元"),
        ("人民币千元", "千元"),
        ("单位：人民币/元", "元"),
        ("编制单位：武汉某某有限公司", None),
        ("单位：元 单位：万元", None),
    ],
)
def test_the_unit_line_of_a_table_names_its_unit(line: str, unit: str | None) -> None:
    assert amounts.parse_unit(line) == unit


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("238.56（审定数）", "2385600"),
        ("238.56（其中自筹138.56、财政资金100）", "2385600"),
        ("2.3856（亿元）", "238560000"),
        ("238.56", "2385600"),
        ("—", "0"),
        ("无", "0"),
    ],
)
def test_a_remark_behind_a_sum_changes_nothing_but_may_name_its_unit(text: str, value: str) -> None:
    read = amounts.parse_remarked(text, "万元")
    assert read is not None
    assert read.value == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "238.56（约）", "238.56（240.00）", "（审定数）", "238 56（审定数）"]
)
def test_a_remark_that_makes_the_sum_vague_or_is_another_sum_leaves_none(text: str) -> None:
    assert amounts.parse_remarked(text, "万元") is None
