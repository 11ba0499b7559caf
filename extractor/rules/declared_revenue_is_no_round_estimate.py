"""营业收入不是整数估算.

Audited revenue is hardly ever a whole multiple of a million 元.
"""

from decimal import Decimal

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from extractor.rules.wording import money
from models.extraction import Amount
from models.finding import Disagreement


def check(declared: Amount, step: Decimal) -> Disagreement | None:
    """A note on a whole multiple of the step, zero excepted."""
    if declared.value == 0 or declared.value % step:
        return None
    message = f"营业收入 {money(declared)} 为整数，疑似估算"
    return Disagreement(severity="D", message=message)


RULE = Rule(
    code="FIN-12",
    title="营业收入不是整数估算",
    source=practice("审定收入极少恰为百万元的整数倍"),
    severity="D",
    reads=("application_form.revenue", "programme.round_revenue_step"),
    check=check,
)
