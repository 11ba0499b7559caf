"""成立已满三年，近三年核查期完整.

For a younger company 近三年 covers only the time since its founding.
"""

from datetime import date

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import Day
from models.finding import Disagreement


def check(founded: Day, since: date) -> Disagreement | None:
    """A note where the company is younger than the period that is looked at."""
    if founded.value is None or founded.value < since:
        return None
    message = f"成立于 {founded.value}，“近三年”仅覆盖成立以来"
    return Disagreement(severity="D", message=message)


RULE = Rule(
    code="LIC-05",
    title="成立已满三年，近三年核查期完整",
    source=notice("Q3"),
    severity="D",
    reads=("business_licence.established_on", "programme.violations_since"),
    check=check,
)
