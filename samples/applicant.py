"""Draws one applicant: company, model, accounts, and from them every document it hands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from random import Random
from typing import Literal

from samples import identifiers, names
from samples.accounts import Accounts, accounts_of, group_of, outline_of
from samples.bodies import Body, as_body
from samples.books import Year, year_of
from samples.case import Case, SealFace
from samples.declaration import application_form
from samples.evidence import bundle, certificates, special_audit, tax_certificate
from samples.licences import firms_licence, licence_of, registry_of
from samples.model import Company, Model, draw_company, draw_model
from samples.papers import (
    AuditReport,
    Commitment,
    CreditReport,
    GroupStatements,
    RdReport,
    TaxReturn,
    Unit,
)
from samples.returns import a100000, a107012
from samples.statements import balance_sheet, group_statements, income_statement

GroupLook = Literal["none", "apart", "columns"]
"""Whether the group's statements are printed too: not, as sheets of their own, or as columns."""

_EDITIONS: Mapping[int, tuple[str, str]] = {
    2025: ("2025", "2025"),
    2024: ("2025", "2025"),
    2023: ("2020-2023", "2022"),
    2021: ("2020-2023", "2018-2021"),
}


def draw(
    seed: int,
    name: str,
    *,
    return_year: int | None = None,
    audit_year: int = 2025,
    golden: bool = False,
    group: GroupLook | None = None,
    body: Body = "company",
) -> Case:
    """A consistent applicant; ``return_year`` is the fiscal year of its tax return.

    ``audit_year`` 2024 hands in the report of the year before. ``golden`` keeps to the shortest
    bundle: nothing optional is handed in. ``group`` says whether the report has the group's
    statements beside the company's, and how; None draws it, except for a golden. ``body`` is
    what kind of applicant it is.
    """
    random = Random(f"heyan-{seed}")
    group = group or ("none" if golden else _group_look(Random(f"group-{seed}")))
    case = replace(_case(random, return_year, audit_year, group, body), name=name, seed=seed)
    short = random.random() < 0.15 or golden
    return replace(case, bundle=bundle(case, random, short=short))


def _group_look(random: Random) -> GroupLook:
    """One company in eight heads a group."""
    return random.choices(("none", "apart", "columns"), (28, 2, 2))[0]


def _case(
    random: Random, return_year: int | None, audit_year: int, group: GroupLook, body: Body
) -> Case:
    """The applicant before its papers are bound."""
    company = as_body(draw_company(random), body)
    model = draw_model(random, company)
    unit: Unit = "万元" if random.random() < 0.15 else "元"
    own = accounts_of(random, company, "100" if unit == "万元" else "0.01")
    years = own.years
    firm, short = names.audit_firm(random)
    audit = _audit(random, company, firm, short, unit, own, audit_year)
    if group != "none":
        audit = replace(audit, group=_of_group(company, own, audit_year, group))
    main, research = _returns(random, company, years, return_year)
    special = special_audit(random, company.name, model.name, firm, short, years[2025])
    application = application_form(random, company, model, years[2025], special)
    tax = tax_certificate(random, company.name, company.uscc, company.district, years[2025])
    signed = min(application.declared_on, date(2026, 3, random.randint(20, 29)))
    return Case(
        name="",
        seed=0,
        submitted_on=application.declared_on,
        application=application,
        word=application,
        licence=licence_of(random, company),
        tax=tax,
        audit=audit,
        firm_licence=firms_licence(random, firm),
        special=special,
        a100000=main,
        a107012=research,
        rd_report=_rd_report(random, company, model),
        credit=_credit(random, company),
        commitment=Commitment(company.name, company.legal_representative, signed),
        certificates=certificates(random, company.name, model, company.brand),
        seals=_seals(random, company, tax.authority, firm, audit, application.recommending_unit),
        bundle=(),
    )


def _returns(
    random: Random, company: Company, years: Mapping[int, Year], year: int | None
) -> tuple[TaxReturn, TaxReturn]:
    """A100000 and A107012 of the year, or of one drawn: mostly 2025, seldom an old one."""
    year = year or random.choices((2025, 2024, 2023, 2021), (62, 28, 6, 4))[0]
    # The sheets before 2024 have no rows for 其他收益 and 资产处置收益.
    books = (
        years[year]
        if year >= 2024
        else year_of(random, year, outline_of(random, company, "0.01", plain=True))
    )
    main, research = _EDITIONS[year]
    return (
        a100000(books, main, company.name, company.uscc),
        a107012(books, research, company.name, company.uscc),
    )


