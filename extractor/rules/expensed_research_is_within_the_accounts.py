"""A107012 费用化金额不超过利润表研发费用.

The tax measure is narrower than the accounts'; research booked in cost can explain more.
"""

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from extractor.rules.wording import money
from models.extraction import Amount
from models.finding import Disagreement


def check(expensed: Amount, audited: Amount) -> Disagreement | None:
    """A question where row 41 is greater than the income statement's R&D."""
    if expensed.value <= audited.value + max(expensed.step, audited.step):
        return None
    message = f"A107012 第41行 {money(expensed)}，高于利润表研发费用 {money(audited)}"
    return Disagreement(severity="C", message=f"{message}（计入成本或管理费用可以解释）")


RULE = Rule(
    code="RD-06",
    title="A107012 费用化金额不超过利润表研发费用",
    source=practice("加计扣除口径窄于会计口径（研发费用加计扣除政策执行指引2.0）"),
    severity="C",
    reads=("a107012.row_41", "audit_report.rd_expense"),
    check=check,
)
