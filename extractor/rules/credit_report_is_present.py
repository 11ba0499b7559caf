"""信用报告或等效证明在材料中.

The notice asks for proof of no violations, and names the report of 信用中国 as one.
"""

from extractor.rules.citing import notice
from extractor.rules.completeness import absent
from extractor.rules.rule import Rule
from models.finding import Disagreement


def check(report: bool) -> Disagreement | None:
    """Missing without a credit report."""
    return None if report else absent("信用中国查询情况报告等证明材料")


RULE = Rule(
    code="M-11",
    title="信用报告或等效证明齐备",
    source=notice("Q23"),
    severity="A",
    reads=("credit_report.present",),
    check=check,
)
