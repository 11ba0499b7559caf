"""Amounts and counts that disagree: the form's, the audit's, the tax proof's, the special audit's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

from samples import money
from samples.applicant import draw
from samples.case import Case
from samples.papers import AuditReport, Item, StatementLine
from samples.plantings.kind import DOUBTFUL, FAILED, Apply, Planting, in_form, shifted

_TEN_THOUSAND = Decimal(10_000)


def form_step(case: Case) -> Decimal:
    """The smallest step of the form's 万元 cells, in 元."""
    return _TEN_THOUSAND.scaleb(-case.application.decimals)


def _revenue(case: Case, random: Random) -> Case:
    return in_form(case, revenue=shifted(case.application.revenue, random, form_step(case)))


def _revenue_in_yuan(case: Case, random: Random) -> Case:
    """元 written where 万元 is asked."""
    form = case.application
    return in_form(
        case, revenue=form.revenue * _TEN_THOUSAND, ai_revenue=form.ai_revenue * _TEN_THOUSAND
    )


def _ai_revenue(case: Case, random: Random) -> Case:
    return in_form(case, ai_revenue=shifted(case.application.revenue, random, form_step(case)))


def _rd_staff(case: Case, random: Random) -> Case:
    return in_form(case, rd_staff=case.application.staff_total + random.randint(12, 40))


def _tax_years_ago(case: Case, random: Random) -> Case:
    def earlier(day: date) -> date:
        return day.replace(year=day.year - 2)

    items = tuple(
        replace(
            row,
            period_start=earlier(row.period_start),
            period_end=earlier(row.period_end),
            paid_on=earlier(row.paid_on),
        )
        for row in case.tax.items
    )
    # A payment of January 2026 moves to January 2024; none may stay in 2025.
    return replace(case, tax=replace(case.tax, items=items))


def _tax_total(case: Case, random: Random) -> Case:
    total = shifted(case.tax.total, random)
    words = money.in_words(total)
    return replace(case, tax=replace(case.tax, total=total, total_in_words=words))


def _tax_words(case: Case, random: Random) -> Case:
    words = money.in_words(shifted(case.tax.total, random))
    return replace(case, tax=replace(case.tax, total_in_words=words))


def _changed_line(
    lines: tuple[StatementLine, ...], key: str, amount: Decimal
) -> tuple[StatementLine, ...]:
    return tuple(replace(line, current=amount) if line.key == key else line for line in lines)


def _current(lines: tuple[StatementLine, ...], key: str) -> Decimal:
    found = next(line.current for line in lines if line.key == key)
    assert found is not None
    return found


def _grain(report: AuditReport) -> Decimal:
    return Decimal(100) if report.unit == "万元" else Decimal("0.01")


def _assets_total(case: Case, random: Random) -> Case:
    amount = shifted(_current(case.audit.assets, "assets"), random, _grain(case.audit))
    lines = _changed_line(case.audit.assets, "assets", amount)
    return replace(case, audit=replace(case.audit, assets=lines))


def _operating_profit(case: Case, random: Random) -> Case:
    amount = _current(case.audit.income, "operating_profit")
    changed = shifted(abs(amount), random, _grain(case.audit))
    lines = _changed_line(case.audit.income, "operating_profit", changed)
    return replace(case, audit=replace(case.audit, income=lines))


def _opinion(name: str) -> Apply:
    def apply(case: Case, random: Random) -> Case:
        return replace(case, audit=replace(case.audit, opinion=name))  # type: ignore[arg-type]

    return apply


def _audit_of_2024(case: Case, random: Random) -> Case:
    return draw(case.seed, case.name, audit_year=2024)


def _audit_signed_early(case: Case, random: Random) -> Case:
    return replace(case, audit=replace(case.audit, signed_on=date(2025, 12, random.randint(5, 28))))


def unsealed(kind: str, role: str) -> Apply:
    """Leaves a seal of the kind of sheet off."""
    return lambda case, random: replace(case, left_out=case.left_out | {(kind, role)})


def _special_of_2024(case: Case, random: Random) -> Case:
    special = replace(case.special, period_start=date(2024, 1, 1), period_end=date(2024, 12, 31))
    return replace(case, special=special)


def _cost(case: Case, random: Random) -> Case:
    """The form's cost above the special audit's; the parts still add up."""
    form = case.application
    total = shifted(form.rd_cost, random, form_step(case))
    first = form.rd_cost_items[0]
    more = Item(first.name, first.amount + total - form.rd_cost)
    return in_form(case, rd_cost=total, rd_cost_items=(more, *form.rd_cost_items[1:]))


def _cost_items(case: Case, random: Random) -> Case:
    first, *others = case.application.rd_cost_items
    more = Item(first.name, shifted(first.amount, random, form_step(case)))
    return in_form(case, rd_cost_items=(more, *others))


