"""Licences of applicants and of their auditors."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from samples import identifiers, names
from samples.bodies import REGISTRY_OF_PUBLIC_BODIES
from samples.model import Company
from samples.papers import BusinessLicence


def is_public(company: Company) -> bool:
    """Whether it is a 事业单位, by its code."""
    return company.uscc.startswith("12")


def registry_of(company: Company) -> str:
    """Who registers it and seals its licence."""
    return REGISTRY_OF_PUBLIC_BODIES if is_public(company) else company.district.registry


def licence_of(random: Random, company: Company) -> BusinessLicence:
    """营业执照 of a company, or 事业单位法人证书, which is valid for five years."""
    scope = (
        f"许可项目：第二类增值电信业务。一般项目：人工智能应用软件开发；软件开发；"
        f"工业互联网数据服务；面向{company.trade.words}的智能控制系统集成；技术服务、技术开发、"
        "技术咨询、技术转让、技术推广。（除许可业务外，可自主依法经营法律法规非禁止或限制的项目）"
    )
    if is_public(company):
        scope = (
            f"开展面向{company.trade.words}的应用技术研究、检验检测、成果转化和人才培养，"
            "提供相关技术咨询与服务。"
        )
    issued = identifiers.day_between(
        random, max(company.established_on, date(2019, 6, 1)), date(2025, 10, 30)
    )
    term: tuple[date, date | None] | None = None
    if issued.year < 2022 or random.random() < 0.3:
        start = company.established_on
        end = None
        if random.random() < 0.5:
            years = 30 if random.random() < 0.7 else 50
            end = date.fromordinal(_years_later(start, years).toordinal() - 1)
        term = (start, end)
    if is_public(company):
        start = max(issued, date(2021, 6, 1))
        term = (start, date.fromordinal(_years_later(start, 5).toordinal() - 1))
    return BusinessLicence(
        uscc=company.uscc,
        name=company.name,
        type=company.type,
        legal_representative=company.legal_representative,
        registered_capital=company.capital,
        established_on=company.established_on,
        term=term,
        address=company.address,
        business_scope=scope,
        authority=registry_of(company),
        issued_on=issued,
    )


def _years_later(day: date, years: int) -> date:
    """The same day so many years on; 29 February becomes the 28th."""
    return day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)


def firms_licence(random: Random, firm: str) -> BusinessLicence:
    """营业执照 of an audit firm."""
    partners = "合伙" in firm
    founded = identifiers.day_between(random, date(1999, 3, 1), date(2014, 10, 1))
    return BusinessLicence(
        uscc=identifiers.uscc(random, "420106"),
        name=firm,
        type="特殊普通合伙企业分支机构"
        if "分所" in firm
        else "普通合伙企业"
        if partners
        else "有限责任公司（自然人投资或控股）",
        legal_representative=names.person(random),
        registered_capital=Decimal(2_000_000),
        established_on=founded,
        term=None,
        address=f"武汉市武昌区中北路{random.randint(10, 300)}号{random.randint(3, 30)}层",
        business_scope="审查企业会计报表，出具审计报告；验证企业资本，出具验资报告；"
        "办理企业合并、分立、清算事宜中的审计业务；会计咨询、税务咨询。",
        authority="武汉市武昌区市场监督管理局",
        issued_on=identifiers.day_between(random, date(2019, 6, 1), date(2024, 10, 1)),
    )
