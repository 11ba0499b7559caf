"""申报成本组成之和等于模型研发成本.

The form asks for the cost and, in the next cell, for what it is made up of.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from extractor.rules.tolerance import adds_up
from models.extraction import Amount, Rows
from models.finding import Disagreement


def check(items: Rows, cost: Amount) -> Disagreement | None:
    """Fails where the items don't add up; unreadable where one of them was not read."""
    amounts = [row.get("amount") for row in items.records]
    read = tuple(amount for amount in amounts if isinstance(amount, Amount))
    if not read or len(read) < len(amounts):
        message = "成本组成中有金额无法辨认，未能核对合计"
        return Disagreement(severity="B", message=message, outcome="unreadable")
    return adds_up("成本组成", read, cost)


RULE = Rule(
    code="SPA-04",
    title="申报成本组成之和等于模型研发成本",
    source=notice("Q16"),
    severity="B",
    reads=("application_form.rd_cost_items", "application_form.rd_cost"),
    check=check,
    agreement_confirms=True,
)
