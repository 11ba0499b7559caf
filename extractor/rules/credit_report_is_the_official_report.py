"""信用报告为正式报告.

The platform's report says when and of whom; a picture of its web page is accepted with a note.
"""

from extractor.rules.citing import notice
from extractor.rules.rule import Rule, Words
from models.finding import Disagreement

REPORT = r"(?:公共)?信用(?:信息)?报告|信用报告"


def check(words: Words) -> Disagreement | None:
    """A note where the pages do not call themselves a report."""
    if words.first(REPORT):
        return None
    message = "信用材料不是《法人和非法人组织公共信用信息报告》，疑为网页截图，建议补充正式报告"
    return Disagreement(severity="D", message=message)


RULE = Rule(
    code="CRE-06",
    title="信用报告为正式报告",
    source=notice("Q23"),
    severity="C",
    reads=("credit_report.words",),
    check=check,
)