def _special_table(case: Case, random: Random) -> Case:
    first, *others = case.special.items
    grain = Decimal(100) if case.special.unit == "万元" else Decimal("0.01")
    more = Item(first.name, shifted(first.amount, random, grain))
    return replace(case, special=replace(case.special, items=(more, *others)))


def _cost_above_return(case: Case, random: Random) -> Case | None:
    """Form and special audit agree on a cost 20 % above the return's R&D."""
    if case.a107012.year != 2025:
        return None
    wanted = case.a107012.rows["40"] * Decimal("1.2")
    return cost_raised_to(case, money.rounded(wanted, "万元", 2))


def cost_raised_to(case: Case, wanted: Decimal) -> Case:
    """Form and special audit agree on this cost; wages make it up."""
    special, form = case.special, case.application
    more = wanted - special.total
    first = special.items[0]
    raised = replace(
        special,
        items=(Item(first.name, first.amount + more), *special.items[1:]),
        total=wanted,
        total_in_words=money.in_words(wanted),
    )
    cost = money.rounded(wanted, "万元", form.decimals)
    wages = form.rd_cost_items[0]
    items = (Item(wages.name, wages.amount + cost - form.rd_cost), *form.rd_cost_items[1:])
    return in_form(replace(case, special=raised), rd_cost=cost, rd_cost_items=items)


def _word(change: Callable[[Case, Random], dict[str, object]]) -> Apply:
    def apply(case: Case, random: Random) -> Case:
        changes = change(case, random)
        return replace(case, word=replace(case.word, **changes))  # type: ignore[arg-type]

    return apply


PLANTINGS: tuple[Planting, ...] = (
    Planting("revenue_too_high", _revenue, (("FIN-01", FAILED),), ("FIN-02", "FIN-13")),
    Planting("revenue_in_yuan", _revenue_in_yuan, (("FIN-01", FAILED),), ("FIN-02", "FIN-13")),
    Planting("ai_revenue_above_revenue", _ai_revenue, (("FIN-04", FAILED),), ("FIN-05",)),
    Planting("rd_staff_above_staff", _rd_staff, (("FIN-07", FAILED),), ("FIN-10", "FIN-11")),
    Planting("tax_of_other_years", _tax_years_ago, (("TAX-02", FAILED),), ("TAX-03",)),
    Planting("tax_total_not_the_sum", _tax_total, (("TAX-04", (*FAILED, *DOUBTFUL)),)),
    Planting("tax_words_differ", _tax_words, (("TAX-05", (*FAILED, *DOUBTFUL)),)),
    Planting(
        "tax_proof_unsealed",
        unsealed("tax_certificate", "tax_office"),
        (("TAX-06", ("failed", "missing")),),
        ("SEAL-07",),
    ),
    Planting(
        "audit_of_2024",
        _audit_of_2024,
        (("AUD-01", ("doubtful", "failed", "not_comparable")),),
        ("AUD-04", "FIN-01", "FIN-03"),
    ),
    Planting("audit_adverse", _opinion("adverse"), (("AUD-02", FAILED),)),
    Planting("audit_disclaimer", _opinion("disclaimer"), (("AUD-02", FAILED),)),
    Planting("audit_qualified", _opinion("qualified"), (("AUD-02", DOUBTFUL),)),
    Planting(
        "audit_unsealed",
        unsealed("audit_report", "firm"),
        (("AUD-03", ("failed", "missing")),),
        ("SEAL-07", "AUD-15"),
    ),
    Planting("audit_signed_early", _audit_signed_early, (("AUD-04", FAILED),), ("AUD-05",)),
    Planting("assets_do_not_add_up", _assets_total, (("AUD-07", FAILED),)),
    Planting("profit_does_not_add_up", _operating_profit, (("AUD-08", FAILED),)),
    Planting(
        "special_audit_of_2024", _special_of_2024, (("SPA-02", FAILED),), ("SPA-03", "SPA-15")
    ),
    Planting("cost_above_special_audit", _cost, (("SPA-03", FAILED),), ("SPA-06", "SPA-08")),
    Planting("cost_parts_do_not_add_up", _cost_items, (("SPA-04", FAILED),), ("SPA-06",)),
    Planting("special_table_does_not_add_up", _special_table, (("SPA-05", FAILED),), ("SPA-06",)),
    Planting(
        "cost_above_return",
        _cost_above_return,
        (("SPA-08", DOUBTFUL),),
        ("SPA-07", "SPA-09", "SPA-10"),
    ),
    Planting(
        "word_revenue_differs",
        _word(
            lambda case, random: {"revenue": shifted(case.word.revenue, random, form_step(case))}
        ),
        (("SUB-04", FAILED),),
    ),
    Planting(
        "word_staff_differs",
        _word(lambda case, random: {"staff_total": case.word.staff_total + random.randint(12, 60)}),
        (("SUB-04", FAILED),),
    ),
)
