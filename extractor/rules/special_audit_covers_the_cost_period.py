"""专项审计期间为2025年度.

The form prints 12-30 as the end of the cost's period; 12-30 and 12-31 are taken for equal.
"""

from extractor.programmes.programme import CostPeriod
from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import Day
from models.finding import Disagreement


def check(start: Day, end: Day, wanted: CostPeriod) -> Disagreement | None:
    """Fails for any other period than the notice's."""
    if start.value == wanted.start and end.value in wanted.ends:
        return None
    message = (
        f"专项审计期间 {start.value} 至 {end.value}，"
        f"应为 {wanted.start} 至 {' 或 '.join(str(day) for day in wanted.ends)}"
    )
    return Disagreement(severity="B", message=message)


RULE = Rule(
    code="SPA-02",
    title="专项审计期间为2025年度",
    source=notice("Q15", "Q19"),
    severity="B",
    reads=(
        "special_audit_report.period_start",
        "special_audit_report.period_end",
        "programme.cost_period",
    ),
    check=check,
    agreement_confirms=True,
)
