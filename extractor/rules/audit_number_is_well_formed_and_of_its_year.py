"""审计报告文号格式和年份正常.

Firms number their reports by year; a number of another year belongs to another report.
"""

import re

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from extractor.values import identifiers
from models.extraction import Day, Identifier
from models.finding import Disagreement

YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")


def check(number: Identifier, signed_on: Day) -> Disagreement | None:
    """A question where the number is of no known form, or its year is not the report's."""
    if identifiers.parse_report_number(number.value) is None:
        return Disagreement(severity="C", message=f"报告文号“{number.value}”格式异常")
    found = YEAR.search(number.value)
    signed = signed_on.value
    if not found or not signed or abs(int(found[1]) - signed.year) <= 1:
        return None
    message = f"报告文号“{number.value}”的年份与报告日期 {signed} 不符"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="AUD-05",
    title="审计报告文号格式和年份正常",
    source=practice("报告文号含事务所简称和年份，年份为出具年度"),
    severity="C",
    reads=("audit_report.report_no", "audit_report.signed_on"),
    check=check,
)
