"""Papers that a careful reader asks about: who, what for, how much, and what is not on them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from samples import money, names
from samples.applicant import draw
from samples.books import ZERO
from samples.case import Case, Sheet
from samples.papers import Item
from samples.plantings.everywhere import everywhere
from samples.plantings.figures import cost_raised_to, form_step, unsealed
from samples.plantings.kind import ABSENT, DOUBTFUL, FAILED, Planting, another_name, in_form
from samples.plantings.lawful import with_others
from samples.plantings.particulars import other_person

_GROSS = ("3", "7", "16", "19", "23", "28", "36", "37", "39")
_STAFF = re.compile(r"现有员工(\d+)人")


def _scope_of_a_shop(case: Case, random: Random) -> Case:
    scope = "日用百货零售；票务代理；停车场经营；旅游接待；房屋租赁。"
    return replace(case, licence=replace(case.licence, business_scope=scope))


def _represented_by_another(case: Case, random: Random) -> Case:
    """Credit report and commitment agree on a person whom the licence does not know yet."""
    person = other_person(case)
    return replace(
        case,
        credit=replace(case.credit, legal_representative=person),
        commitment=replace(case.commitment, signer=person),
    )


def _little_registered(case: Case, random: Random) -> Case | None:
    paid = next((line.current for line in case.audit.claims if line.key == "capital"), None)
    if not paid:
        return None
    half = (paid / 20_000).to_integral_value(ROUND_HALF_UP) * 10_000
    return replace(case, licence=replace(case.licence, registered_capital=half))


def _struck_off(case: Case, random: Random) -> Case:
    status = random.choice(("吊销，未注销", "注销", "清算"))
    return replace(case, credit=replace(case.credit, status=status))


def _strangers_credit(case: Case, random: Random) -> Case:
    """A stranger's credit report lies behind the applicant's."""
    stranger = draw(case.seed + 700_000, "stranger")
    return with_others(case, {Sheet("credit_report", 1): stranger})


def _uncounted(case: Case, random: Random) -> Case:
    return replace(case, credit=replace(case.credit, counts_left_out=frozenset({"abnormal"})))


def _trading_company(case: Case, random: Random) -> Case | None:
    """The applicant's name says a trade that may not claim extra deduction."""
    field = next((field for field in names.FIELDS if field in case.licence.name), None)
    return None if field is None else everywhere(case, field, "国际贸易")


def _introduction_of_more(case: Case, random: Random) -> Case:
    """The introduction counts more staff than the cell."""
    more = case.application.staff_total + random.randint(30, 90)
    told = tuple(_STAFF.sub(f"现有员工{more}人", words) for words in case.application.introduction)
    return in_form(case, introduction=told)


def _report_of_more(case: Case, random: Random) -> Case:
    more = case.rd_report.staff_total + random.randint(30, 90)
    return replace(case, rd_report=replace(case.rd_report, staff_total=more))


def _few_researchers(case: Case, random: Random) -> Case | None:
    """So few researchers that each earned millions."""
    wages = case.application.rd_cost_items[0].amount
    few = int(wages / 3_000_000)
    return in_form(case, rd_staff=few) if few else None


def _wages_moved(case: Case, random: Random) -> Case:
    """A fifth of the form's wages under another item; the sum stays."""
    wages, other, *rest = case.application.rd_cost_items
    step = form_step(case)
    moved = (wages.amount / 5 / step).to_integral_value() * step
    items = (
        Item(wages.name, wages.amount - moved),
        Item(other.name, other.amount + moved),
        *rest,
    )
    return in_form(case, rd_cost_items=items)


def _cost_above_gross(case: Case, random: Random) -> Case | None:
    if case.a107012.year != 2025:
        return None
    gross = sum((case.a107012.rows[row] for row in _GROSS), ZERO)
    return cost_raised_to(case, money.rounded(gross * Decimal("1.1"), "万元", 2))


def _sales_without_revenue(case: Case, random: Random) -> Case | None:
    """A contract on the model's services, and no revenue from AI."""
    if not any(sheet.kind == "contract" for sheet in case.bundle):
        return None
    return in_form(case, ai_revenue=ZERO)


def _computing_untold(case: Case, random: Random) -> Case:
    """The form pays for computing power of which the report says nothing."""
    wages, other, bought, *rest = case.application.rd_cost_items
    items = (wages, other, Item("租用算力", bought.amount), *rest)
    report = replace(case.rd_report, gpu="")
    return in_form(replace(case, rd_report=report), rd_cost_items=items)


def _no_opinion(case: Case, random: Random) -> Case:
    return replace(case, special=replace(case.special, gives_opinion=False))


def _nothing_depreciated(case: Case, random: Random) -> Case | None:
    """Equipment was bought, and nothing depreciated, amortised or capitalised; wages take it up."""
    developed = next(line for line in case.audit.assets if line.key == "development")
    bought = next(item for item in case.application.rd_cost_items if "设备" in item.name)
    if developed.current or not bought.amount or case.a107012.year != 2025:
        return None
    rows = dict(case.a107012.rows)
    moved = rows["16"] + rows["20"]
    rows |= dict.fromkeys(("16", "17", "18", "20"), ZERO)
    rows["19"] -= case.a107012.rows["20"]
    rows |= {"4": rows["4"] + moved, "3": rows["3"] + moved}
    return replace(case, a107012=replace(case.a107012, rows=rows))


