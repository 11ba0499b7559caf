"""A107012 项目数量与研发费用相符.

Spending needs a project, and a project without spending has nothing to deduct.
"""

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from extractor.rules.sums import cell
from extractor.rules.wording import money
from models.extraction import Amount, Value
from models.finding import Disagreement


def check(projects: Value, spent: Amount) -> Disagreement | None:
    """A question where exactly one of the two is zero."""
    count = cell(projects) or 0
    if (count == 0) == (spent.value == 0):
        return None
    message = f"第1行项目数量 {count}，第40行研发费用小计 {money(spent)}"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="RD-08",
    title="A107012 项目数量与研发费用相符",
    source=law("《研发费用加计扣除优惠明细表》（A107012）", "本年可享受研发费用加计扣除项目数量"),
    severity="C",
    reads=("a107012.row_1", "a107012.row_40"),
    check=check,
)
