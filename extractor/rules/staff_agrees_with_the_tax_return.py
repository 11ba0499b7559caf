"""员工总数与从业人数、社保缴费相符.

A000000 states the year's mean number of employees; the form's may lie apart by the year's growth,
not by more than twice.
"""

from decimal import Decimal

from extractor.rules.choosing import year_in
from extractor.rules.citing import practice
from extractor.rules.rule import Rule, holds
from models.extraction import Count, Value
from models.finding import Disagreement

_FILED = "cit_other.staff"


def check(
    staff: Count, most: Decimal, year: int, filed: Count | None, period_end: Value | None
) -> Disagreement:
    """A question where one count is more than twice the other; not applicable without the sheet."""
    if filed is None or filed.value == 0:
        message = "未见企业所得税年度纳税申报基础信息表（A000000）的从业人数"
        return Disagreement(
            severity="C", message=message, values=(_FILED,), outcome="not_applicable"
        )
    keys = ("application_form.staff_total", _FILED)
    message = f"申报表员工总数 {staff.value} 人，A000000 从业人数 {filed.value} 人"
    more, fewer = max(staff.value, filed.value), min(staff.value, filed.value)
    if more <= most * fewer:
        return holds("C", message, *keys)
    of_year = year_in(period_end)
    if of_year is not None and of_year != year:
        message = f"{message}（{of_year}年度），期间不同"
        return Disagreement(severity="C", message=message, values=keys, outcome="not_comparable")
    return Disagreement(severity="C", message=f"{message}，相差一倍以上，请核实", values=keys)


RULE = Rule(
    code="FIN-08",
    title="员工总数与从业人数、社保缴费相符",
    source=practice("员工总数应与企业所得税申报的从业人数大体相当"),
    severity="C",
    reads=(
        "application_form.staff_total",
        "programme.staff_ratio_max",
        "programme.year",
    ),
    reads_if_present=(_FILED, "cit_other.period_end"),
    check=check,
    agreement_confirms=True,
)