def _research_in_cost(case: Case, random: Random) -> Case | None:
    """The return shows most of its expenses as cost of sales; its sums hold."""
    if case.a100000.edition != "2025" or case.a100000.year != case.a107012.year:
        return None
    research = case.a107012.rows
    spent = sum((research[row] for row in _GROSS), ZERO) - research["42"]
    rows = dict(case.a100000.rows)
    expenses: Mapping[str, Decimal] = {row: rows[row] for row in ("4", "5", "6", "7")}
    left = sum(expenses.values(), ZERO) - money.fen(spent * Decimal("0.6"))
    for row in ("6", "5", "4"):
        moved = max(ZERO, min(left, rows[row]))
        rows |= {row: rows[row] - moved, "2": rows["2"] + moved}
        left -= moved
    return None if left > 0 else replace(case, a100000=replace(case.a100000, rows=rows))


def _old_year_on_new_print(case: Case, random: Random) -> Case | None:
    if case.a100000.edition != "2025":
        return None
    return replace(
        case,
        a100000=replace(case.a100000, year=2022),
        a107012=replace(case.a107012, year=2022),
    )


def _statements_of_another(case: Case, random: Random) -> Case:
    other = another_name(another_name(case.audit.entity_name))
    return replace(case, audit=replace(case.audit, statements_of=other))


def _audit_unsealed(case: Case, random: Random) -> Case:
    """The applicant's seal neither on the audit report nor on the firm's licence behind it."""
    spots = {(kind, "applicant") for kind in ("audit_report", "firm_licence")}
    return replace(case, left_out=case.left_out | spots)


def _without_title(case: Case, random: Random) -> Case:
    """The post of the applicant's contact left empty."""
    return in_form(case, applicant=replace(case.application.applicant, title=""))


PLANTINGS: tuple[Planting, ...] = (
    Planting("scope_of_a_shop", _scope_of_a_shop, (("LIC-06", DOUBTFUL),), ("FIN-05",)),
    Planting(
        "licence_older_than_a_change",
        _represented_by_another,
        (("LIC-08", DOUBTFUL),),
        ("COM-03", "CRE-10"),
    ),
    Planting("paid_in_above_registered", _little_registered, (("LIC-09", DOUBTFUL),)),
    Planting("struck_off", _struck_off, (("LIC-11", FAILED),)),
    Planting("credit_report_of_a_stranger_behind", _strangers_credit, (("M-22", DOUBTFUL),)),
    Planting(
        "credit_report_without_a_count",
        _uncounted,
        (("CRE-07", ("missing", "unreadable")),),
        ("CRE-04",),
    ),
    Planting("trading_company_deducts", _trading_company, (("RD-12", DOUBTFUL),), ("LIC-06",)),
    Planting("introduction_counts_more_staff", _introduction_of_more, (("FIN-10", DOUBTFUL),)),
    Planting("report_counts_more_staff", _report_of_more, (("FIN-11", DOUBTFUL),)),
    Planting(
        "wages_of_millions_a_head", _few_researchers, (("FIN-09", DOUBTFUL),), ("FIN-10", "FIN-11")
    ),
    Planting("wages_under_another_item", _wages_moved, (("SPA-06", DOUBTFUL),)),
    Planting(
        "cost_above_all_research",
        _cost_above_gross,
        (("SPA-09", DOUBTFUL), ("SPA-08", DOUBTFUL)),
        ("SPA-07", "SPA-10", "FIN-09"),
    ),
    Planting("sales_without_revenue", _sales_without_revenue, (("FIN-06", DOUBTFUL),)),
    Planting("computing_not_told_of", _computing_untold, (("SPA-18", DOUBTFUL),)),
    Planting("special_audit_without_opinion", _no_opinion, (("SPA-12", DOUBTFUL),)),
    Planting("equipment_without_depreciation", _nothing_depreciated, (("RD-15", DOUBTFUL),)),
    Planting(
        "expenses_shown_as_cost", _research_in_cost, (("RD-07", DOUBTFUL),), ("CIT-04", "FIN-15")
    ),
    Planting(
        "old_year_on_a_new_print",
        _old_year_on_new_print,
        (("CIT-02", DOUBTFUL),),
        ("RD-01", "RD-02", "RD-03", "RD-04", "SPA-08", "SPA-09"),
    ),
    Planting("statements_of_another_unit", _statements_of_another, (("AUD-16", DOUBTFUL),)),
    Planting(
        "tax_proof_copy_unsealed",
        unsealed("tax_certificate", "applicant"),
        (("SEAL-03", ABSENT),),
    ),
    Planting("audit_copy_unsealed", _audit_unsealed, (("AUD-10", ABSENT),)),
    Planting("required_cell_blank", _without_title, (("M-19", DOUBTFUL),), ("SUB-04",)),
)
