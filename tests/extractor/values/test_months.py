"""Months and periods."""

from datetime import date

import pytest

from extractor.values import months
from models.extraction import Month


@pytest.mark.parametrize(
    "text",
    [
        "2023年5月",
        "2023年05月",
        "2023.05",
        "2023-5",
        "2023/05",
        "202305",
        "二〇二三年五月",
        "2023年5月份",
        "2023年5月17日",
    ],
)
def test_every_printed_form_of_a_month(text: str) -> None:
    assert months.parse(text) == Month(year=2023, month=5)


@pytest.mark.parametrize("text", ["2023", "2023年13月", "5月", "2023年5", "", "2023年5月6月"])
def test_half_months_are_none(text: str) -> None:
    assert months.parse(text) is None


def test_up_to_now_is_an_open_end() -> None:
    assert months.parse("至今") == Month(year=None)


@pytest.mark.parametrize(
    "text",
    [
        "2024.03-2025.10",
        "2024年3月—2025年10月",
        "2024年3月至2025年10月",
        "2024-03至2025-10",
        "2024-03-2025-10",
        "202403-202510",
        "2024.03.01-2025.10.31",
        "自2024年3月起至2025年10月止",
        "二〇二四年三月至二〇二五年十月",
        "2024.3～2025.10",
        "2024/03--2025/10",
    ],
)
def test_every_printed_form_of_a_range(text: str) -> None:
    assert months.parse_range(text) == (Month(year=2024, month=3), Month(year=2025, month=10))


def test_a_range_within_a_year_names_the_year_once() -> None:
    expected = (Month(year=2024, month=3), Month(year=2024, month=10))
    assert months.parse_range("2024年3-10月") == months.parse_range("2024年3月至10月") == expected


def test_a_range_may_have_an_open_end() -> None:
    assert months.parse_range("2023年5月至今") == (Month(year=2023, month=5), Month(year=None))


@pytest.mark.parametrize("text", ["2025.10-2024.03", "2024.03", "", "2024.03-2025.13", "至今"])
def test_a_range_that_is_none_or_runs_backwards_is_none(text: str) -> None:
    assert months.parse_range(text) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025年度", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025年1-12月", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024年2月", None, None),
        ("2024年1-2月", date(2024, 1, 1), date(2024, 2, 29)),
        ("2025年1月1日至12月30日", date(2025, 1, 1), date(2025, 12, 30)),
        ("2023年5月至今", None, None),
    ],
)
def test_a_period_has_a_first_and_a_last_day(
    text: str, start: date | None, end: date | None
) -> None:
    read = months.parse_period(text)
    assert (start, end) == (None, None) if read is None else (read.start, read.end) == (start, end)


@pytest.mark.parametrize("text", ["2024年2月", "2024-02", "2024.02", "2024/2", "202402"])
def test_a_month_alone_is_its_days(text: str) -> None:
    read = months.parse_whole_month(text)
    assert read is not None
    assert (read.start, read.end) == (date(2024, 2, 1), date(2024, 2, 29))


@pytest.mark.parametrize(
    "text", ["2024-02-01", "202413", "20240201", "2024年", "至今", "2024年2月至"]
)
def test_a_day_or_half_a_period_is_no_month_alone(text: str) -> None:
    assert months.parse_whole_month(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月启动，2025年11月完成",
        "起：2024年3月 止：2025年11月",
        "2024年3月-2025年11月（21个月）",
        "2024年3月至2025年11月，共21个月",
    ],
)
def test_a_start_and_an_end_are_read_among_the_words_of_a_cell(text: str) -> None:
    read = months.parse_range(text)
    assert read is not None
    assert (read.start.year, read.start.month) == (2024, 3)
    assert (read.end.year, read.end.month) == (2025, 11)


def test_two_months_of_different_things_are_no_range() -> None:
    assert months.parse_range("2024年3月获专利授权，2025年11月完成") is None


def test_a_long_dash_that_was_read_as_a_numeral_still_parts_two_months() -> None:
    read = months.parse_range("2024年9月一2025年12月")
    assert read is not None
    assert (read.start.month, read.end.month) == (9, 12)


def test_a_long_dash_that_was_read_as_a_numeral_still_parts_two_days() -> None:
    read = months.parse_range("2024年9月1日一2025年12月31日")
    assert read is not None
    assert (read.start.month, read.end.month) == (9, 12)


@pytest.mark.parametrize("text", ["2025.06.01 至 2024.11.30", "2025年6月至2024年5月"])
def test_a_span_that_ends_before_it_begins_is_read_where_it_may_be_stated(text: str) -> None:
    assert months.parse_range(text) is None
    stated = months.parse_range(text, in_order=False)
    assert stated is not None
    assert (stated.start.year, stated.end.year) == (2025, 2024)
