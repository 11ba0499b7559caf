"""Fills in the application form of a company and its model."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from samples import identifiers, money, names
from samples.books import Year
from samples.evidence import form_items
from samples.model import Company, Model
from samples.papers import ApplicationForm, Item, Person, SpecialAudit

_SERVICES = (("API接口",), ("网页", "API接口"), ("APP", "网页"), ("网页",))
_PERIODS = ("2025年1月1日至2025年12月30日", "2025年1月1日至2025年12月31日")


def application_form(
    random: Random, company: Company, model: Model, year: Year, special: SpecialAudit
) -> ApplicationForm:
    """The form as filled in by a careful applicant: every figure agrees with its evidence."""
    decimals, revenue, ai_revenue, items = _figures(random, year, special)
    contact = _person(random, ("项目经理", "研发总监", "部长"))
    return ApplicationForm(
        cover_unit_name=company.name,
        cover_model_name=model.name,
        cover_model_category=model.category,
        unit_name=company.name,
        uscc=company.uscc,
        address=company.address,
        unit_nature=company.nature,
        consortium_text=random.choice(("无", "/", "")),
        principal=_person(random, ("总经理", "董事长", "副总经理")),
        applicant=contact,
        revenue=revenue,
        ai_revenue=ai_revenue,
        staff_total=company.staff,
        rd_staff=company.rd_staff,
        introduction=_introduction(company, model),
        model_name=model.name,
        industry=model.trade.label,
        model_category=model.category,
        parameter_count=model.parameters,
        training_data=model.training_data,
        model_ability=_ability(model),
        base_model=model.base,
        service_modes=random.choice(_SERVICES),
        rd_period_start=model.start,
        rd_period_end=model.end,
        rd_cost=sum((item.amount for item in items), Decimal(0)),
        rd_cost_period=random.choice(_PERIODS),
        rd_cost_items=items,
        recommending_unit=company.district.recommender,
        contact=contact,
        declared_on=identifiers.day_between(random, date(2026, 3, 27), date(2026, 4, 2)),
        decimals=decimals,
    )


def _figures(
    random: Random, year: Year, special: SpecialAudit
) -> tuple[int, Decimal, Decimal, tuple[Item, ...]]:
    """Decimals of the 万元 cells, revenue, the AI part of it, and the model's cost by item."""
    decimals = random.choices((2, 4, 1), (75, 15, 10))[0]
    revenue = money.rounded(year.income["revenue"], "万元", decimals)
    part = revenue * Decimal(str(random.uniform(0.08, 0.8)))
    return decimals, revenue, money.rounded(part, "万元", decimals), form_items(special, decimals)


def _person(random: Random, titles: tuple[str, ...]) -> Person:
    """Someone with one of the titles and a telephone, mostly a mobile one."""
    phone = identifiers.mobile if random.random() < 0.85 else identifiers.landline
    return Person(names.person(random), random.choice(titles), phone(random))


def _introduction(company: Company, model: Model) -> tuple[str, ...]:
    return (
        f"{company.name}成立于{company.established_on.year}年，注册资本"
        f"{int(company.capital / 10_000)}万元，是面向{model.trade.words}提供智能化产品与"
        f"解决方案的企业，现有员工{company.staff}人，其中研发人员{company.rd_staff}人。",
        f"公司主营业务为{model.scene}相关软硬件产品的研发、生产和销售，"
        "已形成算法平台、边缘装置和运维服务三条产品线，核心产品在多家制造企业稳定运行。",
        "公司设有人工智能研究院，由算法、数据和工艺工程师组成联合团队，"
        "建立了数据采集、标注、训练、评测和部署的完整流程，并制定了数据安全管理制度。",
    )


def _ability(model: Model) -> tuple[str, ...]:
    return (
        f"技术支持度：感知能力（{model.scene}、工业安全防护）、对话能力（工业知识问答）、"
        "分析能力（故障诊断分析、工业数据分析）、决策能力（工业运营决策）。",
        "应用成熟度：已在生产优化、分类识别、知识管理等场景部署，具备风险控制、"
        "服务稳定、互联集成、可追溯等能力。",
    )
