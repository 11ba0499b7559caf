"""研发起止时间与成本期间相符.

A cost of 2025 belongs to a model that was being developed in 2025.
"""

from extractor.programmes.programme import CostPeriod
from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from extractor.rules.spans import first_day, last_day
from extractor.rules.wording import money, shown
from models.extraction import Amount, Value
from models.finding import Disagreement


def check(start: Value, end: Value, cost: Amount, period: CostPeriod) -> Disagreement | None:
    """A question where there is a cost, and the development lies before or after its period."""
    begun, ended = first_day(start), last_day(end)
    before = ended is not None and ended < period.start
    after = begun is not None and begun > max(period.ends)
    if cost.value == 0 or not (before or after):
        return None
    message = f"研发起止 {shown(start)} 至 {shown(end)}，与成本期间不重叠，却有成本 {money(cost)}"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="SPA-15",
    title="研发起止时间与成本期间相符",
    source=notice("Q14", "Q15"),
    severity="C",
    reads=(
        "application_form.rd_period_start",
        "application_form.rd_period_end",
        "application_form.rd_cost",
        "programme.cost_period",
    ),
    check=check,
)
