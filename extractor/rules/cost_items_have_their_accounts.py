"""申报成本组成与专项审计科目对应.

Only wages are compared: equipment may stand at its full price in the form and as depreciation in
the audit, and bought services are spread over several accounts.
"""

from decimal import Decimal

from extractor.rules.citing import practice
from extractor.rules.rule import Rule, holds
from extractor.rules.tolerance import apart
from extractor.rules.wording import money
from models.extraction import Amount, Rows, Text
from models.finding import Disagreement

WAGES = ("工资", "人工", "薪酬", "人员费", "人力")
_KEYS = ("application_form.rd_cost_items", "special_audit_report.items")
_EVERY = "special_audit_report[*].items"


def check(
    declared: Rows, audited: Rows, every: tuple[Rows | None, ...] | None = None
) -> Disagreement:
    """A question where the wages of form and audit are unlike.

    The members of a consortium have their costs audited each for itself: then all together count.
    """
    one, other = wages_in(declared), wages_in(audited)
    if one is None or other is None:
        message = "成本组成或专项审计明细未单列人工"
        return Disagreement(
            severity="C", message=message, values=_KEYS[:1], outcome="not_applicable"
        )
    message = f"申报成本组成中的人工 {money(one)}，专项审计明细 {money(other)}"
    if apart(one, other) in ("equal", "rounding", "close"):
        return holds("C", message, *_KEYS)
    read = [wages for rows in every or () if rows and (wages := wages_in(rows))]
    total = other.model_copy(update={"value": sum((each.value for each in read), Decimal(0))})
    if len(read) > 1 and apart(one, total) in ("equal", "rounding", "close"):
        message = f"申报成本组成中的人工 {money(one)}，{len(read)} 份专项审计合计 {money(total)}"
        return holds("C", message, _KEYS[0], _EVERY)
    return Disagreement(severity="C", message=f"{message}，不一致，请核实归集口径", values=_KEYS)


def wages_in(rows: Rows) -> Amount | None:
    """The sum of the rows that are wages; None without one, or where one was not read."""
    found = [
        row.get("amount")
        for row in rows.records
        if isinstance(name := row.get("name"), Text) and any(word in name.value for word in WAGES)
    ]
    read = [each for each in found if isinstance(each, Amount)]
    if not read or len(read) != len(found):
        return None
    total = sum((each.value for each in read), Decimal(0))
    return read[0].model_copy(update={"value": total, "step": max(each.step for each in read)})


RULE = Rule(
    code="SPA-06",
    title="申报成本组成与专项审计科目对应",
    source=practice("申报成本组成应能与专项审计明细科目对应，员工工资对应人员人工费用"),
    severity="C",
    reads=_KEYS,
    reads_if_present=(_EVERY,),
    check=check,
    agreement_confirms=True,
)
