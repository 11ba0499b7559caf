"""针对申报模型的专项审计报告在材料中.

Only an auditor's report on the model itself discloses what its development cost.
"""

from extractor.rules.citing import notice
from extractor.rules.completeness import absent
from extractor.rules.rule import Rule
from models.finding import Disagreement


def check(report: bool) -> Disagreement | None:
    """Missing without the special audit."""
    return None if report else absent("针对申报模型的专项审计报告")


RULE = Rule(
    code="M-07",
    title="针对申报模型的专项审计报告齐备",
    source=notice("Q19"),
    severity="A",
    reads=("special_audit_report.present",),
    check=check,
)
