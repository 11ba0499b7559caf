"""有具名客户的应用案例.

Customers go by short names that no list knows, so nothing is concluded from finding none. What can
be told is a report that speaks of its customers as 某企业 and names not one of them, with no
contract beside it.
"""

import re

from extractor.rules.citing import notice
from extractor.rules.naming import names_in
from extractor.rules.rule import Rule, Words, holds
from extractor.rules.wording import cut
from extractor.values.texts import compact
from models.extraction import Text, Value
from models.finding import Disagreement

NAMELESS = re.compile(
    r"某(?:[一-龥]{0,10}?)(?:公司|企业|集团|工厂|厂|客户|单位|产线|车间)|(?:A|B|甲|乙)(?:公司|企业|厂)"
)
_NAMED = re.compile(
    r"[一-龥（）()A-Za-z]{2,30}?(?:有限公司|有限责任公司|股份公司|集团|总厂|研究院|设计院|大学|医院)"
)
_FEW = re.compile(
    r"等(?:\d+|[一二三四五六七八九十]+|多)余?[家个](?:[一-龥]{0,4})(?:企业|客户|单位|公司|用户|工厂)"
)
"""东风商用车等17家客户: somebody is named in front of it."""
_NAMES_NOBODY = re.compile(r"某|(?:大型|龙头|下游|多家|各|等)(?:集团|研究院|大学|医院)$")
_KEYS = ("rd_report.words",)


def check(report: Words, contracts: bool, unit: Text | None, members: Value | None) -> Disagreement:
    """A question where customers are spoken of namelessly only and no contract is enclosed."""
    nameless = report.first(NAMELESS.pattern)
    if nameless is None or contracts:
        message = "应用案例" + ("附有合同" if contracts else "未见以“某企业”代称客户")
        return holds("C", message, *_KEYS)
    own = [compact(each) for each in (unit.value if unit else "", *names_in(members)) if each]
    named = [
        found[0]
        for page in report.pages
        for found in _NAMED.finditer(page)
        if not _NAMES_NOBODY.search(found[0]) and not any(name in found[0] for name in own)
    ]
    if named or any(_FEW.search(page) for page in report.pages):
        return holds("C", "研发情况报告列有具名单位", *_KEYS)
    message = (
        f"研发情况报告以“{cut(nameless[0])}”代称客户{report.where(NAMELESS.pattern)}，"
        "未见具名客户，也未附合同"
    )
    return Disagreement(severity="C", message=message, values=_KEYS)


RULE = Rule(
    code="MOD-12",
    title="有具名客户的应用案例",
    source=notice("Q6", "Q22"),
    severity="C",
    reads=("rd_report.words", "contract.present"),
    reads_if_present=("application_form.unit_name", "application_form.consortium_members"),
    check=check,
    agreement_confirms=True,
)
