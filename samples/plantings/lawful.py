"""What looks like an inconsistency and is none: nothing may fire."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import ROUND_DOWN, Decimal
from random import Random

from samples import money
from samples.books import ZERO
from samples.case import Case
from samples.plantings.conduct import penalty
from samples.plantings.kind import Planting, in_form
from samples.statements import income_of


def _truncated(case: Case, random: Random) -> Case | None:
    """Revenue cut off, not rounded, to the form's decimals."""
    exact = income_of(case.audit.income, "revenue")
    step = Decimal(10_000).scaleb(-case.application.decimals)
    cut = (exact / step).quantize(Decimal(1), ROUND_DOWN) * step
    revenue = money.fen(cut)
    return in_form(case, revenue=revenue) if revenue != case.application.revenue else None


def _half_width_brackets(case: Case, random: Random) -> Case | None:
    name = case.application.unit_name
    if "（" not in name:
        return None
    plain = name.replace("（", "(").replace("）", ")")
    return in_form(case, unit_name=plain, cover_unit_name=plain)


def _emphasis(case: Case, random: Random) -> Case:
    return replace(case, audit=replace(case.audit, opinion="unqualified_with_emphasis"))


def _old_fine(case: Case, random: Random) -> Case:
    fine = penalty(random, date(2019, 2, 1), date(2022, 11, 30))
    return replace(case, credit=replace(case.credit, penalties=(fine,)))


def _refund(case: Case, random: Random) -> Case:
    """A tax refund: a negative row that the total takes off."""
    row = case.tax.items[-1]
    refund = replace(row, tax="增值税", subject="增值税留抵退税", amount=-money.fen(row.amount / 3))
    items = (*case.tax.items, refund)
    total = sum((item.amount for item in items), ZERO)
    words = money.in_words(total)
    return replace(case, tax=replace(case.tax, items=items, total=total, total_in_words=words))


def _experts(case: Case, random: Random) -> Case | None:
    """A mixture of experts: the report names all parameters and those active."""
    count = case.application.parameter_count
    if count < 70:
        return None
    active = (count / 10).normalize()
    report = replace(
        case.rd_report,
        parameter_text=f"{count.normalize():f}亿",
        active_text=f"{active:f}亿",
        active_count=active * 100_000_000,
    )
    return replace(case, rd_report=report)


def _claims_less(case: Case, random: Random) -> Case | None:
    """Less than the cap allows claimed in row 34; wages take it up, so every sum holds."""
    rows = dict(case.a107012.rows)
    less = money.fen(rows["34"] / 4)
    if not less:
        return None
    rows |= {"34": rows["34"] - less, "4": rows["4"] + less, "3": rows["3"] + less}
    return replace(case, a107012=replace(case.a107012, rows=rows))


PLANTINGS: tuple[Planting, ...] = (
    Planting("lawful_revenue_truncated", _truncated),
    Planting("lawful_half_width_brackets", _half_width_brackets),
    Planting("lawful_emphasis", _emphasis),
    Planting("lawful_old_fine", _old_fine),
    Planting("lawful_refund", _refund),
    Planting("lawful_mixture_of_experts", _experts),
    Planting("lawful_claims_less_than_cap", _claims_less),
)
