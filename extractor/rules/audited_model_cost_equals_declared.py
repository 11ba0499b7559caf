"""专项审计成本与申报模型研发成本一致.

The special audit exists to disclose this one sum.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from extractor.rules.tolerance import sums_agree
from models.extraction import Amount
from models.finding import Disagreement


def check(declared: Amount, audited: Amount) -> Disagreement | None:
    """Fails where the sums differ by more than rounding explains."""
    return sums_agree("申报", declared, "专项审计报告", audited)


RULE = Rule(
    code="SPA-03",
    title="专项审计成本与申报模型研发成本一致",
    source=notice("Q15", "Q19"),
    severity="B",
    reads=("application_form.rd_cost", "special_audit_report.rd_cost"),
    check=check,
    agreement_confirms=True,
)
