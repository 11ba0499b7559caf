"""专项审计发表了意见.

That a report is for one use only is ordinary; that it gives no opinion, or that its figures were
not audited, takes its worth away.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, Words
from models.finding import Disagreement

REFUSED = (
    r"无法(?:对[^。]{0,40})?(?:表示|发表)(?:审计)?意见|"
    r"(?:我们)?不(?:对[^。]{0,30}明细表)发表(?:审计)?意见|"
    r"(?:明细表|研发成本|上述数据)[^。]{0,12}未经审计"
)
GIVEN = r"我们认为|审计意见|公允反映|公允地反映"


def check(words: Words) -> Disagreement | None:
    """A question where the auditors say that they give none."""
    found = words.first(REFUSED)
    if found is not None:
        message = f"专项审计报告称“{found[0]}”{words.where(REFUSED)}，未发表意见"
        return Disagreement(severity="C", message=message)
    if words.first(GIVEN):
        return None
    message = "专项审计报告未辨认出意见段"
    return Disagreement(severity="C", message=message, outcome="not_applicable")


RULE = Rule(
    code="SPA-12",
    title="专项审计发表了意见",
    source=notice("Q19"),
    severity="C",
    reads=("special_audit_report.words",),
    check=check,
)
