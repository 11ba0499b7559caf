"""生成式人工智能服务备案号格式和日期正常.

The number names place, model and day; the day can't lie after the submission.
"""

import re
from datetime import date

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from extractor.values import identifiers
from models.extraction import Day, Identifier
from models.finding import Disagreement

DAY = re.compile(r"-(20\d{2})(\d{2})(\d{2})")


def check(number: Identifier, submitted: Day) -> Disagreement | None:
    """A question where the number has no such form, or a day that is none or yet to come."""
    if "算备" in number.value:
        message = "为算法备案，不是生成式人工智能服务备案"
        return Disagreement(severity="C", message=message, outcome="not_applicable")
    found = DAY.search(number.value)
    if not found or not identifiers.parse_model_filing(number.value):
        return Disagreement(severity="C", message=f"备案号“{number.value}”格式异常")
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return Disagreement(severity="C", message=f"备案号“{number.value}”日期不存在")
    if submitted.value is None or day <= submitted.value:
        return None
    return Disagreement(severity="C", message=f"备案号“{number.value}”日期晚于提交日期")


RULE = Rule(
    code="FIL-04",
    title="生成式人工智能服务备案号格式和日期正常",
    source=law("国家网信办《生成式人工智能服务已备案信息》公告", "备案号为地区-模型-8位日期及序号"),
    severity="C",
    for_each=("filing",),
    reads=("each.number", "submission.submitted_on"),
    check=check,
)
