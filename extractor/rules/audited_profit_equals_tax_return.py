"""审计报告利润总额与 A100000 一致.

The return starts from the accounting profit before its adjustments.
"""

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from extractor.rules.tolerance import sums_agree
from models.extraction import Amount
from models.finding import Disagreement


def check(audited: Amount, returned: Amount) -> Disagreement | None:
    """A question where the profits differ."""
    return sums_agree("审计报告", audited, "A100000", returned, "C")


RULE = Rule(
    code="FIN-15",
    title="审计报告利润总额与 A100000 一致",
    source=law(
        "《企业所得税年度纳税申报表（A类）》填报说明",
        "“利润总额”按国家统一会计制度口径计算，应与同年度利润表一致",
    ),
    severity="C",
    reads=("audit_report.total_profit", "a100000.total_profit"),
    check=check,
    agreement_confirms=True,
)
