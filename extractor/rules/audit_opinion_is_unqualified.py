"""审计意见为无保留意见.

Statements on which the auditor gives an adverse opinion or none prove nothing.
"""

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from models.extraction import Choice
from models.finding import Disagreement, Severity

OPINIONS: dict[str, tuple[Severity, str]] = {
    "adverse": ("A", "否定意见"),
    "disclaimer": ("A", "无法表示意见"),
    "qualified": ("C", "保留意见"),
    "unqualified_with_emphasis": ("D", "无保留意见，带强调事项段或持续经营重大不确定性段落"),
}


def check(opinion: Choice) -> Disagreement | None:
    """Fails for an adverse opinion or a disclaimer, asks about a qualified one."""
    if opinion.value not in OPINIONS:
        return None
    severity, name = OPINIONS[opinion.value]
    return Disagreement(severity=severity, message=f"审计意见为{name}")


RULE = Rule(
    code="AUD-02",
    title="审计意见为无保留意见",
    source=law(
        "《中国注册会计师审计准则第1502号——在审计报告中发表非无保留意见》",
        "非无保留意见包括保留意见、否定意见和无法表示意见",
    ),
    severity="A",
    reads=("audit_report.opinion",),
    check=check,
)
