"""审计报告有统一监管平台编码.

Since 2023 a statutory audit report is filed on the national platform and bears its code.
"""

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from models.finding import Disagreement


def check(code: bool) -> Disagreement | None:
    """A question where no code was seen."""
    return None if code else Disagreement(severity="C", message="审计报告未见统一监管平台编码")


RULE = Rule(
    code="AUD-06",
    title="审计报告有统一监管平台编码",
    source=law(
        "财会〔2023〕15号",
        "会计师事务所依据《注册会计师法》第十四条出具的报告应在注册会计师行业统一监管平台报备并取得验证码",
    ),
    severity="C",
    reads=("audit_report.verification_code.seen",),
    check=check,
)
