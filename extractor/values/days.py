"""Dates as printed: 2025年3月1日 · 2025-03-01 · 二〇二六年三月十日 · 长期."""

import re
from datetime import date
from typing import NamedTuple

from extractor.values.confusions import as_digits
from extractor.values.numerals import plain_number
from extractor.values.texts import compact
from models.extraction import Day

_ZERO = "〇零○◯OoＯ0Q"
_CHINESE_DIGITS = "一二三四五六七八九"
_DATES = re.compile(
    r"(?<!\d)(?:"
    r"(?P<y1>\d{4})年(?P<m1>\d{1,2})月(?P<d1>\d{1,2})[日曰号]"
    r"|(?P<y2>\d{4})(?P<mark>[-−–/.])(?P<m2>\d{1,2})(?P=mark)(?P<d2>\d{1,2})(?!\d)"
    r"|(?P<y3>(?:19|20)\d{2})(?P<m3>\d{2})(?P<d3>\d{2})(?!\d)"
    rf"|(?P<y4>[{_CHINESE_DIGITS}{_ZERO}]{{4}})年(?P<m4>[{_CHINESE_DIGITS}十]{{1,2}})月"
    rf"(?P<d4>[{_CHINESE_DIGITS}十廿卅]{{1,3}})[日曰号]"
    r")"
)
_CLOCK = re.compile(
    r"(?:(?<=[日曰号])|(?<=[-/.]\d\d))(?:[01]?\d|2[0-3])[:：][0-5]\d(?:[:：][0-5]\d)?$"
)
"""The time of day behind a date: 2026年03月12日 09:41:27 on what a website prints."""
_SAME_YEAR = re.compile(r"(?:至|到|[-−–—~])(?P<month>\d{1,2})月(?P<day>\d{1,2})[日曰号]")
_TO = re.compile(r"至|到|起|止|自|从|[-−–—~～()]|有效|期限|营业|经营|[:：]")
_PHASES = re.compile(
    r"(?:项目|研发|预计|计划|拟|已|于)?(?:开始|启动|起始|立项|完成|结束|终止|结题|验收|上线)?(?:时间|日期)?"
    r"|[,，;；、。]"
)
"""What else a form's cell says of a start and an end: 开始时间：2024年3月1日；结束时间：…"""
_LENGTH = re.compile(r"[,，;；]?\(?(?:共计?|合计|总计|历时|为期|周期)?约?\d{1,3}个月\)?$")
_REMARK = re.compile(r"\((?!.*(?:长期|期限|永久|至今))[^()\d]+\)$")
OPEN_END = re.compile(
    r"长期有效|长期|无固定期限|无固定经营期限|永久存续|永久|不约定期限|无期限|无限期|至今|今"
)
"""Words for a term without an end."""
_STARRED = re.compile(r"(?:至|到|[-−–—~～])[*年月日]*\*{2}[*年月日]*$")
"""An end printed as stars: licences of companies without a term say 至****** for it."""
_OPEN_JOINT = re.compile(r"(?:至|到|[-−–—~～])[^\d]*$")


class DayRange(NamedTuple):
    """From and to; the start is None where only the end is printed (至 2045年12月31日)."""

    start: Day | None
    end: Day


def without_length(text: str) -> str:
    """A term without how long it is and without a remark in brackets behind it: （共18个月）."""
    return _LENGTH.sub("", _REMARK.sub("", text))


def parse(text: str) -> Day | None:
    """The one date in the text, or an open end (长期); None for none, several or impossible."""
    plain = _CLOCK.sub("", as_digits(compact(text)))
    if OPEN_END.fullmatch(plain):
        return Day(value=None)
    found = list(_DATES.finditer(plain))
    if len(found) != 1 or re.search(r"\d", _DATES.sub("", plain)):
        return None
    return _day(found[0])


