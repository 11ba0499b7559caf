"""资产负债表勾稽关系成立.

Assets equal liabilities and equity, and every total equals its parts, in both columns.
"""

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from extractor.rules.sums import broken_statement
from models.extraction import Rows
from models.finding import Disagreement


def check(sheet: Rows) -> list[Disagreement]:
    """Fails for each sum that does not hold."""
    return broken_statement("balance_sheet", sheet)


RULE = Rule(
    code="AUD-07",
    title="资产负债表勾稽关系成立",
    source=law(
        "财会〔2019〕6号《一般企业财务报表格式》",
        "资产总计＝流动资产合计＋非流动资产合计；负债合计＝流动负债合计＋非流动负债合计；资产总计＝负债合计＋所有者权益合计",
    ),
    severity="B",
    reads=("audit_report.balance_sheet",),
    check=check,
    agreement_confirms=True,
)
