"""申报日期合理.

A form is dated after the notice, before its deadline, and after the papers that it encloses.
"""

from datetime import date

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import Day
from models.finding import Disagreement


def check(
    declared: Day,
    opens: date,
    deadline: date,
    audit: Day | None,
    special: Day | None,
    credit: Day | None,
) -> Disagreement | None:
    """A question for a day outside the call, or before the newest paper."""
    day = declared.value
    papers = {"审计报告": audit, "专项审计报告": special, "信用报告": credit}
    later = [
        name for name, each in papers.items() if each and each.value and day and each.value > day
    ]
    if day is None or (opens <= day <= deadline and not later):
        return None
    why = f"早于{'、'.join(later)}的日期" if later else f"不在 {opens} 至 {deadline} 之间"
    return Disagreement(severity="C", message=f"申报日期 {day} {why}")


RULE = Rule(
    code="SUB-08",
    title="申报日期合理",
    source=notice("Q12"),
    severity="C",
    reads=("application_form.declared_on", "programme.opens_on", "programme.deadline"),
    reads_if_present=(
        "audit_report.signed_on",
        "special_audit_report.signed_on",
        "credit_report.reported_on",
    ),
    check=check,
)
