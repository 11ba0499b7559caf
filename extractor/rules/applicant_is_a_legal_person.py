"""申报单位具有独立法人资格.

Only companies, cooperatives and public bodies are legal persons of the kinds the notice admits.
"""

from extractor.rules.citing import notice
from extractor.rules.licence_items import PUBLIC_BODY
from extractor.rules.rule import Rule
from models.extraction import Identifier, Text
from models.finding import Disagreement

LEGAL_PERSONS = (
    *("有限公司", "有限责任公司", "股份", "国有独资", "法人", "合作社"),
    *("全民所有制", "集体所有制"),
)
"""Words of 类型 that only legal persons bear."""
NO_LEGAL_PERSONS = ("非法人", "分公司", "分支机构", "合伙", "个人独资", "个体")
"""Words that outweigh those: 有限责任公司分公司 is a part of a company, not one."""


def check(code: Identifier, kind: Text | None) -> Disagreement | None:
    """A public body passes by its code; without a type nothing is known; else by its words.

    A type of neither list is a question: registries have words for more types than are known here.
    """
    if code.value.startswith(PUBLIC_BODY):
        return None
    key = ("business_licence.type",)
    if kind is None:
        message = "营业执照未见类型，无法确认独立法人资格"
        return Disagreement(severity="A", message=message, values=key, outcome="missing")
    if any(words in kind.value for words in NO_LEGAL_PERSONS):
        message = f"营业执照类型为“{kind.value}”，不属独立法人"
        return Disagreement(severity="A", message=message, values=key)
    if any(words in kind.value for words in LEGAL_PERSONS):
        return None
    message = f"未能由营业执照类型“{kind.value}”判断是否为独立法人，请核实"
    return Disagreement(severity="C", message=message, values=key)


RULE = Rule(
    code="LIC-01",
    title="申报单位具有独立法人资格",
    source=notice("Q1"),
    severity="A",
    reads=("business_licence.uscc",),
    reads_if_present=("business_licence.type",),
    check=check,
)
