"""What looks like an inconsistency and is none: nothing may fire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal
from random import Random

from samples import identifiers, money, names
from samples.applicant import draw
from samples.books import ZERO
from samples.case import Case, Sheet
from samples.papers import Item, TaxRow
from samples.plantings.conduct import penalty
from samples.plantings.kind import Planting, in_form, without
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


def with_member(case: Case, random: Random) -> Case:
    """A lead with one member, whose licence and credit report lie behind the lead's."""
    member = draw(case.seed + 500_000, "member")
    lead, name = case.application.unit_name, member.licence.name
    text = f"牵头单位：{lead}，负责总体研发和模型训练；成员单位：{name}，负责数据采集和现场试点。"
    case = in_form(case, consortium_members=(lead, name), consortium_text=text)
    extra = {Sheet("business_licence", 1): member, Sheet("credit_report", 1): member}
    return with_others(case, extra)


def _members_papers(case: Case, random: Random) -> Case:
    """A consortium whose member encloses its tax proof and its return behind the lead's."""
    case = with_member(case, random)
    member = case.others[Sheet("business_licence", 1)]
    kinds = ("tax_certificate", "a100000", "a107012")
    return with_others(case, {Sheet(kind, 1): member for kind in kinds})


def _audits_of_both(case: Case, random: Random) -> Case:
    """A consortium's cost, half of it audited at the lead and half at its member."""
    case = with_member(case, random)
    special, other = case.special, case.others[Sheet("business_licence", 1)]
    halves = [
        tuple(Item(item.name, amount) for item, amount in zip(special.items, part, strict=True))
        for part in _halves([item.amount for item in special.items])
    ]
    lead, member = (
        replace(special, items=items, total=total, total_in_words=money.in_words(total))
        for items in halves
        for total in (sum((item.amount for item in items), ZERO),)
    )
    member = replace(member, entity_name=other.licence.name, report_no=other.special.report_no)
    case = replace(case, special=lead)
    return with_others(case, {Sheet("special_audit_report", 1): replace(case, special=member)})


def _halves(amounts: list[Decimal]) -> tuple[list[Decimal], list[Decimal]]:
    first = [(amount / 200).quantize(Decimal(1), ROUND_DOWN) * 100 for amount in amounts]
    return first, [amount - part for amount, part in zip(amounts, first, strict=True)]


def _sealed_as_before(case: Case, random: Random) -> Case:
    """A company renamed lately that still stamps with the seal of its former name."""
    case = _renamed(case, random)
    (old,) = case.credit.former_names
    face = replace(case.seals["applicant"], text=old)
    return replace(case, seals={**case.seals, "applicant": face})


def _foreign_owner(case: Case, random: Random) -> Case:
    """A company of one person from Hong Kong, which is foreign and not 民营."""
    kind = "有限责任公司（台港澳自然人独资）"
    case = replace(case, licence=replace(case.licence, type=kind))
    return in_form(case, unit_nature="外资企业")


def _promised_later(case: Case, random: Random) -> Case:
    """The commitment was signed some days after the cover was dated."""
    day = case.application.declared_on + timedelta(days=random.randint(1, 4))
    return replace(case, commitment=replace(case.commitment, signed_on=day))


def _earlier_audit(case: Case, random: Random) -> Case:
    """The audit report of the year before is bound in behind the one asked for."""
    return with_others(case, {Sheet("audit_report", 1): draw(case.seed, "a", audit_year=2024)})


def _earlier_return(case: Case, random: Random) -> Case | None:
    """The research sheet of 2023, in that year's edition, is bound in behind the newer one."""
    if case.a107012.year < 2024:
        return None
    earlier = draw(case.seed, "a", return_year=2023).a107012
    earlier = replace(
        earlier, taxpayer_id=case.licence.uscc, taxpayer_name=case.a107012.taxpayer_name
    )
    return with_others(case, {Sheet("a107012", 1): replace(case, a107012=earlier)})


def _public_body(case: Case, random: Random) -> Case:
    """A 事业单位 with its certificate, which has neither a type nor a day of foundation."""
    return draw(case.seed, case.name, body="public")


