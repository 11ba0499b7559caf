"""The cover and both tables of the application form as printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from samples import money, texts
from samples.case import Case
from samples.papers import ApplicationForm
from samples.sheets import Cover, ModelTable, UnitTable

PARTS = {"cover": "cover", "unit_table": "unit", "model_table": "model"}
"""Kind of sheet → the part of the application form it is, in the contract's words."""


def cover(case: Case, random: Random) -> Mapping[str, Any]:
    """The cover of the form."""
    form = case.application
    return Cover(
        cover_unit_name=form.cover_unit_name,
        cover_model_name=form.cover_model_name,
        cover_model_category=form.cover_model_category,
        recommending_unit=form.recommending_unit,
        contact_name=form.contact.name,
        contact_phone=form.contact.phone,
        declared_on=texts.day(form.declared_on),
    )


def _wan(amount: Decimal, form: ApplicationForm, thousands: bool) -> str:
    """An amount as the form's 万元 cells print it."""
    return money.printed(amount, "万元", form.decimals, thousands=thousands)


def unit_table(form: ApplicationForm, random: Random) -> UnitTable:
    """一、单位基本情况表 of the form."""
    thousands = random.random() < 0.4
    return UnitTable(
        unit_name=form.unit_name,
        uscc=form.uscc,
        address=form.address,
        unit_nature=form.unit_nature,
        unit_nature_note="",
        consortium_members=form.consortium_text,
        principal_name=form.principal.name,
        principal_title=form.principal.title,
        principal_phone=form.principal.phone,
        applicant_name=form.applicant.name,
        applicant_title=form.applicant.title,
        applicant_phone=form.applicant.phone,
        revenue=_wan(form.revenue, form, thousands),
        ai_revenue=_wan(form.ai_revenue, form, thousands),
        staff_total=f"{form.staff_total}{random.choice(('', '', '人'))}",
        rd_staff=f"{form.rd_staff}",
        introduction=list(form.introduction),
    )


def model_table(form: ApplicationForm, random: Random) -> ModelTable:
    """二、工业模型基本情况表 of the form."""
    spell: Callable[[date], str] = random.choice(
        (texts.day, lambda value: f"{value:%Y.%m.%d}", lambda value: f"{value:%Y-%m-%d}")
    )
    parts = "；".join(f"{item.name}{_wan(item.amount, form, False)}" for item in form.rd_cost_items)
    suffix = random.choice(("", "", "亿"))
    return ModelTable(
        model_name=form.model_name,
        industry=form.industry,
        model_category=form.model_category,
        parameter_count=f"{form.parameter_count.normalize():f}{suffix}",
        training_data=f"{form.training_data.normalize():f}{random.choice(('', '', 'TB'))}",
        model_ability=list(form.model_ability),
        base_model=form.base_model,
        service_modes=list(form.service_modes),
        rd_period_start=spell(form.rd_period_start),
        rd_period_end=spell(form.rd_period_end),
        rd_cost=_wan(form.rd_cost, form, random.random() < 0.3),
        rd_cost_period=form.rd_cost_period,
        rd_cost_items=f"{parts}。",
    )
