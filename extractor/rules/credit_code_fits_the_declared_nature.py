"""信用代码的机构类别与单位性质相符.

A code that begins with 12 is a public body's, one with 91 a company's.
"""

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from models.extraction import Choice, Identifier
from models.finding import Disagreement

PUBLIC_BODY, COMPANY = "12", "91"


def check(code: Identifier, nature: Choice) -> Disagreement | None:
    """A question where a public body calls itself a company, or the other way round."""
    public = "事业单位" in nature.value
    kind = code.value[:2]
    if not ((kind == PUBLIC_BODY and not public) or (kind == COMPANY and public)):
        return None
    named = "事业单位" if kind == PUBLIC_BODY else "企业"
    message = f"信用代码 {code.value} 属{named}，单位性质填为“{nature.value}”"
    return Disagreement(severity="C", message=message)


RULE = Rule(
    code="ID-17",
    title="信用代码的机构类别与单位性质相符",
    source=law("GB 32100-2015", "第1—2位为登记管理部门和机构类别代码：91企业，12事业单位"),
    severity="C",
    reads=("application_form.uscc", "application_form.unit_nature"),
    check=check,
)
