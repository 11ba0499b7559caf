"""申报有研发投入时 A107012 不为零.

A sheet of zeros beside a declared model cost says that nothing was claimed as research.
"""

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from extractor.rules.wording import money
from models.extraction import Amount
from models.finding import Disagreement


def check(cost: Amount, spent: Amount) -> Disagreement | None:
    """A note where the sheet's subtotal is zero although the form has a cost."""
    if cost.value == 0 or spent.value != 0:
        return None
    message = f"申报模型研发成本 {money(cost)}，而 A107012 第40行为零"
    return Disagreement(severity="D", message=message)


RULE = Rule(
    code="RD-13",
    title="申报有研发投入时 A107012 不为零",
    source=practice("零申报的加计扣除表不能佐证研发投入"),
    severity="D",
    reads=("application_form.rd_cost", "a107012.row_40"),
    check=check,
)