def parse_range(text: str, *, in_order: bool = True) -> DayRange | None:
    """The term that fills the text: 自…至… · 2025年1月1日-12月30日 · 至… · 长期; else None.

    ``in_order``: a term that ends before it begins is None too; forms may state such a one.
    """
    # A long dash is read as 一; between a day and a year no numeral can stand.
    plain = re.sub(r"(?<=[日曰])[一丨](?=20\d{2}年)", "—", as_digits(compact(text)))
    plain = without_length(plain)
    if OPEN_END.fullmatch(plain.removeprefix("至").strip(":：")):
        return DayRange(start=None, end=Day(value=None))
    found = list(_DATES.finditer(plain))
    days = [_day(each) for each in found]
    if not days or None in days or len(days) > 2:
        return None
    rest = plain[: found[0].start()] + plain[found[-1].end() :]
    between = plain[found[0].end() : found[-1].start()] if len(found) == 2 else ""
    if len(days) == 2:
        if not between or not _only_joins(between + rest):
            return None
        return _range(days[0], days[1], in_order)
    return _half_open(plain, found[0], rest)


def parse_end(text: str) -> Day | None:
    """The last day of a term, for a licence's 营业期限: the end of the range, or the only date."""
    starred = _STARRED.search(compact(text))
    if starred is not None:
        start = compact(text)[: starred.start()]
        return Day(value=None) if not start or parse(start.removeprefix("自")) else None
    ranged = parse_range(text)
    if ranged is not None:
        return ranged.end
    # A date before 至 is the beginning; that the end behind it was not read makes it no end.
    return None if _OPEN_JOINT.search(compact(text)) else parse(text)


def _half_open(plain: str, found: re.Match[str], rest: str) -> DayRange | None:
    """A range of which one date is printed in full."""
    day, after = _day(found), plain[found.end() :]
    same_year = _SAME_YEAR.match(after)
    if same_year and day is not None and day.value is not None:
        if _left(after[same_year.end() :]):
            return None
        end = _valid(day.value.year, int(same_year["month"]), int(same_year["day"]))
        return _range(day, end, in_order=True)
    if OPEN_END.search(after):
        return None if _left(OPEN_END.sub("", rest)) else DayRange(day, Day(value=None))
    if re.match(r"^[^\d]*(?:至|止于|截至)$", plain[: found.start()]) and not _left(rest):
        return None if day is None else DayRange(start=None, end=day)
    return None


def _only_joins(text: str) -> bool:
    """Whether words that join two dates are all that stands around them; marks alone only part."""
    if not _left(text):
        return True
    return not _left(_PHASES.sub("", text)) and re.search(r"[一-龥]", text) is not None


def _left(text: str) -> str:
    """What is neither a date nor a word that joins dates."""
    return _TO.sub("", text)


def _range(start: Day | None, end: Day | None, in_order: bool) -> DayRange | None:
    if start is None or end is None or start.value is None or end.value is None:
        return None
    return DayRange(start, end) if start.value <= end.value or not in_order else None


def _day(found: re.Match[str]) -> Day | None:
    if found["y4"]:
        return _in_characters(found)
    # 2025-03-1 is half a date: whoever pads the month pads the day too.
    if found["y2"] and found["m2"].startswith("0") and len(found["d2"]) == 1:
        return None
    year, month, day = (
        int(found[f"{part}1"] or found[f"{part}2"] or found[f"{part}3"]) for part in "ymd"
    )
    return _valid(year, month, day)


def _in_characters(found: re.Match[str]) -> Day | None:
    year, month = chinese_year(found["y4"]), plain_number(found["m4"])
    day = plain_number(found["d4"].replace("廿", "二十").replace("卅", "三十"))
    return None if year is None or not month or not day else _valid(year, month, day)


def chinese_year(text: str) -> int | None:
    """A year written digit by digit (二〇二六), with 〇 in any of the shapes it is read as."""
    digits = "".join("0" if character in _ZERO else character for character in text)
    table = {character: str(number) for number, character in enumerate(_CHINESE_DIGITS, start=1)}
    plain = "".join(table.get(character, character) for character in digits)
    return int(plain) if re.fullmatch(r"\d{4}", plain) else None


def _valid(year: int, month: int, day: int) -> Day | None:
    """The date, where there is such a day and the year is one that papers speak of."""
    if not 1900 <= year <= 2100:
        return None
    try:
        return Day(value=date(year, month, day))
    except ValueError:
        return None
