"""利润表勾稽关系成立.

Operating profit, total profit and net profit follow from the lines above them, in both columns.
"""

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from extractor.rules.sums import broken_statement
from models.extraction import Rows
from models.finding import Disagreement


def check(statement: Rows) -> list[Disagreement]:
    """Fails for each sum that does not hold."""
    return broken_statement("income_statement", statement)


RULE = Rule(
    code="AUD-08",
    title="利润表勾稽关系成立",
    source=law(
        "财会〔2019〕6号《一般企业财务报表格式》、《小企业会计准则》",
        "利润总额＝营业利润＋营业外收入－营业外支出；净利润＝利润总额－所得税费用",
    ),
    severity="B",
    reads=("audit_report.income_statement",),
    check=check,
    agreement_confirms=True,
)
