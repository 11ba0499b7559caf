"""审计报告有两名注册会计师、事务所印章和日期.

The standards ask for all three; a report without them is a draft.
"""

from extractor.rules.citing import law
from extractor.rules.rule import Rule, Seals
from extractor.rules.signing import signed_off
from models.extraction import TextList
from models.finding import Disagreement


def check(people: TextList, seals: Seals, dated: bool) -> list[Disagreement]:
    """Missing where an accountant, the firm's seal or the date is not there."""
    said = signed_off("audit_report", "审计报告", people, seals)
    if dated:
        return said
    message = "审计报告未见日期"
    return [*said, Disagreement(severity="B", message=message, outcome="missing")]


RULE = Rule(
    code="AUD-03",
    title="审计报告有两名注册会计师、事务所印章和日期",
    source=law(
        "《中国注册会计师审计准则第1501号——对财务报表形成审计意见和出具审计报告》",
        "审计报告应当由项目合伙人和另一名负责该项目的注册会计师签名和盖章，载明会计师事务所名称并加盖公章，注明报告日期",
    ),
    severity="B",
    reads=("audit_report.accountants", "audit_report.seals", "audit_report.signed_on.seen"),
    check=check,
)
