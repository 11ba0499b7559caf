"""应纳税所得额为零的亏损说明.

Taxable income is floored at zero, so a loss-making company's sheet is right with a zero there.
"""

from decimal import Decimal

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from extractor.rules.wording import money
from models.extraction import Amount, Choice
from models.finding import Disagreement

NEW_EDITION = "2025"


def check(
    edition: Choice,
    after: Amount | None,
    taxable: Amount | None,
    old: Amount | None,
    old_taxable: Amount | None,
) -> Disagreement | None:
    """A note where the floor applied."""
    new = edition.value == NEW_EDITION
    adjusted, floor = (after, taxable) if new else (old, old_taxable)
    if not adjusted or not floor or adjusted.value >= 0 or floor.value != Decimal(0):
        return None
    message = f"纳税调整后所得 {money(adjusted)}，应纳税所得额按零填报"
    return Disagreement(severity="D", message=message)


RULE = Rule(
    code="CIT-05",
    title="应纳税所得额为零的亏损说明",
    source=law(
        "《企业所得税年度纳税申报主表》（A100000）填报说明", "应纳税所得额不得为负数，为负数的填零"
    ),
    severity="D",
    reads=("a100000.edition",),
    reads_if_present=(
        "a100000.rows[24]",
        "a100000.rows[28]",
        "a100000.rows[19]",
        "a100000.rows[23]",
    ),
    check=check,
)