def _public_body_without_returns(case: Case, random: Random) -> Case | None:
    """A 事业单位 that pays no income tax, and so has no return to hand in."""
    return without(_public_body(case, random), "a100000", "a107012", "cit_other")


def _renamed(case: Case, random: Random) -> Case:
    """A company renamed in February 2026: what is older bears the name it had then."""
    new = case.licence.name
    field = next(field for field in names.FIELDS if field in new)
    old = new.replace(field, random.choice([other for other in names.FIELDS if other != field]))
    changed = date(2026, 2, random.randint(2, 27))

    def then(day: date) -> str:
        return old if day < changed else new

    returned = then(date(case.a100000.year + 1, 5, 20))
    owned = [replace(paper, owner=then(paper.date)) for paper in case.certificates]
    return replace(
        case,
        licence=replace(case.licence, issued_on=changed),
        credit=replace(case.credit, former_names=(old,)),
        tax=replace(case.tax, taxpayer_name=then(case.tax.issued_on)),
        audit=replace(case.audit, entity_name=then(case.audit.signed_on)),
        special=replace(case.special, entity_name=then(case.special.signed_on)),
        a100000=replace(case.a100000, taxpayer_name=returned),
        a107012=replace(case.a107012, taxpayer_name=returned),
        certificates=tuple(owned),
    )


def _suppliers_licence(case: Case, random: Random) -> Case | None:
    """The licence of the customer or supplier of a contract lies behind the contract."""
    contracts = [sheet for sheet in case.bundle if sheet.kind == "contract"]
    if not contracts:
        return None
    supplier = draw(case.seed + 600_000, "supplier")
    sheet = Sheet("business_licence", 1)
    place = case.bundle.index(contracts[-1]) + 1
    bundle = (*case.bundle[:place], sheet, *case.bundle[place:])
    return replace(case, bundle=bundle, others={**case.others, sheet: supplier})


def _two_tax_proofs(case: Case, random: Random) -> Case | None:
    """The year's payments on two certificates."""
    items = case.tax.items
    if len(items) < 6:
        return None
    half = len(items) // 2
    first, second = (_tax_of(case, part) for part in (items[:half], items[half:]))
    number = identifiers.voucher(random, 2026)
    second = replace(second, tax=replace(second.tax, certificate_no=number))
    return with_others(first, {Sheet("tax_certificate", 1): second})


def _tax_of(case: Case, items: tuple[TaxRow, ...]) -> Case:
    total = sum((item.amount for item in items), ZERO)
    words = money.in_words(total)
    return replace(case, tax=replace(case.tax, items=items, total=total, total_in_words=words))


def with_others(case: Case, others: Mapping[Sheet, Case]) -> Case:
    """The case with the sheets bound in behind the first of their kind."""
    bundle = list(case.bundle)
    for sheet in others:
        bundle.insert(bundle.index(Sheet(sheet.kind)) + 1, sheet)
    return replace(case, bundle=tuple(bundle), others={**case.others, **others})


PLANTINGS: tuple[Planting, ...] = (
    Planting("lawful_revenue_truncated", _truncated),
    Planting("lawful_half_width_brackets", _half_width_brackets),
    Planting("lawful_emphasis", _emphasis),
    Planting("lawful_old_fine", _old_fine),
    Planting("lawful_refund", _refund),
    Planting("lawful_mixture_of_experts", _experts),
    Planting("lawful_consortium_of_two", with_member),
    Planting("lawful_members_papers_behind", _members_papers),
    Planting("lawful_audits_of_both_members", _audits_of_both),
    Planting("lawful_seal_of_former_name", _sealed_as_before),
    Planting("lawful_foreign_owner", _foreign_owner),
    Planting("lawful_promise_dated_later", _promised_later),
    Planting("lawful_earlier_audit_behind", _earlier_audit),
    Planting("lawful_earlier_return_behind", _earlier_return),
    Planting("lawful_public_body", _public_body),
    Planting(
        "lawful_public_body_without_returns", _public_body_without_returns, (), ("M-08", "M-09")
    ),
    Planting("lawful_renamed", _renamed),
    Planting("lawful_suppliers_licence", _suppliers_licence),
    Planting("lawful_two_tax_proofs", _two_tax_proofs),
    Planting("lawful_claims_less_than_cap", _claims_less),
)
