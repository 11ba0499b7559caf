"""研发起止时间合理并覆盖成本期间.

Development starts before it ends and before it is declared, and spans the year of its cost.
"""

from extractor.programmes.programme import CostPeriod
from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from extractor.rules.spans import first_day, last_day
from extractor.rules.wording import shown
from models.extraction import Amount, Day, Value
from models.finding import Disagreement

START, END = "application_form.rd_period_start", "application_form.rd_period_end"


def check(
    start: Value, end: Value, submitted: Day, period: CostPeriod, cost: Amount | None
) -> Disagreement | None:
    """Fails where start and end are in no order, or lie outside the year of the cost."""
    begun, ended = first_day(start), last_day(end)
    span = f"研发起止 {shown(start)} 至 {shown(end)}"
    if begun and ended and begun > ended:
        return Disagreement(severity="B", message=f"{span}，起始晚于结束", values=(START, END))
    if begun and submitted.value and begun > submitted.value:
        message = f"{span}，起始晚于提交日期 {submitted.value}"
        return Disagreement(severity="B", message=message, values=(START,))
    outside = (ended and ended < period.start) or (begun and begun > max(period.ends))
    if cost and cost.value > 0 and outside:
        return Disagreement(severity="B", message=f"{span}，与成本期间不重叠")
    return None


RULE = Rule(
    code="MOD-06",
    title="研发起止时间合理并覆盖成本期间",
    source=notice("Q14", "Q15"),
    severity="B",
    reads=(START, END, "submission.submitted_on", "programme.cost_period"),
    reads_if_present=("application_form.rd_cost",),
    check=check,
)
