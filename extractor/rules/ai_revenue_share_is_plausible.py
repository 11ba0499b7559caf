"""人工智能营业收入占比合理.

Nearly all revenue from artificial intelligence is rare outside software companies.
"""

from decimal import Decimal

from extractor.rules.citing import practice
from extractor.rules.rule import Rule, holds
from models.extraction import Amount, Text
from models.finding import Disagreement

OWN_TRADE = ("人工智能", "软件开发", "信息技术", "数据处理", "算法")


SUMS = ("application_form.ai_revenue", "application_form.revenue")


def check(part: Amount, whole: Amount, most: Decimal, scope: Text | None) -> Disagreement | None:
    """A question above the usual share, unless the licence's scope is software or AI."""
    if whole.value <= 0 or part.value / whole.value <= most:
        share = part.value / whole.value if whole.value > 0 else Decimal(0)
        return holds("C", f"人工智能营业收入占营业收入的 {share:.1%}", *SUMS)
    if scope and any(words in scope.value for words in OWN_TRADE):
        return None
    share = part.value / whole.value
    return Disagreement(
        severity="C",
        message=f"人工智能营业收入占营业收入的 {share:.1%}，而经营范围未见相关主业，请核实",
    )


RULE = Rule(
    code="FIN-05",
    title="人工智能营业收入占比合理",
    source=practice("主营业务并非人工智能的单位，人工智能收入占比过高需核实口径"),
    severity="C",
    reads=(
        *SUMS,
        "programme.ai_revenue_share_max",
    ),
    reads_if_present=("business_licence.business_scope",),
    check=check,
)
