"""有模型研发成本时利润表有研发费用或开发支出.

What the model cost was either expensed or capitalised; accounts that show neither need a reason.
"""

from extractor.forms.statements import column_of
from extractor.rules.citing import practice
from extractor.rules.rule import Rule, holds
from extractor.rules.sums import cell_key
from extractor.rules.wording import money
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
    """A question where neither R&D expense nor a change in capitalised development is shown.

    The profit is read to be sure that the income statement is there at all.
    """
    if cost.value == 0 or (expensed and expensed.value != 0):
        message = f"模型研发成本 {money(cost)}，利润表列有研发费用"
        return holds("C", message, "application_form.rd_cost", "audit_report.rd_expense")
    now = column_of(sheet, "current").get(CAPITALISED) if sheet else None
    before = column_of(sheet, "prior").get(CAPITALISED) if sheet else None
    if (now.value if now else 0) != (before.value if before else 0):
        message = f"模型研发成本 {money(cost)}，资产负债表开发支出有变动"
        return holds("C", message, *_KEYS)
    message = f"申报模型研发成本 {money(cost)}，但利润表研发费用为零或未列示，开发支出无变动"
    return Disagreement(severity="C", message=message, values=_KEYS)


RULE = Rule(
    code="AUD-12",
    title="有模型研发成本时利润表有研发费用或开发支出",
    source=practice("研发投入应费用化计入研发费用，或资本化计入开发支出"),
    severity="C",
    reads=("application_form.rd_cost", "audit_report.total_profit"),
    reads_if_present=("audit_report.rd_expense", "audit_report.balance_sheet"),
    check=check,
)
