"""专项审计覆盖联合体全部成本.

A consortium's cost is that of all its members. The audits that are enclosed cover it where their
sums make up the declared one; what is declared beyond them may be another member's.
"""

from collections.abc import Mapping
from decimal import Decimal

from extractor.rules.citing import notice
from extractor.rules.consortium_wording import MEMBERS, members_besides, no_consortium
from extractor.rules.rule import Rule, holds
from extractor.rules.tolerance import apart
from extractor.rules.wording import cut, money
from models.extraction import Amount, Field, Text
from models.finding import Disagreement

_COSTS = ("application_form.rd_cost", "special_audit_report[*].rd_cost")


def check(
    stated: Mapping[str, Field],
    lead: Text | None,
    cost: Amount | None,
    audited: tuple[Amount | None, ...] | None,
    units: tuple[Text | None, ...] | None,
) -> Disagreement:
    """A question where a consortium declares more than all its audits disclose."""
    if not members_besides(stated, lead):
        return no_consortium("C")
    read = [each for each in audited or () if each is not None]
    if cost is None or not read or len(read) < len(audited or ()):
        message = "申报成本或专项审计成本未能辨认，未能核对是否覆盖联合体全部成本"
        return Disagreement(
            severity="C", message=message, values=(MEMBERS,), outcome="not_applicable"
        )
    total = read[0].model_copy(
        update={
            "value": sum((each.value for each in read), Decimal(0)),
            "step": max(each.step for each in read),
        }
    )
    both = f"联合体申报模型研发成本 {money(cost)}，专项审计合计 {money(total)}"
    # Two copies of one audit count its cost twice: then one of them alone may cover it.
    covered = cost.value <= total.value or any(
        apart(cost, each) in ("equal", "rounding", "close") for each in (total, *read)
    )
    if covered:
        return holds("C", both, *_COSTS)
    named = dict.fromkeys(cut(unit.value) for unit in units or () if unit)
    whose = f"（{'、'.join(named)}）" if named else ""
    message = f"{both}{whose}，请核实是否缺其他成员的专项审计"
    return Disagreement(severity="C", message=message, values=_COSTS)


RULE = Rule(
    code="CON-07",
    title="专项审计覆盖联合体全部成本",
    source=notice("Q19"),
    severity="C",
    reads=("application_form.consortium_members*",),
    reads_if_present=(
        "application_form.unit_name",
        *_COSTS,
        "special_audit_report[*].entity_name",
    ),
    check=check,
    agreement_confirms=True,
)
