"""申报单位不是分支机构、个体工商户、合伙企业等.

A branch bears the name of a company and yet is no legal person, so it is looked for by itself.
"""

import re

from extractor.rules.citing import notice
from extractor.rules.rule import Rule
from models.extraction import Identifier, Text
from models.finding import Disagreement

NOT_ADMITTED = re.compile(
    r"分公司|分支机构|分所|办事处|个体工商户|合伙|个人独资|社会团体|民办非企业|社会服务机构|非法人"
)
KINDS = {
    "92": "个体工商户",
    "51": "社会团体",
    "52": "民办非企业单位",
    "53": "基金会",
}
"""How their credit codes begin."""


def check(code: Identifier, kind: Text | None) -> Disagreement | None:
    """Fails where the type or the code is one of those."""
    found = NOT_ADMITTED.search(kind.value) if kind else None
    by_code = KINDS.get(code.value[:2])
    if not found and not by_code:
        return None
    words = f"营业执照类型为“{kind.value}”" if found and kind else f"信用代码属{by_code}"
    values = ("business_licence.type",) if found else ("business_licence.uscc",)
    return Disagreement(severity="A", message=f"{words}，不是独立法人企事业单位", values=values)


RULE = Rule(
    code="LIC-02",
    title="申报单位不是分支机构、个体工商户、合伙企业等",
    source=notice("Q1"),
    severity="A",
    reads=("business_licence.uscc",),
    reads_if_present=("business_licence.type",),
    check=check,
)
