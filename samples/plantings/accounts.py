"""Accounts, tax proofs and returns that are odd without breaking a sum, and so raise questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from random import Random

from samples import money
from samples.applicant import draw
from samples.case import Case
from samples.papers import Item, StatementLine
from samples.plantings.figures import unsealed
from samples.plantings.kind import DOUBTFUL, FAILED, Planting, another_name, in_form, shifted
from samples.plantings.returns import recomputed
from samples.statements import income_of

_INSURANCE = ("基本养老保险费", "失业保险费", "工伤保险费")


def _revenue_of_both(case: Case, random: Random) -> Case | None:
    """The form's revenue is neither the audited one nor the return's."""
    if case.a100000.year != 2025:
        return None
    step = Decimal(10_000).scaleb(-case.application.decimals)
    return in_form(case, revenue=shifted(case.application.revenue, random, step))


def _revenue_of_group(case: Case, random: Random) -> Case:
    """The form declares the group's revenue."""
    case = draw(case.seed, case.name, group=random.choice(("apart", "columns")))
    assert case.audit.group is not None
    revenue = income_of(case.audit.group.income, "revenue")
    return in_form(case, revenue=money.rounded(revenue, "万元", case.application.decimals))


def _all_revenue_is_ai(case: Case, random: Random) -> Case:
    """Nearly all revenue is declared as AI's, by a company licensed for something else."""
    form = case.application
    scope = "机械零部件加工；金属材料销售；普通货物道路运输；房屋租赁。"
    licence = replace(case.licence, business_scope=scope)
    share = money.rounded(form.revenue * Decimal("0.98"), "万元", form.decimals)
    return in_form(replace(case, licence=licence), ai_revenue=share)


def _fallen(case: Case, random: Random) -> Case:
    """The year before earned five times as much."""
    income = tuple(
        line if line.prior is None else replace(line, prior=line.prior * 5)
        for line in case.audit.income
    )
    return replace(case, audit=replace(case.audit, income=income))


def _profit_of_return(case: Case, random: Random) -> Case | None:
    """The return has more 营业外收入 than the statement; its own sums hold."""
    if case.a100000.edition != "2025":
        return None
    rows = dict(case.a100000.rows)
    more = shifted(abs(rows["18"]), random) - abs(rows["18"])
    rows |= {"16": rows["16"] + more, "18": rows["18"] + more}
    return replace(case, a100000=replace(case.a100000, rows=recomputed(rows)))


def _office_elsewhere(case: Case, random: Random) -> Case:
    office = "国家税务总局宜昌市西陵区税务局"
    seals = {**case.seals, "tax_office": replace(case.seals["tax_office"], text=office)}
    return replace(case, tax=replace(case.tax, authority=office), seals=seals)


def _insurance_only(case: Case, random: Random) -> Case:
    items = tuple(
        replace(row, tax=_INSURANCE[place % 3], subject="单位缴纳")
        for place, row in enumerate(case.tax.items)
    )
    return replace(case, tax=replace(case.tax, items=items))


def _issued_before_paid(case: Case, random: Random) -> Case:
    last = max(row.paid_on for row in case.tax.items)
    return replace(case, tax=replace(case.tax, issued_on=last - timedelta(days=40)))


def _number_of_old_year(case: Case, random: Random) -> Case:
    number = case.audit.report_no.replace(str(case.audit.year + 1), str(case.audit.year - 3))
    return replace(case, audit=replace(case.audit, report_no=number))


def _no_code(case: Case, random: Random) -> Case:
    return replace(case, audit=replace(case.audit, verification_code=""))


def _research_in_admin(case: Case, share: Decimal) -> Case | None:
    """Part of R&D shown as 管理费用 in the audited statement, in both years."""
    found = {line.key: line for line in case.audit.income}
    current, prior = found["rd"].current, found["rd"].prior
    assert current is not None and prior is not None
    grain = Decimal(100) if case.audit.unit == "万元" else Decimal("0.01")
    moved = [(amount * share / grain).to_integral_value() * grain for amount in (current, prior)]

    def changed(line: StatementLine) -> StatementLine:
        sign = {"rd": -1, "admin": 1}.get(line.key, 0)
        if not sign or line.current is None or line.prior is None:
            return line
        return replace(
            line, current=line.current + sign * moved[0], prior=line.prior + sign * moved[1]
        )

    income = tuple(changed(line) for line in case.audit.income)
    return replace(case, audit=replace(case.audit, income=income))


def _no_research_line(case: Case, random: Random) -> Case | None:
    developed = next(line for line in case.audit.assets if line.key == "development")
    if developed.current:
        return None
    return _research_in_admin(case, Decimal(1))


def _little_research(case: Case, random: Random) -> Case | None:
    return _research_in_admin(case, Decimal("0.7")) if case.a107012.year == 2025 else None


