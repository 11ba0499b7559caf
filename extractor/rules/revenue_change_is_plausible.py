"""营业收入同比变动合理.

Revenue that trebles or falls by most of itself has a reason the reviewer should hear.
"""

from decimal import Decimal

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from extractor.rules.wording import money
from models.extraction import Amount
from models.finding import Disagreement


def check(now: Amount, before: Amount, rise: Decimal, fall: Decimal) -> Disagreement | None:
    """A question beyond the usual rise or fall against the comparative column."""
    if before.value <= 0:
        return None
    change = now.value / before.value - 1
    if -fall <= change <= rise:
        return None
    message = f"营业收入本期 {money(now)}，上期 {money(before)}，变动 {change:+.0%}，请说明原因"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="FIN-13",
    title="营业收入同比变动合理",
    source=practice("收入增长超过两倍或下降超过七成需了解原因"),
    severity="C",
    reads=(
        "audit_report.revenue",
        "audit_report.revenue_prior",
        "programme.revenue_growth_max",
        "programme.revenue_fall_max",
    ),
    check=check,
)
