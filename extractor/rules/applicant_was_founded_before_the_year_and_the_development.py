"""成立日期不晚于申报年度和研发开始时间.

A company can have neither revenue nor research before it exists.
"""

from extractor.rules.citing import notice
from extractor.rules.licence_items import without_item
from extractor.rules.rule import Rule
from extractor.rules.spans import last_day
from extractor.rules.wording import shown
from models.extraction import Day, Identifier, Value
from models.finding import Disagreement

FOUNDED = "business_licence.established_on"


def check(
    year: int, founded: Day | None, start: Value | None, code: Identifier | None
) -> Disagreement | None:
    """A question for a founding after the year or after the development began; a note within."""
    if founded is None:
        return without_item(code, "成立日期", FOUNDED, "C")
    day, begun = founded.value, last_day(start)
    if day is None:
        return None
    if day.year > year:
        return Disagreement(
            severity="C", message=f"成立日期 {day} 晚于 {year} 年度", values=(FOUNDED,)
        )
    if begun and start and day > begun:
        message = f"成立日期 {day} 晚于模型研发开始时间 {shown(start)}"
        return Disagreement(severity="C", message=message)
    if day.year == year:
        message = f"成立于 {day}，{year} 年度收入不足全年"
        return Disagreement(severity="D", message=message, values=(FOUNDED,))
    return None


RULE = Rule(
    code="LIC-04",
    title="成立日期不晚于申报年度和研发开始时间",
    source=notice("Q1", "Q15"),
    severity="C",
    reads=("programme.year",),
    reads_if_present=(FOUNDED, "application_form.rd_period_start", "business_licence.uscc"),
    check=check,
)
