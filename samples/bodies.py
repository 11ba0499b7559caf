"""Applicants that are no companies: a 事业单位, which may apply; partnerships and branches, not."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Literal

from samples import identifiers
from samples.model import Company

Body = Literal["company", "public", "partnership", "branch"]

REGISTRY_OF_PUBLIC_BODIES = "武汉市事业单位登记管理局"
_INSTITUTES = ("工业智能研究院", "智能制造创新中心", "工业技术研究所", "装备质量检验研究院")


def as_body(company: Company, body: Body) -> Company:
    """The company as an applicant of another kind, with the name and the code of one."""
    random = Random(f"body-{company.uscc}")
    if body == "public":
        return replace(
            company,
            name=f"武汉{company.brand}{random.choice(_INSTITUTES)}",
            uscc=identifiers.uscc(random, company.district.division, "12"),
            type="",
            nature="事业单位",
        )
    if body == "partnership":
        limited = random.random() < 0.7
        words = "（有限合伙）" if limited else "（普通合伙）"
        return replace(
            company,
            name=f"武汉{company.brand}智能科技合伙企业{words}",
            type=f"{words[1:3]}合伙企业",
            nature="民营企业",
        )
    if body == "branch":
        return replace(
            company,
            name=f"{company.name}{random.choice(('湖北分公司', '武汉分公司'))}",
            type="有限责任公司分公司（自然人投资或控股）",
            nature="民营企业",
        )
    return company
