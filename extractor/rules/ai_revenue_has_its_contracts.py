"""人工智能营业收入有合同、发票支撑.

Applicants enclose some of their contracts, so that they sum up to less than the revenue says little;
that they come to next to nothing of it, or that there are sales and no such revenue, is asked.
"""

from decimal import Decimal

from extractor.rules.citing import notice
from extractor.rules.contract_words import contract_sum
from extractor.rules.naming import is_one_of
from extractor.rules.rule import Rule, Words, holds
from extractor.rules.wording import money, yuan
from models.extraction import Amount, Day, Text
from models.finding import Disagreement

REVENUE = "application_form.ai_revenue"
_KEYS = (REVENUE, "contract[*].owner")


def check(
    revenue: Amount,
    unit: Text,
    year: int,
    least: Decimal,
    sellers: tuple[Text | None, ...],
    days: tuple[Day | None, ...],
    words: tuple[Words | None, ...],
) -> Disagreement:
    """A question where the applicant's sales are a hundredth of the revenue or there is none."""
    own = [
        (contract_sum(each) if each else None, day)
        for seller, day, each in zip(sellers, days, words, strict=True)
        if seller and is_one_of(seller.value, (unit.value,))
    ]
    sales = [(total, day) for total, day in own if total is not None]
    unread = None in sellers or len(sales) < len(own)
    if not sales or (unread and revenue.value > 0):
        message = "所附合同中未确认申报单位的销售合同，或有合同金额未能辨认"
        return Disagreement(severity="C", message=message, values=_KEYS, outcome="not_applicable")
    total = sum((each.value for each, _ in sales), Decimal(0))
    both = f"申报人工智能营业收入 {money(revenue)}，所附 {len(sales)} 份销售合同合计 {yuan(total)}"
    of_year = any(day and day.value and day.value.year <= year for _, day in sales)
    if revenue.value == 0 and total > 0 and of_year:
        return Disagreement(severity="C", message=f"{both}，请核实", values=_KEYS)
    if total < least * revenue.value:
        message = f"{both}，不足申报数的 {least:.0%}，请补充主要合同或发票"
        return Disagreement(severity="C", message=message, values=_KEYS)
    return holds("C", both, *_KEYS)


RULE = Rule(
    code="FIN-06",
    title="人工智能营业收入有合同、发票支撑",
    source=notice("Q22"),
    severity="C",
    reads=(
        REVENUE,
        "application_form.unit_name",
        "programme.year",
        "programme.contract_share_min",
        "contract[*].owner",
        "contract[*].date",
        "contract[*].words",
    ),
    check=check,
    agreement_confirms=True,
)
