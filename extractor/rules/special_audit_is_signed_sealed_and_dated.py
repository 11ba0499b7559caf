"""专项审计报告有事务所印章、注册会计师和日期.

Like any auditor's report it is a draft until it is signed, sealed and dated.
"""

from datetime import date

from extractor.rules.citing import practice
from extractor.rules.handing_in import severity_of_late
from extractor.rules.rule import Rule, Seals
from extractor.rules.signing import signed_off
from models.extraction import Day, TextList
from models.finding import Disagreement


def check(
    people: TextList,
    seals: Seals,
    signed_on: Day,
    submitted_on: Day,
    deadline: date,
    declared: Day | None = None,
    promised: Day | None = None,
) -> list[Disagreement]:
    """Missing where something is not there; fails where the date is after the submission."""
    said = signed_off("special_audit_report", "专项审计报告", people, seals)
    if signed_on.value and submitted_on.value and signed_on.value > submitted_on.value:
        message = f"专项审计报告日期 {signed_on.value} 晚于提交日期 {submitted_on.value}"
        key = ("special_audit_report.signed_on",)
        severity = severity_of_late(submitted_on, deadline, declared, promised)
        said.append(Disagreement(severity=severity, message=message, values=key))
    return said


RULE = Rule(
    code="SPA-11",
    title="专项审计报告有事务所印章、注册会计师和日期",
    source=practice("专项审计报告应由两名注册会计师签章、加盖事务所公章并注明日期"),
    severity="B",
    reads=(
        "special_audit_report.accountants",
        "special_audit_report.seals",
        "special_audit_report.signed_on",
        "submission.submitted_on",
        "programme.deadline",
    ),
    reads_if_present=("application_form.declared_on", "commitment.signed_on"),
    check=check,
)
