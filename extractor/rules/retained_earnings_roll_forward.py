"""未分配利润期初期末衔接.

Retained and reserved profit can grow by no more than the year's net profit; less is a dividend.
"""

from decimal import Decimal

from extractor.forms.statements import column_of
from extractor.rules.citing import practice
from extractor.rules.rule import Rule, holds
from extractor.rules.sums import cell_key
from extractor.rules.wording import money, yuan
from models.extraction import Amount, Rows
from models.finding import Disagreement

KEPT = ("未分配利润", "盈余公积")
_KEYS = (
    "audit_report.net_profit",
    *(cell_key("balance_sheet", line, column) for line in KEPT for column in ("current", "prior")),
)


def check(sheet: Rows, profit: Amount) -> Disagreement | None:
    """A question where what was kept grew by more than was earned."""
    now, before = column_of(sheet, "current"), column_of(sheet, "prior")
    lines = [(now.get(name), before.get(name)) for name in KEPT]
    if lines[0][0] is None or lines[0][1] is None:
        return None
    grown = sum((_value(end) - _value(start) for end, start in lines), Decimal(0))
    allowed = 2 * len(KEPT) * max(profit.step, lines[0][0].step)
    if grown <= profit.value + allowed:
        message = f"未分配利润与盈余公积增加 {yuan(grown)}，净利润 {money(profit)}"
        return holds("C", message, *_KEYS)
    message = f"未分配利润与盈余公积增加 {yuan(grown)}，多于净利润 {money(profit)}，请核实追溯调整"
    return Disagreement(severity="C", message=message, values=_KEYS)


def _value(amount: Amount | None) -> Decimal:
    return amount.value if amount else Decimal(0)


RULE = Rule(
    code="AUD-13",
    title="未分配利润期初期末衔接",
    source=practice("期初未分配利润＋净利润－利润分配＝期末未分配利润"),
    severity="C",
    reads=("audit_report.balance_sheet", "audit_report.net_profit"),
    check=check,
)
