"""未列入失信被执行人.

A unit's credit report says nothing about the person who represents it, and the note says so.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import Count
from models.finding import Disagreement


def check(entries: Count) -> Disagreement:
    """Fails for any entry; otherwise notes that the person was not looked up."""
    if entries.value:
        message = f"信用报告列有失信被执行人信息 {entries.value} 条"
        return Disagreement(severity="A", message=message)
    message = "单位无失信被执行人记录；法定代表人未核（信用报告不含个人信息）"
    return Disagreement(severity="D", message=message)


RULE = Rule(
    code="CRE-02",
    title="未列入失信被执行人",
    source=notice("Q8"),
    severity="A",
    reads=("credit_report.judgment_debtor",),
    check=check,
)
