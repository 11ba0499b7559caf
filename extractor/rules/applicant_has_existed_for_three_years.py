"""成立已满三年，近三年核查期完整.

For a younger company 近三年 covers only the time since its founding.
"""

from datetime import date

from extractor.rules.citing import notice
from extractor.rules.licence_items import without_item
from extractor.rules.rule import Rule
from models.extraction import Day, Identifier
from models.finding import Disagreement

FOUNDED = "business_licence.established_on"


def check(since: date, founded: Day | None, code: Identifier | None) -> Disagreement | None:
    """A note where the company is younger than the period that is looked at."""
    if founded is None:
        return without_item(code, "成立日期", FOUNDED, "D")
    if founded.value is None or founded.value < since:
        return None
    message = f"成立于 {founded.value}，“近三年”仅覆盖成立以来"
    return Disagreement(severity="D", message=message)


RULE = Rule(
    code="LIC-05",
    title="成立已满三年，近三年核查期完整",
    source=notice("Q3"),
    severity="D",
    reads=("programme.violations_since",),
    reads_if_present=(FOUNDED, "business_licence.uscc"),
    check=check,
)
