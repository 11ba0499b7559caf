"""已附算法或大模型备案.

The notice lists filings among things that may be enclosed, so none is only noted.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.finding import Disagreement


def check(filing: bool) -> Disagreement | None:
    """A note where none is there."""
    if filing:
        return None
    message = "未附算法或大模型备案（通知未要求必备；面向公众提供生成式服务的应当备案）"
    return Disagreement(severity="D", message=message)


RULE = Rule(
    code="FIL-05",
    title="已附算法或大模型备案",
    source=notice("Q21"),
    severity="D",
    reads=("filing.present",),
    check=check,
)
