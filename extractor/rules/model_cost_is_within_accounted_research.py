"""模型研发成本不超过研发费用与新增开发支出之和.

Equipment booked as an asset at full price is a lawful reason, so this only asks.
"""

from decimal import Decimal

from extractor.forms.statements import column_of
from extractor.rules.citing import practice
from extractor.rules.rule import Rule, holds
from extractor.rules.sums import cell_key
from extractor.rules.wording import money, yuan
from models.extraction import Amount, Rows
from models.finding import Disagreement

CAPITALISED = "开发支出"
_KEYS = (
    "application_form.rd_cost",
    "audit_report.rd_expense",
    cell_key("balance_sheet", CAPITALISED, "current"),
    cell_key("balance_sheet", CAPITALISED, "prior"),
)


def check(
    cost: Amount, profit: Amount, expensed: Amount | None, sheet: Rows | None
) -> Disagreement | None:
    """A question where the model alone cost more than all research in the accounts.

    The profit is read to be sure that the income statement is there at all.
    """
    if expensed is None:
        return Disagreement(
            severity="C",
            message="利润表未列示研发费用",
            values=("audit_report.rd_expense",),
            outcome="not_applicable",
        )
    if cost.value <= expensed.value:
        message = f"模型研发成本 {money(cost)}，利润表研发费用 {money(expensed)}"
        return holds("C", message, "application_form.rd_cost", "audit_report.rd_expense")
    now = column_of(sheet, "current").get(CAPITALISED) if sheet else None
    before = column_of(sheet, "prior").get(CAPITALISED) if sheet else None
    added = (now.value if now else Decimal(0)) - (before.value if before else Decimal(0))
    most = expensed.value + max(added, Decimal(0))
    if cost.value <= most + cost.step:
        message = f"申报模型研发成本 {money(cost)}，研发费用与新增开发支出之和 {yuan(most)}"
        return holds("C", message, *_KEYS)
    message = (
        f"申报模型研发成本 {money(cost)}，高于研发费用与新增开发支出之和 {yuan(most)}；"
        "设备按全价计入成本等情形可以解释，请核实"
    )
    return Disagreement(severity="C", message=message, values=_KEYS)


RULE = Rule(
    code="SPA-07",
    title="模型研发成本不超过研发费用与新增开发支出之和",
    source=practice("会计口径的研发投入为费用化与资本化之和，单个模型的成本不应超过全部研发投入"),
    severity="C",
    reads=("application_form.rd_cost", "audit_report.total_profit"),
    reads_if_present=("audit_report.rd_expense", "audit_report.balance_sheet"),
    check=check,
)
