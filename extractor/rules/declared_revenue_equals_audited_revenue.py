"""申报表营业收入与审计报告利润表营业收入一致.

The applicant declares revenue in 万元; the income statement of the same entity and year states it
in the report's unit, so both are compared in 元 with the tolerance of the form's decimals.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from extractor.rules.tolerance import sums_agree
from models.extraction import Amount
from models.finding import Disagreement


def check(declared: Amount, audited: Amount) -> Disagreement | None:
    """Fails where the sums differ by more than rounding explains."""
    return sums_agree("申报", declared, "审计报告", audited)


RULE = Rule(
    code="FIN-01",
    title="申报营业收入与审计报告营业收入一致",
    source=notice("Q13", "Q18"),
    severity="B",
    reads=("application_form.revenue", "audit_report.revenue"),
    check=check,
    agreement_confirms=True,
)
