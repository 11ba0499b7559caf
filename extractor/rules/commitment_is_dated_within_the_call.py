"""承诺书日期已填写且合理.

The template is dated March 2026, so nobody can have signed it before.
"""

from datetime import date

from extractor.rules.citing import notice
from extractor.rules.handing_in import severity_of_late
from extractor.rules.rule import Rule, holds
from models.extraction import Day
from models.finding import Disagreement

SIGNED = "commitment.signed_on"


def check(
    signed_on: Day, opens: date, submitted: Day, deadline: date, declared: Day | None = None
) -> Disagreement | None:
    """Fails for a day before the call or after the submission."""
    day, last = signed_on.value, submitted.value
    if day is None or last is None:
        return None
    if opens <= day <= last:
        return holds("B", f"承诺书日期 {day}，在 {opens} 至提交日期 {last} 之间", SIGNED)
    message = f"承诺书日期 {day} 不在 {opens} 至提交日期 {last} 之间"
    severity = severity_of_late(submitted, deadline, declared) if day > last else "B"
    return Disagreement(severity=severity, message=message, values=(SIGNED,))


RULE = Rule(
    code="COM-05",
    title="承诺书日期已填写且合理",
    source=notice("Q24"),
    severity="B",
    reads=(
        SIGNED,
        "programme.opens_on",
        "submission.submitted_on",
        "programme.deadline",
    ),
    reads_if_present=("application_form.declared_on",),
    check=check,
)
