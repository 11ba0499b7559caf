"""未列入经营异常名录.

An entry that was not removed says that the company can't be reached or did not report.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import Count
from models.finding import Disagreement


def check(entries: Count) -> Disagreement | None:
    """A question for any entry."""
    if entries.value == 0:
        return None
    message = f"信用报告列有经营异常名录信息 {entries.value} 条，请核实是否已移出"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="CRE-04",
    title="未列入经营异常名录",
    source=notice("Q3"),
    severity="C",
    reads=("credit_report.abnormal",),
    check=check,
)
