"""报告类型为年度审计报告.

A review, a capital verification or a tax attestation says less than an audit of the year.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, Words
from models.finding import Disagreement

OTHERS = (
    "审阅报告",
    "验资报告",
    "清产核资",
    "汇算清缴鉴证报告",
    "汇算清缴纳税申报鉴证",
    "资产评估报告",
)
AUDIT = r"审计报告|审计意见|我们审计了"


def check(words: Words) -> Disagreement | None:
    """A question where the paper calls itself something else and nowhere an audit."""
    if words.first(AUDIT):
        return None
    named = next((each for each in OTHERS if words.first(each)), None)
    if named is None:
        message = "报告页未辨认出报告名称"
        return Disagreement(severity="C", message=message, outcome="not_applicable")
    message = f"所附报告为“{named}”{words.where(named)}，不是年度财务报表审计报告"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="AUD-11",
    title="报告类型为年度审计报告",
    source=notice("Q18"),
    severity="C",
    reads=("audit_report.words",),
    check=check,
)
