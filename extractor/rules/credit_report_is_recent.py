"""信用报告日期在有效期内.

A credit report shows one day; an old one leaves the time since open.
"""

from datetime import date

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from models.extraction import Day
from models.finding import Disagreement


def check(reported: Day, submitted: Day, not_before: date, most_days: int) -> Disagreement | None:
    """A question for a report of another year, too old, or dated after the submission."""
    if reported.value is None or submitted.value is None:
        return None
    age = (submitted.value - reported.value).days
    if age < 0:
        message = f"信用报告日期 {reported.value} 晚于提交日期 {submitted.value}"
    elif reported.value < not_before or age > most_days:
        message = f"信用报告日期 {reported.value}，距提交日期 {age} 天"
    else:
        return None
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="CRE-05",
    title="信用报告日期在有效期内",
    source=practice("信用状况以临近申报时的报告为准，一般不超过90天"),
    severity="C",
    reads=(
        "credit_report.reported_on",
        "submission.submitted_on",
        "programme.credit_report_not_before",
        "programme.credit_report_max_days",
    ),
    check=check,
)
