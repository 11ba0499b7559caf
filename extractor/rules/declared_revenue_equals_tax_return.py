"""申报营业收入与 A100000 营业收入一致.

Row 1 is 营业收入 in every edition of the return; the return follows the single entity.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from extractor.rules.tolerance import sums_agree
from models.extraction import Amount
from models.finding import Disagreement


def check(declared: Amount, returned: Amount) -> Disagreement | None:
    """Fails where the sums differ by more than rounding explains."""
    return sums_agree("申报", declared, "A100000 第1行", returned)


RULE = Rule(
    code="FIN-02",
    title="申报营业收入与 A100000 营业收入一致",
    source=notice("Q13", "Q20"),
    severity="B",
    reads=("application_form.revenue", "a100000.revenue"),
    check=check,
    agreement_confirms=True,
)
