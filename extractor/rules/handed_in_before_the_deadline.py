"""在截止日期前提交.

The notice shuts out what comes late. The day of receipt is the operator's to give; without it the
date on the form tells at least whether it can have come in time.
"""

from datetime import date

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, holds
from models.extraction import Day
from models.finding import Disagreement

SUBMITTED = "submission.submitted_on"


def check(
    submitted: Day,
    city: date,
    province: date,
    declared: Day | None,
    promised: Day | None,
) -> Disagreement:
    """Fails after the province's day; a note between it and the city's own."""
    day = submitted.value
    if day is None or day <= city:
        return holds("A", f"提交日期 {day}，不晚于 {city}", SUBMITTED)
    if day <= province:
        message = f"提交日期 {day} 晚于各区报送市经信局的期限 {city}，未超过省级期限 {province}"
        return Disagreement(severity="D", message=message, values=(SUBMITTED,), outcome="passed")
    if day in (_value(declared), _value(promised)):
        message = f"未给出收件日期，材料所载日期 {day} 晚于截止日期 {province}，请核对是否逾期"
        return Disagreement(severity="C", message=message)
    message = f"提交日期 {day} 晚于截止日期 {province}，逾期视为自动放弃申报"
    return Disagreement(severity="A", message=message, values=(SUBMITTED,))


def _value(day: Day | None) -> date | None:
    return day.value if day else None


RULE = Rule(
    code="SUB-01",
    title="在截止日期前提交",
    source=notice("Q9", "Q11"),
    severity="A",
    reads=(SUBMITTED, "programme.city_deadline", "programme.deadline"),
    reads_if_present=("application_form.declared_on", "commitment.signed_on"),
    check=check,
    agreement_confirms=True,
)
