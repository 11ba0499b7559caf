"""未列入失信被执行人.

A unit's credit report says nothing about the person who represents it, and the note says so. The
report of the 2022 standard has no section of its own for 失信被执行人: the list is one of those
gathered under 严重失信主体名单.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import Count
from models.finding import Disagreement


def check(report: str, entries: Count | None, dishonest: Count | None) -> Disagreement:
    """Fails for any entry; otherwise notes that the person was not looked up."""
    if entries is not None and entries.value:
        message = f"信用报告列有失信被执行人信息 {entries.value} 条"
        return Disagreement(severity="A", message=message, values=(_ENTRIES,))
    if entries is not None:
        message = "单位无失信被执行人记录；法定代表人未核（信用报告不含个人信息）"
        return Disagreement(severity="D", message=message, values=(_ENTRIES,))
    if dishonest is None:
        message = "未见信用报告的“失信被执行人”"
        return Disagreement(severity="A", message=message, outcome="missing")
    if dishonest.value:
        message = f"信用报告列有严重失信主体名单 {dishonest.value} 条，请核对是否含失信被执行人"
        return Disagreement(severity="C", message=message, values=(_LISTED,))
    message = (
        "信用报告未单列失信被执行人，所属的严重失信主体名单为 0 条；"
        "法定代表人未核（信用报告不含个人信息）"
    )
    return Disagreement(severity="D", message=message, values=(_LISTED,))


_ENTRIES = "credit_report.judgment_debtor"
_LISTED = "credit_report.dishonest"

RULE = Rule(
    code="CRE-02",
    title="未列入失信被执行人",
    source=notice("Q8"),
    severity="A",
    reads=("credit_report.document",),
    reads_if_present=(_ENTRIES, _LISTED),
    check=check,
)
