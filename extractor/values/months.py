"""Months as printed: 2023年5月 · 2023.05 · 二〇二三年五月 · 至今, and periods made of them."""

import calendar
import re
from datetime import date
from typing import NamedTuple

from extractor.values import days
from extractor.values.confusions import as_digits
from extractor.values.numerals import plain_number
from extractor.values.texts import compact
from models.extraction import Month, Period

_MONTH = re.compile(
    r"(?<!\d)(?:"
    r"(?P<y1>\d{4})年(?P<m1>\d{1,2})月(?:份)?"
    r"|(?P<y2>\d{4})[-−–/.](?P<m2>\d{1,2})(?!\d)"
    r"|(?P<y3>(?:19|20)\d{2})(?P<m3>0[1-9]|1[0-2])(?!\d)"
    r"|(?P<y4>[一二三四五六七八九〇零○O0]{4})年(?P<m4>[一二三四五六七八九十]{1,2})月"
    r")"
)
_JOINT = re.compile(r"(?:至|到|[-−–—~～]{1,2}|起至)")
_WITHIN_A_YEAR = re.compile(
    r"自?(?P<year>\d{4})年(?P<first>\d{1,2})月?(?:份)?(?:至|到|[-−–—~～])(?P<last>\d{1,2})月(?:份)?(?:止)?"
)
_WHOLE_YEAR = re.compile(r"(?P<year>\d{4})年?(?:度|全年)?")


_MONTH_OR_DAY = re.compile(
    r"\d{4}年\d{1,2}月(?:\d{1,2}[日曰])?|\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?!\d)"
)
_AROUND = re.compile(
    r"(?:[自从至到起止,，;；、:：()—~～-]|项目|预计|计划|开始|启动|立项|研发|时间|日期|完成|结束|结题|验收|上线)*"
)
"""What else stands in a cell with a start and an end: 2024年3月启动，2025年11月完成."""


class MonthRange(NamedTuple):
    """From and to; an open end is a Month without a year."""

    start: Month
    end: Month


def parse(text: str) -> Month | None:
    """The month that fills the text (a full date gives its month), or an open end; else None."""
    plain = as_digits(compact(text))
    if days.OPEN_END.fullmatch(plain):
        return Month(year=None)
    found = _MONTH.fullmatch(plain)
    if found:
        return _month(found)
    day = days.parse(text)
    return None if day is None or day.value is None else _valid(day.value.year, day.value.month)


def parse_range(text: str, *, in_order: bool = True) -> MonthRange | None:
    """From…to in months or days: 2024.03-2025.10 · 2023年5月—2025年12月 · 2024年3-10月 · …至今.

    ``in_order``: as in ``days.parse_range``.
    """
    plain = re.sub(r"(?<=月)[一丨](?=20\d{2}年)", "—", as_digits(compact(text)))
    plain = days.without_length(plain)
    plain = plain.strip(":：。()").removeprefix("自").removeprefix("从")
    within = _WITHIN_A_YEAR.fullmatch(plain)
    if within:
        year = int(within["year"])
        first, last = (_valid(year, int(within[name])) for name in ("first", "last"))
        return _range(first, last, in_order)
    ranged = days.parse_range(plain, in_order=in_order)
    if ranged is not None:
        return _from_days(ranged, in_order)
    splits = {
        (start, end)
        for joint in _JOINT.finditer(plain)
        if (start := parse(plain[: joint.start()].removesuffix("起"))) is not None
        and (end := parse(plain[joint.end() :].removesuffix("止"))) is not None
        and start.year is not None
    }
    if len(splits) != 1:
        return _in_words(plain, in_order)
    [(start, end)] = splits
    return _range(start, end, in_order)


def _in_words(plain: str, in_order: bool) -> MonthRange | None:
    """The two months that stand among words like 启动 and 完成 and nothing else."""
    both = _MONTH_OR_DAY.findall(plain)
    if len(both) != 2 or not _AROUND.fullmatch(_MONTH_OR_DAY.sub("", plain)):
        return None
    return _range(parse(both[0]), parse(both[1]), in_order)


def parse_whole_month(text: str) -> Period | None:
    """The days of the month that fills the text: 2025年1月 · 2025-01 · 202501; None for a day."""
    found = _MONTH.fullmatch(as_digits(compact(text)))
    month = None if found is None else _month(found)
    return None if month is None else _period(MonthRange(month, month))


def parse_period(text: str) -> Period | None:
    """The days from first to last of a period: 2025年度 · 2025年1-12月 · 2025年1月1日至12月31日."""
    plain = as_digits(compact(text))
    whole = _WHOLE_YEAR.fullmatch(plain)
    if whole:
        first, last = _valid(int(whole["year"]), 1), _valid(int(whole["year"]), 12)
        return None if first is None or last is None else _period(MonthRange(first, last))
    ranged = days.parse_range(plain)
    if ranged is not None:
        if ranged.start is None or ranged.start.value is None or ranged.end.value is None:
            return None
        return Period(start=ranged.start.value, end=ranged.end.value)
    months = parse_range(plain)
    return None if months is None else _period(months)


def _period(months: MonthRange) -> Period | None:
    if months.start.year is None or months.end.year is None:
        return None
    last = calendar.monthrange(months.end.year, months.end.month)[1]
    return Period(
        start=date(months.start.year, months.start.month, 1),
        end=date(months.end.year, months.end.month, last),
    )


def _from_days(ranged: days.DayRange, in_order: bool) -> MonthRange | None:
    if ranged.start is None or ranged.start.value is None:
        return None
    start = _valid(ranged.start.value.year, ranged.start.value.month)
    end = (
        Month(year=None)
        if ranged.end.value is None
        else _valid(ranged.end.value.year, ranged.end.value.month)
    )
    return _range(start, end, in_order)


def _range(start: Month | None, end: Month | None, in_order: bool) -> MonthRange | None:
    if start is None or end is None or start.year is None:
        return None
    if in_order and end.year is not None and (end.year, end.month) < (start.year, start.month):
        return None
    return MonthRange(start, end)


def _month(found: re.Match[str]) -> Month | None:
    if found["y4"]:
        year, month = days.chinese_year(found["y4"]), plain_number(found["m4"])
        return None if year is None or month is None else _valid(year, month)
    year = int(found["y1"] or found["y2"] or found["y3"])
    return _valid(year, int(found["m1"] or found["m2"] or found["m3"]))


def _valid(year: int, month: int) -> Month | None:
    if not (1900 <= year <= 2100 and 1 <= month <= 12):
        return None
    return Month(year=year, month=month)
