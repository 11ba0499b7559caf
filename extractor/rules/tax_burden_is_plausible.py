"""纳税总额与营业收入之比合理.

Taxes above two fifths of revenue, or none at all on much revenue, deserve a look.
"""

from decimal import Decimal

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from extractor.rules.wording import money, yuan
from models.extraction import Amount
from models.finding import Disagreement


def check(
    revenue: Amount, totals: tuple[Amount | None, ...], most: Decimal, small: Decimal
) -> Disagreement | None:
    """A note where the share is too high, or zero on more than a small revenue."""
    paid = sum((total.value for total in totals if total), Decimal(0))
    if revenue.value <= small or 0 < paid / revenue.value <= most:
        return None
    message = (
        f"纳税证明合计 {yuan(paid)}，占申报营业收入 {money(revenue)} 的 {paid / revenue.value:.1%}"
    )
    return Disagreement(severity="D", message=message)


RULE = Rule(
    code="TAX-10",
    title="纳税总额与营业收入之比合理",
    source=practice("税负率过高或收入较大而无税款，提示核实"),
    severity="D",
    reads=(
        "application_form.revenue",
        "tax_certificate[*].total_amount",
        "programme.tax_share_max",
        "programme.small_revenue_max",
    ),
    check=check,
)
