"""A107012 委托研发有合同或购买服务对应.

Research that was paid for has a contract; that none is enclosed is worth a note, no more.
"""

from collections.abc import Mapping

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from extractor.rules.wording import money
from models.extraction import Amount, Field, Rows, Text
from models.finding import Disagreement

SERVICES = ("服务", "委托", "外包", "合作")


def check(
    entrusted: Amount, contracts: bool, stated: Mapping[str, Field] | None
) -> Disagreement | None:
    """A note where entrusted research has neither a contract nor a bought service beside it."""
    if entrusted.value <= 0:
        message = "A107012 未列委托境内研发费用"
        return Disagreement(severity="C", message=message, outcome="not_applicable")
    items = stated["rd_cost_items"].value if stated else None
    names = [row.get("name") for row in items.records] if isinstance(items, Rows) else []
    bought = any(
        isinstance(name, Text) and any(word in name.value for word in SERVICES) for name in names
    )
    if contracts or bought:
        return None
    message = f"A107012 委托境内研发费用 {money(entrusted)}，未见合同，申报成本组成也无购买服务"
    return Disagreement(severity="D", message=message)


RULE = Rule(
    code="RD-10",
    title="A107012 委托研发有合同或购买服务对应",
    source=notice("Q16"),
    severity="C",
    reads=("a107012.row_36", "contract.present"),
    reads_if_present=("application_form.rd_cost_items*",),
    check=check,
    agreement_confirms=True,
)
