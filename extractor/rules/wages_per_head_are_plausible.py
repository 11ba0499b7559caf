"""人均工资成本合理.

The wages in the model's cost are those of some of the researchers, so they can't be more for each
of all researchers than anybody earns. How little they are says nothing: the others worked on
something else.
"""

from decimal import Decimal

from extractor.rules.citing import practice
from extractor.rules.cost_items_have_their_accounts import wages_in
from extractor.rules.rule import Rule, holds
from extractor.rules.wording import money, yuan
from models.extraction import Amount, Count, Rows
from models.finding import Disagreement


def check(items: Rows, researchers: Count, most: Decimal) -> Disagreement:
    """A question where the wages are more a head than is plausible, or there is no head."""
    wages = wages_in(items)
    key = "application_form.rd_cost_items"
    if wages is None or wages.value <= 0:
        message = "成本组成未单列工资"
        return Disagreement(severity="C", message=message, values=(key,), outcome="not_applicable")
    keys = (key, "application_form.rd_staff")
    if researchers.value == 0:
        message = f"成本组成列工资 {money(wages)}，而研发人员为 0 人"
        return Disagreement(severity="C", message=message, values=keys)
    per_head = wages.value / researchers.value
    message = (
        f"成本组成列工资 {money(wages)}，研发人员 {researchers.value} 人，人均 {yuan(per_head)}"
    )
    if per_head <= most:
        return holds("C", message, *keys)
    message = (
        f"{message}，超过 {money(Amount(value=most, unit='万元', step=Decimal(10_000)))}，请核实"
    )
    return Disagreement(severity="C", message=message, values=keys)


RULE = Rule(
    code="FIN-09",
    title="人均工资成本合理",
    source=practice("列入模型成本的工资按全部研发人员平均仍明显偏高的，需核实金额单位和归集口径"),
    severity="C",
    reads=(
        "application_form.rd_cost_items",
        "application_form.rd_staff",
        "programme.wages_per_head_max",
    ),
    check=check,
    agreement_confirms=True,
)