def _opening_retained(case: Case, random: Random) -> Case:
    """The opening balance has less 未分配利润 and more 资本公积 than last year's closing one."""
    found = {line.key: line.prior for line in case.audit.claims}
    moved = shifted(abs(found["retained"] or Decimal(0)) + 5_000_000, random, Decimal(100))

    def changed(line: StatementLine) -> StatementLine:
        sign = {"retained": -1, "reserve": 1}.get(line.key, 0)
        return (
            replace(line, prior=line.prior + sign * moved)
            if sign and line.prior is not None
            else line
        )

    claims = tuple(changed(line) for line in case.audit.claims)
    return replace(case, audit=replace(case.audit, claims=claims))


def _firm_seal_of_another(case: Case, random: Random) -> Case:
    face = case.seals["firm"]
    other = replace(face, text=another_name(face.text))
    return replace(case, seals={**case.seals, "firm": other})


def _cost_above_revenue(case: Case, random: Random) -> Case:
    """Form and special audit agree on a cost above the year's revenue."""
    special, form = case.special, case.application
    total = money.rounded(form.revenue * Decimal("1.1"), "万元", 2)
    first = special.items[0]
    items = (Item(first.name, first.amount + total - special.total), *special.items[1:])
    raised = replace(special, items=items, total=total, total_in_words=money.in_words(total))
    cost = money.rounded(total, "万元", form.decimals)
    wages = form.rd_cost_items[0]
    parts = (Item(wages.name, wages.amount + cost - form.rd_cost), *form.rd_cost_items[1:])
    return in_form(replace(case, special=raised), rd_cost=cost, rd_cost_items=parts)


def _higher_rate(case: Case, random: Random) -> Case | None:
    """120 %, which only chip makers and machine tool makers may claim."""
    if case.a107012.edition != "2025" or case.application.industry == "电子信息":
        return None
    rows = dict(case.a107012.rows)
    left = max(Decimal(0), rows["47"] - rows["48"] - rows["49"])
    rows |= {"50": Decimal("1.2"), "51": money.fen(left * Decimal("1.2"))}
    return replace(case, a107012=replace(case.a107012, rows=rows))


def _no_projects(case: Case, random: Random) -> Case:
    rows = {**case.a107012.rows, "1": Decimal(0)}
    return replace(case, a107012=replace(case.a107012, rows=rows))


PLANTINGS: tuple[Planting, ...] = (
    Planting(
        "revenue_of_neither_paper",
        _revenue_of_both,
        (("FIN-01", FAILED), ("FIN-02", FAILED)),
        ("FIN-13",),
    ),
    Planting(
        "revenue_of_group",
        _revenue_of_group,
        (("FIN-14", DOUBTFUL), ("FIN-01", FAILED)),
        ("FIN-02", "FIN-13"),
    ),
    Planting("all_revenue_is_ai", _all_revenue_is_ai, (("FIN-05", DOUBTFUL),)),
    Planting("revenue_fell", _fallen, (("FIN-13", DOUBTFUL),), ("FIN-03", "FIN-15", "CIT-04")),
    Planting("profit_of_return_differs", _profit_of_return, (("FIN-15", DOUBTFUL),)),
    Planting("tax_office_of_another_city", _office_elsewhere, (("TAX-07", DOUBTFUL),)),
    Planting("insurance_instead_of_taxes", _insurance_only, (("TAX-08", DOUBTFUL),)),
    Planting("tax_proof_older_than_payment", _issued_before_paid, (("TAX-11", DOUBTFUL),)),
    Planting("audit_number_of_an_old_year", _number_of_old_year, (("AUD-05", DOUBTFUL),)),
    Planting("audit_without_code", _no_code, (("AUD-06", DOUBTFUL),)),
    Planting(
        "research_not_shown",
        _no_research_line,
        (("AUD-12", DOUBTFUL),),
        ("CIT-04", "SPA-07", "RD-06", "RD-07"),
    ),
    Planting(
        "research_claimed_above_accounts",
        _little_research,
        (("RD-06", DOUBTFUL),),
        ("CIT-04", "SPA-07", "RD-07"),
    ),
    Planting("retained_earnings_break", _opening_retained, (("AUD-13", DOUBTFUL),)),
    Planting(
        "firm_seal_of_another",
        _firm_seal_of_another,
        (("AUD-15", DOUBTFUL),),
        ("AUD-03", "SPA-11", "SEAL-07"),
    ),
    Planting(
        "cost_above_revenue",
        _cost_above_revenue,
        (("SPA-10", DOUBTFUL), ("SPA-07", DOUBTFUL)),
        ("SPA-08", "SPA-09"),
    ),
    Planting(
        "special_audit_unsealed",
        unsealed("special_audit_report", "firm"),
        (("SPA-11", ("failed", "missing")),),
        ("SEAL-07",),
    ),
    Planting("deduction_at_a_higher_rate", _higher_rate, (("RD-04", DOUBTFUL),), ("RD-05",)),
    Planting("research_without_projects", _no_projects, (("RD-08", DOUBTFUL),), ("SPA-14",)),
)
"""Amounts, numbers and days of the accounts."""
