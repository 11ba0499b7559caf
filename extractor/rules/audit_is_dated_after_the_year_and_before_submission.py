"""审计报告日期在期末之后、提交之前.

Nobody audits a year before it has ended.
"""

from datetime import date

from extractor.rules.choosing import year_in
from extractor.rules.citing import practice
from extractor.rules.handing_in import severity_of_late
from extractor.rules.rule import Rule, holds
from models.extraction import Day, Value
from models.finding import Disagreement, Severity

DATES = ("audit_report.signed_on", "audit_report.fiscal_year")


def check(
    signed_on: Day,
    fiscal_year: Value,
    submitted_on: Day,
    deadline: date,
    declared: Day | None = None,
    promised: Day | None = None,
) -> Disagreement | None:
    """Fails where the report is dated in its own year or after the submission."""
    year, signed, handed_in = year_in(fiscal_year), signed_on.value, submitted_on.value
    if signed is None or handed_in is None or year is None:
        return None
    severity: Severity = "B"
    if signed.year <= year:
        message = f"审计报告日期 {signed} 早于 {year} 年度结束"
    elif signed > handed_in:
        message = f"审计报告日期 {signed} 晚于提交日期 {handed_in}"
        severity = severity_of_late(submitted_on, deadline, declared, promised)
    else:
        message = f"审计报告日期 {signed}，在 {year} 年度结束之后、提交日期 {handed_in} 之前"
        return holds("B", message, *DATES)
    return Disagreement(severity=severity, message=message, values=DATES)


RULE = Rule(
    code="AUD-04",
    title="审计报告日期在期末之后、提交之前",
    source=practice("审计报告日不早于获取充分审计证据之日，必在期末之后"),
    severity="B",
    reads=(
        *DATES,
        "submission.submitted_on",
        "programme.deadline",
    ),
    reads_if_present=("application_form.declared_on", "commitment.signed_on"),
    check=check,
)
