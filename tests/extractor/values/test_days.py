"""Dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.values import days

DATES = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
CHINESE = "〇一二三四五六七八九"


def small(number: int) -> str:
    """1…31 as 一, 十, 十二, 二十, 三十一."""
    tens, ones = divmod(number, 10)
    written = ("" if tens == 1 else CHINESE[tens] if tens else "") + ("十" if tens else "")
    return written + (CHINESE[ones] if ones else "")


def in_characters(day: date, zero: str) -> str:
    year = "".join(CHINESE[int(digit)] for digit in str(day.year)).replace("〇", zero)
    return f"{year}年{small(day.month)}月{small(day.day)}日"


@given(DATES)
def test_every_printed_form_of_a_date(day: date) -> None:
    y, m, d = day.year, day.month, day.day
    forms = [
        f"{y}年{m}月{d}日",
        f"{y}年{m:02d}月{d:02d}日",
        f"{y} 年 {m} 月 {d} 日",
        f"{y}年{m}月{d}曰",
        f"{y}-{m:02d}-{d:02d}",
        f"{y}.{m}.{d}",
        f"{y}/{m:02d}/{d:02d}",
        *(in_characters(day, zero) for zero in "〇○零O0o"),
    ]
    if f"{y}.{m}.{d}".startswith(f"{y}.0"):
        forms.remove(f"{y}.{m}.{d}")
    assert {form: read.value for form in forms if (read := days.parse(form))} == dict.fromkeys(
        forms, day
    )


@pytest.mark.parametrize(
    "text", ["长期", "无固定期限", "永久", "长期有效", "永久存续", "不约定期限"]
)
def test_an_open_end_is_a_day_without_a_date(text: str) -> None:
    read = days.parse(text)
    assert read is not None
    assert read.value is None


@pytest.mark.parametrize(
    "text",
    [
        "2025年2月30日",
        "2025年13月1日",
        "2025年3月1",
        "2025-03-1",
        "2025年3月",
        "12025年3月1日",
        "2025年3月1日2026年3月1日",
        "1825年3月1日",
        "二五年三月一日",
        "年月日",
        "",
    ],
)
def test_half_or_impossible_dates_are_none(text: str) -> None:
    assert days.parse(text) is None


def test_look_alikes_in_a_date_are_set_right() -> None:
    read = days.parse("2O25年3月l日")
    assert read is not None
    assert read.value == date(2025, 3, 1)


def test_words_around_the_only_date_do_not_matter() -> None:
    read = days.parse("登记机关（盖章）2019年03月01日")
    assert read is not None
    assert read.value == date(2019, 3, 1)


@given(DATES, DATES, st.sampled_from(["至", "-", "—", "~", "～", "到"]))
def test_a_term_from_one_day_to_another(one: date, other: date, joint: str) -> None:
    start, end = sorted((one, other))
    text = f"{start.year}年{start.month}月{start.day}日{joint}{end.year}年{end.month}月{end.day}日"
    read = days.parse_range(text)
    assert read is not None
    assert read.start is not None
    assert (read.start.value, read.end.value) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025年1月1日至2025年12月30日", date(2025, 1, 1), date(2025, 12, 30)),
        ("自2010年09月02日至2020年09月01日", date(2010, 9, 2), date(2020, 9, 1)),
        ("2025年1月1日-12月30日", date(2025, 1, 1), date(2025, 12, 30)),
        ("2010年09月02日至长期", date(2010, 9, 2), None),
        ("2025-01-01-2025-12-31", date(2025, 1, 1), date(2025, 12, 31)),
        ("至2045年12月31日", None, date(2045, 12, 31)),
        ("长期", None, None),
        ("开始时间：2024年3月1日；结束时间：2025年12月31日", date(2024, 3, 1), date(2025, 12, 31)),
        ("2024年3月1日启动，2025年12月31日完成", date(2024, 3, 1), date(2025, 12, 31)),
        ("2024年3月1日至2025年8月31日（共18个月）", date(2024, 3, 1), date(2025, 8, 31)),
        ("2024.3.1-2025.12.31（已完成）", date(2024, 3, 1), date(2025, 12, 31)),
    ],
)
def test_terms_as_licences_and_forms_print_them(
    text: str, start: date | None, end: date | None
) -> None:
    read = days.parse_range(text)
    assert read is not None
    assert (None if read.start is None else read.start.value, read.end.value) == (start, end)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2009年04月24日至2039年04月23日", date(2039, 4, 23)),
        ("至2045年12月31日", date(2045, 12, 31)),
        ("2045年12月31日", date(2045, 12, 31)),
        ("2006年02月19日至长期", None),
        ("长期", None),
    ],
)
def test_the_end_of_a_term(text: str, end: date | None) -> None:
    read = days.parse_end(text)
    assert read is not None
    assert read.value == end


@pytest.mark.parametrize(
    "text",
    [
        "2025年12月31日至2025年1月1日",
        "2025年1月1日",
        "2025年1月1日至2025年2月30日",
        "2025年1月1日成立，2025年2月1日开业",
        "2025年1月1日，2025年2月1日",
        "",
    ],
)
def test_a_term_that_is_none_or_runs_backwards_is_none(text: str) -> None:
    assert days.parse_range(text) is None


@pytest.mark.parametrize(
    "text",
    ["长期", "至无固定期限", "自2019年5月6日至长期", "2019年05月06日至******", "至******",
     "自2019年5月6日至****年**月**日", "2019年5月6日至＊＊＊＊＊"],
)  # fmt: skip
def test_a_term_printed_as_stars_or_words_has_no_end(text: str) -> None:
    read = days.parse_end(text)
    assert read is not None
    assert read.value is None


@pytest.mark.parametrize("text", ["2019年5月6日至", "2019年5月6日至/", "2019年5月6日至*", "******"])
def test_a_beginning_is_never_taken_for_an_end_that_was_not_read(text: str) -> None:
    assert days.parse_end(text) is None
