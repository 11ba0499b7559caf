"""审计报告营业收入与 A100000 营业收入一致.

Row 1 is filled in from the accounts, so it equals the income statement of the same year; only
public bodies fill it in from another sheet.
"""

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from extractor.rules.tolerance import sums_agree
from models.extraction import Amount, Identifier
from models.finding import Disagreement, Severity

PUBLIC_BODY = "12"
SUMS = ("audit_report.revenue", "a100000.revenue")


def check(audited: Amount, returned: Amount, code: Identifier | None) -> Disagreement | None:
    """Fails where the sums differ; a question where a public body's sheets explain it."""
    severity: Severity = "C" if code and code.value.startswith(PUBLIC_BODY) else "B"
    return sums_agree("审计报告", audited, "A100000 第1行", returned, severity, values=SUMS)


RULE = Rule(
    code="FIN-03",
    title="审计报告营业收入与 A100000 营业收入一致",
    source=law(
        "《企业所得税年度纳税申报表（A类）》填报说明",
        "第1行“营业收入”根据会计核算的主营业务收入和其他业务收入填报；同一单位同一年度应与利润表一致",
    ),
    severity="B",
    reads=SUMS,
    reads_if_present=("business_licence.uscc",),
    check=check,
    agreement_confirms=True,
)
