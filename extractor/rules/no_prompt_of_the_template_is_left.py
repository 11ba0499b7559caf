"""申报表未残留模板提示文字.

A cell that holds only what the template prints in it was not filled in.
"""

import re
from collections.abc import Mapping

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from extractor.values.texts import compact
from models.extraction import Field
from models.finding import Disagreement

PROMPTS = (
    "说明研发资金详细组成,包括购买服务、购买设备、员工工资等",
    "包括公司基本情况、主营业务及产品、核心优势、研发团队等",
    "若以联合体形式申报,联合体成员单位数量不超过3家",
)
"""What the template prints in its cells (附件1), in front."""
_LEFT = re.compile(r"^[(（]?(?:{})".format("|".join(re.escape(each) for each in PROMPTS)))
_REST = 60
"""Letters of a prompt behind its beginning; a cell with more was filled in."""


def check(cells: Mapping[str, Field]) -> Disagreement | None:
    """A note for each cell with nothing but its prompt."""
    left = [
        field
        for field in cells.values()
        if (found := _LEFT.match(compact(field.text)))
        and len(compact(field.text)) - found.end() <= _REST
    ]
    if not left:
        return Disagreement(
            severity="D",
            message="未见残留的模板提示",
            values=("application_form.part",),
            outcome="passed",
        )
    message = f"仅有模板提示文字、未填写内容：{'、'.join(field.label for field in left)}"
    return Disagreement(
        severity="D", message=message, values=tuple(f.key for f in left), outcome="passed"
    )


RULE = Rule(
    code="M-20",
    title="申报表未残留模板提示文字",
    source=notice("Q16"),
    severity="D",
    reads=("application_form.*",),
    check=check,
    agreement_confirms=True,
)
