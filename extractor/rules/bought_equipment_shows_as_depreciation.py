"""购买设备有折旧、摊销或开发支出对应.

Equipment bought for the model is depreciated on the research sheet in the same year, or waits in
capitalised development.
"""

from collections.abc import Mapping
from decimal import Decimal

from extractor.forms.statements import column_of
from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from extractor.rules.wording import yuan
from models.extraction import Amount, Rows, Text
from models.finding import Disagreement

EQUIPMENT = "设备"
CAPITALISED = "开发支出"


def check(
    items: Rows, instruments: Amount, machines: Amount, software: Amount, sheet: Rows | None
) -> Disagreement | None:
    """A question where equipment was bought and nothing was depreciated, amortised or capitalised."""
    bought = sum((_equipment(row) for row in items.records), Decimal(0))
    line = column_of(sheet, "current").get(CAPITALISED) if sheet else None
    if (
        bought <= 0
        or (line and line.value)
        or any(each.value for each in (instruments, machines, software))
    ):
        return None
    message = f"成本组成含购买设备 {yuan(bought)}，而 A107012 折旧、软件摊销均为零，也无开发支出"
    return Disagreement(severity="C", message=message)


def _equipment(row: Mapping[str, object]) -> Decimal:
    name, amount = row.get("name"), row.get("amount")
    named = isinstance(name, Text) and EQUIPMENT in name.value
    return amount.value if named and isinstance(amount, Amount) else Decimal(0)


RULE = Rule(
    code="RD-15",
    title="购买设备有折旧、摊销或开发支出对应",
    source=practice("用于研发的设备当年应有折旧，或计入开发支出"),
    severity="C",
    reads=(
        "application_form.rd_cost_items",
        "a107012.row_17",
        "a107012.row_18",
        "a107012.row_20",
    ),
    reads_if_present=("audit_report.balance_sheet",),
    check=check,
)
