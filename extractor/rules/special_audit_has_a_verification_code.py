"""专项审计有统一监管平台编码.

A report on one model's cost need not be a statutory one, so that it has no code is a note.
"""

from extractor.rules.citing import law
from extractor.rules.rule import Rule, Words
from models.finding import Disagreement

CODE = r"报告编码|报备编码|备案编码|验证码|防伪编号|查验码|统一监管平台"


def check(words: Words) -> Disagreement | None:
    """A note where no code was seen."""
    if words.first(CODE):
        return None
    message = "专项审计报告未见统一监管平台编码（可能不属《注册会计师法》第十四条业务）"
    return Disagreement(severity="D", message=message)


RULE = Rule(
    code="SPA-13",
    title="专项审计有统一监管平台编码",
    source=law(
        "财会〔2023〕15号",
        "会计师事务所依据《注册会计师法》第十四条出具的报告应在注册会计师行业统一监管平台报备并取得验证码",
    ),
    severity="C",
    reads=("special_audit_report.words",),
    check=check,
)