def _audit(
    random: Random,
    company: Company,
    firm: str,
    short: str,
    unit: Unit,
    own: Accounts,
    year: int,
) -> AuditReport:
    assets, claims = balance_sheet(own.ends[year], own.ends[year - 1])
    signed = identifiers.day_between(random, date(2026, 1, 20), date(2026, 3, 12))
    signed = signed.replace(year=year + 1)
    return AuditReport(
        report_no=identifiers.audit_number(random, short, random.choice(("审", "会审")), year + 1),
        firm=firm,
        verification_code=identifiers.audit_code(random, year + 1),
        entity_name=company.name,
        year=year,
        opinion="unqualified",
        accountants=(names.person(random), names.person(random)),
        signed_on=signed,
        chinese_date=random.random() < 0.7,
        unit=unit,
        assets=assets,
        claims=claims,
        income=income_statement(own.years[year], own.years[year - 1]),
        legal_representative=company.legal_representative,
        chief_accountant=names.person(random),
        accounting_head=names.person(random),
    )


def _of_group(company: Company, own: Accounts, year: int, look: GroupLook) -> GroupStatements:
    whole = group_of(Random(f"group-{company.uscc}"), own, company.capital)
    return group_statements(
        (whole.years[year], whole.years[year - 1]),
        (whole.ends[year], whole.ends[year - 1]),
        in_columns=look == "columns",
    )


def _rd_report(random: Random, company: Company, model: Model) -> RdReport:
    number = model.parameters.normalize()
    text = f"{number:f}亿"
    if model.parameters >= 10 and random.random() < 0.4:
        text = f"{(model.parameters / 10).normalize():f}B"
    return RdReport(
        model_name=model.name,
        unit_name=company.name,
        parameter_text=text,
        parameter_count=model.parameters * 100_000_000,
        active_text="",
        active_count=None,
        training_text=f"{model.training_data.normalize():f}TB",
        training_data=model.training_data,
        base_model=model.base,
        rd_period_start=model.start,
        rd_period_end=model.end,
        parts=("overview", "innovation", "results"),
        staff_total=company.staff,
        rd_staff=company.rd_staff,
        clients=tuple(f"湖北{names.brand(random)}{w}有限公司" for w in ("重工", "新材料")),
        gpu=random.choice(("昇腾910B", "A800", "昇腾910C")),
        detail=random.choice((0, 1, 2, 3)),
    )


def _credit(random: Random, company: Company) -> CreditReport:
    reported = identifiers.day_between(random, date(2026, 3, 3), date(2026, 3, 26))
    return CreditReport(
        name=company.name,
        uscc=company.uscc,
        former_names=(),
        legal_representative=company.legal_representative,
        report_no=f"{reported:%Y%m%d}{identifiers.digits(random, 12)}",
        reported_on=reported,
        status="存续",
        established_on=company.established_on,
        address=company.address,
        penalties=(),
        dishonest=0,
        judgment_debtor=0,
        abnormal=0,
        licences=random.randint(0, 9),
    )


def _seals(
    random: Random,
    company: Company,
    tax_office: str,
    firm: str,
    audit: AuditReport,
    recommender: str,
) -> dict[str, SealFace]:
    serial = identifiers.seal_serial(random, company.district.division)
    return {
        "applicant": SealFace(company.name, serial=serial),
        "recommender": SealFace(recommender),
        "firm": SealFace(firm, serial=identifiers.seal_serial(random, "420106")),
        "tax_office": SealFace(tax_office, "oval", "征税专用章"),
        "registry": SealFace(registry_of(company)),
        "firm_registry": SealFace("武汉市武昌区市场监督管理局"),
        "cpa1": SealFace(f"中国注册会计师{audit.accountants[0]}", "square"),
        "cpa2": SealFace(f"中国注册会计师{audit.accountants[1]}", "square"),
        "legal_person_chop": SealFace(f"{company.legal_representative}印", "square"),
        "finance_department": SealFace("湖北省财政厅"),
    }
