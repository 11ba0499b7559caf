"""算法备案编号格式正确.

The number carries the division of the filer, the year and a serial number.
"""

import re

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from extractor.values import identifiers
from models.extraction import Identifier
from models.finding import Disagreement

ALGORITHM = re.compile(r"网信算备")


def check(number: Identifier) -> Disagreement | None:
    """A question where an algorithm filing's number is not 网信算备 with 21 digits."""
    if not ALGORITHM.search(number.value):
        message = "不是算法备案编号"
        return Disagreement(severity="C", message=message, outcome="not_applicable")
    if identifiers.parse_algorithm_filing(number.value):
        return None
    return Disagreement(severity="C", message=f"算法备案编号“{number.value}”格式异常")


RULE = Rule(
    code="FIL-01",
    title="算法备案编号格式正确",
    source=law(
        "国家网信办《互联网信息服务算法备案信息》公告", "备案编号为“网信算备”加21位数字加“号”"
    ),
    severity="C",
    for_each=("filing",),
    reads=("each.number",),
    check=check,
)
