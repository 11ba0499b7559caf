"""净资产为正.

A company that owes more than it has may not carry a model through.
"""

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from extractor.rules.wording import money
from models.extraction import Amount
from models.finding import Disagreement


def check(equity: Amount) -> Disagreement | None:
    """A note where equity is negative."""
    if equity.value >= 0:
        return None
    return Disagreement(severity="D", message=f"所有者权益合计为 {money(equity)}，资不抵债")


RULE = Rule(
    code="AUD-14",
    title="净资产为正",
    source=practice("资不抵债影响持续经营，提示关注"),
    severity="D",
    reads=("audit_report.total_equity",),
    check=check,
)
