"""模型研发成本不超过营业收入.

Spending more on one model than was earned in the year is possible with funding, and worth asking.
"""

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from extractor.rules.wording import money
from models.extraction import Amount
from models.finding import Disagreement


def check(cost: Amount, revenue: Amount) -> Disagreement | None:
    """A question where the cost is greater than the revenue."""
    if cost.value <= revenue.value:
        return None
    message = f"模型研发成本 {money(cost)} 高于营业收入 {money(revenue)}，请核实资金来源"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="SPA-10",
    title="模型研发成本不超过营业收入",
    source=practice("成本高于全年收入的，需核实资金来源和口径"),
    severity="C",
    reads=("application_form.rd_cost", "application_form.revenue"),
    check=check,
)
