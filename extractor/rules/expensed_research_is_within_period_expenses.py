"""A107012 费用化投入不超过期间费用合计.

What was spent on research and not capitalised passed through the period's expenses or the cost
of sales; more than all of them together is a contradiction.
"""

from decimal import Decimal

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from extractor.rules.wording import yuan
from models.extraction import Amount, Choice
from models.finding import Disagreement

GROSS = (3, 7, 16, 19, 23, 28, 36, 37, 39)
NEW_EDITION = "2025"


def check(edition: Choice, capitalised: Amount, *sums: Amount | None) -> Disagreement | None:
    """A question where gross research less what was capitalised passes all period expenses."""
    research, expenses = sums[: len(GROSS)], sums[len(GROSS) :]
    counted = expenses if edition.value == NEW_EDITION else expenses[:-1]
    if any(each is None for each in counted):
        return Disagreement(severity="C", message="A100000 期间费用未能辨认", outcome="unreadable")
    spent = sum((each.value for each in research if each), Decimal(0)) - capitalised.value
    most = sum((each.value for each in counted if each), Decimal(0))
    if spent <= most:
        return None
    message = f"A107012 费用化研发投入 {yuan(spent)}，高于 A100000 期间费用合计 {yuan(most)}"
    return Disagreement(severity="C", message=f"{message}，除非计入营业成本，否则矛盾")


RULE = Rule(
    code="RD-07",
    title="A107012 费用化投入不超过期间费用合计",
    source=practice("税务稽查案例：加计扣除的研发投入超过期间费用合计即存在逻辑矛盾"),
    severity="C",
    reads=("a100000.edition", "a107012.row_42", *(f"a107012.row_{row}" for row in GROSS)),
    reads_if_present=tuple(f"a100000.rows[{row}]" for row in (4, 5, 6, 7)),
    check=check,
)
