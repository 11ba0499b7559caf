"""专项审计成本表勾稽关系成立.

The items add up to the total, and the total in words says the same sum.
"""

from extractor.rules.citing import law
from extractor.rules.rule import Rule
from extractor.rules.tolerance import adds_up
from extractor.rules.wording import money
from extractor.values import capitals
from models.extraction import Amount, Rows, Text
from models.finding import Disagreement

TOTAL = "special_audit_report.rd_cost"
WORDS = "special_audit_report.rd_cost_in_words"
ITEMS = "special_audit_report.items"


def check(total: Amount, items: Rows | None, words: Text | None) -> list[Disagreement]:
    """Fails where the items or the words give another sum than the total."""
    amounts = [row.get("amount") for row in items.records] if items else []
    read = tuple(amount for amount in amounts if isinstance(amount, Amount))
    said = []
    if read and len(read) == len(amounts):
        said.append(adds_up("成本明细", read, total, values=(ITEMS, TOTAL)))
    spelt = capitals.parse(words.value) if words else None
    if words and spelt and abs(spelt.value - total.value) > total.step / 2:
        message = f"大写“{words.value}”为 {money(spelt)}，合计为 {money(total)}"
        said.append(Disagreement(severity="B", message=message, values=(WORDS, TOTAL)))
    return [each for each in said if each]


RULE = Rule(
    code="SPA-05",
    title="专项审计成本表勾稽关系成立",
    source=law(
        "国科发火〔2016〕195号《高新技术企业认定管理工作指引》研究开发费用结构明细表",
        "内部研究开发费用为各科目之和，合计为内部与委托外部研究开发费用之和",
    ),
    severity="B",
    reads=(TOTAL,),
    reads_if_present=(ITEMS, WORDS),
    check=check,
    agreement_confirms=True,
)
