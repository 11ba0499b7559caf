"""纳税证明各行之和与合计一致.

The certificate's own total is the sum of its rows, refunds taken off.
"""

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from extractor.rules.tolerance import adds_up
from models.extraction import Amount, Rows
from models.finding import Disagreement


def check(items: Rows, total: Amount) -> Disagreement | None:
    """Fails where the rows don't add up; unreadable where one of them was not read."""
    amounts = [row.get("amount") for row in items.records]
    read = tuple(amount for amount in amounts if isinstance(amount, Amount))
    if len(read) < len(amounts):
        message = "有完税项目的金额无法辨认，未能核对合计"
        return Disagreement(severity="B", message=message, outcome="unreadable")
    return adds_up("完税项目", read, total)


RULE = Rule(
    code="TAX-04",
    title="纳税证明各行之和与合计一致",
    source=law("《税收票证管理办法》", "完税证明的金额合计为各项目实缴（退）金额之和"),
    severity="B",
    for_each=("tax_certificate",),
    reads=("each.items", "each.total_amount"),
    check=check,
    agreement_confirms=True,
)
