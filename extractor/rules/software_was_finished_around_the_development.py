"""软件开发完成日期与研发起止时间相符.

Software finished years before the model's development began, or after it ended, may be another
product's.
"""

import re
from datetime import date

from extractor.rules.citing import practice
from extractor.rules.rule import Rule, Words
from models.extraction import Day, Month, Value
from models.finding import Disagreement

FINISHED = r"开发完成日期[:：]?(20\d{2})年(\d{1,2})月(\d{1,2})日"
YEARS_BEFORE = 3
"""Parts of a model, its data platform for one, are often registered earlier."""


def check(words: Words, starts: Value | None, ends: Value | None) -> Disagreement | None:
    """A question where the day is far outside the development."""
    found = words.first(FINISHED)
    first, last = _month(starts), _month(ends)
    day = _day(found) if found else None
    if day is None or first is None:
        message = "登记证书未载开发完成日期，或申报表未见研发起始时间"
        return Disagreement(severity="C", message=message, outcome="not_applicable")
    stated = f"软件开发完成日期 {day.isoformat()}"
    if (day.year, day.month) < (first[0] - YEARS_BEFORE, first[1]):
        message = f"{stated}，早于模型研发开始 {first[0]}年{first[1]}月三年以上，请核实是否为本模型"
        return Disagreement(severity="C", message=message)
    if last is not None and (day.year, day.month) > last:
        message = f"{stated}，晚于模型研发结束 {last[0]}年{last[1]}月，请核实"
        return Disagreement(severity="C", message=message)
    return None


def _month(value: Value | None) -> tuple[int, int] | None:
    match value:
        case Month(year=int() as year, month=month):
            return year, month
        case Day(value=date() as day):
            return day.year, day.month
    return None


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


RULE = Rule(
    code="IP-03",
    title="软件开发完成日期与研发起止时间相符",
    source=practice("软件著作权应与申报模型的研发时间相衔接"),
    severity="C",
    for_each=("software_copyright",),
    reads=("each.words",),
    reads_if_present=("application_form.rd_period_start", "application_form.rd_period_end"),
    check=check,
)
