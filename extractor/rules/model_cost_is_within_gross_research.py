"""模型研发成本不超过 A107012 全口径研发投入.

The gross sum takes every category before caps and the 80 % of entrusted research.
"""

from decimal import Decimal

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from extractor.rules.wording import money, yuan
from models.extraction import Amount
from models.finding import Disagreement

ROWS = (3, 7, 16, 19, 23, 28, 36, 37, 39)


def check(cost: Amount, *rows: Amount) -> Disagreement | None:
    """A question where the model cost more than all research before any cap."""
    gross = sum((row.value for row in rows), Decimal(0))
    if cost.value <= gross + cost.step:
        return None
    message = (
        f"申报模型研发成本 {money(cost)}，高于 A107012 全口径研发投入 {yuan(gross)}，请重点核实"
    )
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="SPA-09",
    title="模型研发成本不超过 A107012 全口径研发投入",
    source=practice("未受限额和80%影响的各项费用之和为税务口径研发投入的上限"),
    severity="C",
    reads=("application_form.rd_cost", *(f"a107012.row_{row}" for row in ROWS)),
    check=check,
)
