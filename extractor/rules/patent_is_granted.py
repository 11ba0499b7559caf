"""专利已授权.

A notice of acceptance shows that something was applied for; the number of a grant begins with ZL.
"""

from extractor.rules.citing import practice
from extractor.rules.rule import Rule
from models.extraction import Identifier
from models.finding import Disagreement


def check(number: Identifier) -> Disagreement | None:
    """A note where the number is an application's."""
    if number.value.upper().startswith("ZL"):
        return None
    return Disagreement(severity="D", message=f"{number.value} 为申请号，专利未授权")


RULE = Rule(
    code="IP-06",
    title="专利已授权",
    source=practice("受理通知书只载申请号，授权证书的专利号以ZL开头"),
    severity="C",
    for_each=("patent",),
    reads=("each.number",),
    check=check,
)
