"""实收资本不高于注册资本.

Capital is registered before it is paid in; more paid in than registered points to a licence from
before an increase, or to another entity's balance sheet.
"""

from extractor.forms.statements import column_of
from extractor.rules.citing import practice
from extractor.rules.rule import Rule, holds
from extractor.rules.sums import cell_key
from extractor.rules.wording import money
from models.extraction import Amount, Rows
from models.finding import Disagreement

LINE = "实收资本"
_KEYS = ("business_licence.registered_capital", cell_key("balance_sheet", LINE, "current"))


def check(registered: Amount, sheet: Rows) -> Disagreement | None:
    """A question where more was paid in than is registered."""
    paid = column_of(sheet, "current").get(LINE)
    if paid is None or paid.currency != registered.currency:
        message = "资产负债表未见实收资本，或与注册资本币种不同"
        return Disagreement(severity="D", message=message, outcome="not_applicable")
    message = f"实收资本 {money(paid)}，注册资本 {money(registered)}"
    if paid.value <= registered.value + max(paid.step, registered.step):
        return holds("D", message, *_KEYS)
    return Disagreement(severity="C", message=f"{message}，实收高于注册，请核实", values=_KEYS)


RULE = Rule(
    code="LIC-09",
    title="实收资本不高于注册资本",
    source=practice("实收资本以注册资本为限，超出部分应计入资本公积或办理增资登记"),
    severity="D",
    reads=("business_licence.registered_capital", "audit_report.balance_sheet"),
    check=check,
    agreement_confirms=True,
)
