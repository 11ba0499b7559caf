"""A107012 委托境外研发费用不超过限额.

Research by overseas institutions counts at 80 %, and up to two thirds of what is domestic.
"""

from collections.abc import Mapping

from extractor.forms.form import load_form
from extractor.rules.choosing import year_in
from extractor.rules.citing import law
from extractor.rules.rule import Rule, holds
from extractor.rules.sums import PERCENT, cells_of_rows
from extractor.rules.wording import yuan
from models.extraction import Field, Value
from models.finding import Disagreement

ROW = "38"
CENT = 1 / PERCENT


def check(rows: Mapping[str, Field], period_end: Value) -> Disagreement | None:
    """Fails above the limit of the sheet's year."""
    cells = cells_of_rows(rows)
    limits = load_form("A107012").limits(year_in(period_end) or 0)
    limit = next((each for each in limits if each.row == ROW), None)
    excess = limit.excess(cells) if limit else None
    if limit is None or excess is None:
        message = "该年度无此限额，或有关行次未能辨认"
        return Disagreement(severity="B", message=message, outcome="not_applicable")
    keys = tuple(f"a107012.row_{row}" for row in (ROW, *limit.expression.reads(cells)))
    if excess > CENT:
        message = f"第38行超过限额 {yuan(excess)}"
        return Disagreement(severity="B", message=message, values=keys)
    return holds("B", "第38行未超过限额", *keys)


RULE = Rule(
    code="RD-03",
    title="A107012 委托境外研发费用不超过限额",
    source=law(
        "财税〔2018〕64号",
        "委托境外进行研发活动所发生的费用，按照费用实际发生额的80%计入；不超过境内符合条件的研发费用三分之二的部分可以加计扣除",
    ),
    severity="B",
    reads=("a107012.row_*", "a107012.period_end"),
    check=check,
)
