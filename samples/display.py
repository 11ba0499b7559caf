"""Turns a case into the strings its sheets print.

How nil amounts, days and units look is drawn per case, as offices differ in it; what is drawn never
changes a value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from samples import money, texts
from samples.case import (
    ApplicationForm,
    BusinessLicence,
    Case,
    Penalty,
    StatementLine,
)
from samples.returns_display import return_sheet
from samples.sheets import (
    AuditReport,
    Blank,
    Certificate,
    Commitment,
    Contents,
    CostRow,
    Cover,
    CreditCount,
    CreditReport,
    ModelTable,
    RdReport,
    ReturnOther,
    SpecialAuditReport,
    StatementRow,
    TaxCertificate,
    TaxRow,
    UnitTable,
)
from samples.sheets import BusinessLicence as LicenceSheet
from samples.sheets import Penalty as PenaltyRow


def display(case: Case, kind: str, index: int = 0) -> dict[str, Any]:
    """What ``samples.sheets.SHEETS[kind]`` asks for; index counts sheets of one kind from 0.

    A contents page comes out empty here: its page numbers are known only once all else is set.
    """
    if kind in {"filing", "patent", "software_copyright", "test_report", "contract"}:
        return dict(_certificate(case, index))
    return dict(_SHEETS[kind](case, Random(f"display-{case.seed}-{kind}")))


def _form(case: Case) -> ApplicationForm:
    return case.application


def _cover(case: Case, random: Random) -> Mapping[str, Any]:
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


def wan(amount: Decimal, form: ApplicationForm, thousands: bool) -> str:
    """An amount as the form's 万元 cells print it."""
    return money.printed(amount, "万元", form.decimals, thousands=thousands)


def _unit_table(case: Case, random: Random) -> Mapping[str, Any]:
    return unit_table(case.application, random)


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
        revenue=wan(form.revenue, form, thousands),
        ai_revenue=wan(form.ai_revenue, form, thousands),
        staff_total=f"{form.staff_total}{random.choice(('', '', '人'))}",
        rd_staff=f"{form.rd_staff}",
        introduction=list(form.introduction),
    )


def _model_table(case: Case, random: Random) -> Mapping[str, Any]:
    return model_table(case.application, random)


def model_table(form: ApplicationForm, random: Random) -> ModelTable:
    """二、工业模型基本情况表 of the form."""
    spell: Callable[[date], str] = random.choice(
        (texts.day, lambda value: f"{value:%Y.%m.%d}", lambda value: f"{value:%Y-%m-%d}")
    )
    parts = "；".join(f"{item.name}{wan(item.amount, form, False)}" for item in form.rd_cost_items)
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
        rd_cost=wan(form.rd_cost, form, random.random() < 0.3),
        rd_cost_period=form.rd_cost_period,
        rd_cost_items=f"{parts}。",
    )


def _business_licence(case: Case, random: Random) -> Mapping[str, Any]:
    return _licence(case.licence, random)


def _firm_licence(case: Case, random: Random) -> Mapping[str, Any]:
    return _licence(case.firm_licence, random)


def _licence(licence: BusinessLicence, random: Random) -> Mapping[str, Any]:
    term = ""
    if licence.term is not None:
        start, end = licence.term
        term = (
            random.choice(("长期", f"{texts.padded_day(start)}至长期"))
            if end is None
            else f"{texts.padded_day(start)}至{texts.padded_day(end)}"
        )
    return LicenceSheet(
        uscc=licence.uscc,
        name=licence.name,
        type=licence.type,
        legal_representative=licence.legal_representative,
        registered_capital=money.capital(licence.registered_capital, random.randrange(4)),
        established_on=texts.padded_day(licence.established_on),
        term=term,
        address=licence.address,
        business_scope=licence.business_scope,
        authority=licence.authority,
        issued_on=f"{licence.issued_on:%Y年%m月%d日}",
        copy_number=random.choice(("1-1", "（1-1）", "")),
        qr_text=f"https://example.invalid/licence/{licence.uscc}",
    )


def _tax_certificate(case: Case, random: Random) -> Mapping[str, Any]:
    tax = case.tax
    spell: Callable[[date], str] = random.choice(
        (lambda value: f"{value:%Y-%m-%d}", lambda value: f"{value:%Y.%m.%d}")
    )
    thousands = random.random() < 0.6
    return TaxCertificate(
        form=tax.form,
        certificate_no=tax.certificate_no,
        taxpayer_name=tax.taxpayer_name,
        taxpayer_id=tax.taxpayer_id,
        items=[
            TaxRow(
                voucher=row.voucher,
                tax=row.tax,
                subject=row.subject,
                period_start=spell(row.period_start),
                period_end=spell(row.period_end),
                paid_on=spell(row.paid_on),
                amount=money.printed(row.amount, thousands=thousands),
            )
            for row in tax.items
        ],
        total_amount=money.printed(tax.total, thousands=thousands),
        total_amount_in_words=tax.total_in_words,
        authority=tax.authority,
        issued_on=texts.day(tax.issued_on),
        issuer=random.choice(("电子税务局", "自助办税终端", "")),
        remark=random.choice(("", "一般申报", "正税自行申报")),
        verification_code="",
    )


def _audit_report(case: Case, random: Random) -> Mapping[str, Any]:
    report = case.audit
    nil = random.choice(("", "-", "0.00", ""))
    brackets = random.random() < 0.1

    def amount(value: Decimal | None) -> str:
        if value is None:
            return ""
        if not value:
            return nil
        text = money.printed(abs(value), report.unit)
        return text if value > 0 else f"({text})" if brackets else f"-{text}"

    def rows(lines: tuple[StatementLine, ...]) -> list[StatementRow]:
        return [
            StatementRow(
                line=line.line,
                note="",
                current=amount(line.current),
                prior=amount(line.prior),
                field=line.field,
                indent=line.indent,
                bold=line.bold,
            )
            for line in lines
        ]

    return AuditReport(
        report_no=report.report_no,
        firm=report.firm,
        verification_code=report.verification_code,
        entity_name=report.entity_name,
        addressee=f"{report.entity_name}{random.choice(('全体股东', '全体股东', '董事会'))}",
        fiscal_year=str(report.year),
        sections=texts.audit_sections(report),
        accountants=list(report.accountants),
        place=random.choice(("中国·武汉", "中国  武汉", "湖北·武汉")),
        signed_on=(texts.chinese_day if report.chinese_date else texts.day)(report.signed_on),
        unit=random.choice((f"单位：{report.unit}", f"金额单位：人民币{report.unit}")),
        balance_date=f"{report.year}年12月31日",
        period=f"{report.year}年度",
        assets=rows(report.assets),
        claims=rows(report.claims),
        income_statement=rows(report.income),
        legal_representative=report.legal_representative,
        chief_accountant=report.chief_accountant,
        accounting_head=report.accounting_head,
    )


def _special_audit_report(case: Case, random: Random) -> Mapping[str, Any]:
    report = case.special
    return SpecialAuditReport(
        report_no=report.report_no,
        firm=report.firm,
        verification_code=report.verification_code,
        title=random.choice(("专项审计报告", "模型研究开发成本专项审计报告")),
        entity_name=report.entity_name,
        addressee=report.entity_name,
        model_name=report.model_name,
        period_start=texts.day(report.period_start),
        period_end=texts.day(report.period_end),
        sections=texts.special_sections(report),
        rd_cost=money.printed(report.total, report.unit),
        rd_cost_in_words=report.total_in_words,
        items=[
            CostRow(name=item.name, amount=money.printed(item.amount, report.unit))
            for item in report.items
        ],
        unit=f"单位：{report.unit}",
        accountants=list(report.accountants),
        place="中国·武汉",
        signed_on=texts.chinese_day(report.signed_on),
    )


def _return(name: str) -> Callable[[Case, Random], Mapping[str, Any]]:
    def sheet(case: Case, random: Random) -> Mapping[str, Any]:
        return return_sheet(case.a100000 if name == "a100000" else case.a107012, random)

    return sheet


def _cit_other(case: Case, random: Random) -> Mapping[str, Any]:
    main = case.a100000
    return ReturnOther(
        title="中华人民共和国企业所得税年度纳税申报表（A类，2017年版）",
        taxpayer_id=main.taxpayer_id,
        taxpayer_name=main.taxpayer_name,
        period_start=f"{main.year}年01月01日",
        period_end=f"{main.year}年12月31日",
        filed_on=f"{main.year + 1}年03月16日",
        authority=case.tax.authority,
    )


def _rd_report(case: Case, random: Random) -> Mapping[str, Any]:
    report, form = case.rd_report, case.application
    scene = form.model_ability[0].split("（")[1].split("、")[0]
    return RdReport(
        title=f"{report.model_name}研发情况报告",
        sections=texts.report_sections(report, form.model_category, scene),
        parameter_count=report.parameter_text,
        parameter_count_active=report.active_text,
        training_data=report.training_text,
        base_model=report.base_model,
        rd_period_start=f"{report.rd_period_start:%Y年%m月}",
        rd_period_end=f"{report.rd_period_end:%Y年%m月}",
    )


def _credit_report(case: Case, random: Random) -> Mapping[str, Any]:
    report = case.credit
    counts = (
        ("行政许可", report.licences, ""),
        ("行政处罚", len(report.penalties), "penalties"),
        ("诚实守信", 0, ""),
        ("严重失信主体名单", report.dishonest, "dishonest"),
        ("失信被执行人", report.judgment_debtor, "judgment_debtor"),
        ("经营异常", report.abnormal, "abnormal"),
        ("信用承诺", random.randint(0, 6), ""),
        ("信用评价", random.randint(0, 3), ""),
    )
    return CreditReport(
        name=report.name,
        uscc=report.uscc,
        former_names="、".join(report.former_names),
        legal_representative=report.legal_representative,
        report_no=report.report_no,
        reported_on=texts.day(report.reported_on),
        status=report.status,
        established_on=texts.day(report.established_on),
        address=report.address,
        counts=[
            CreditCount(label=label, count=str(count), field=field)
            for label, count, field in counts
        ],
        penalty_items=[_penalty(penalty) for penalty in report.penalties],
        qr_text=f"https://example.invalid/credit/{report.report_no}",
    )


def _penalty(penalty: Penalty) -> PenaltyRow:
    return PenaltyRow(
        number=penalty.number,
        kind=penalty.kind,
        decided_on=f"{penalty.decided_on:%Y-%m-%d}",
        content=penalty.content,
        fine=penalty.fine,
        facts=penalty.facts,
        authority=penalty.authority,
    )


def _commitment(case: Case, random: Random) -> Mapping[str, Any]:
    return Commitment(
        clauses=list(texts.CLAUSES),
        unit_name=random.choice((case.commitment.unit_name, "")),
        signed_on=texts.day(case.commitment.signed_on),
    )


def _certificate(case: Case, index: int) -> Mapping[str, Any]:
    paper = case.certificates[index]
    return Certificate(
        title=paper.title,
        number=paper.number,
        name=paper.name,
        owner=paper.owner,
        date=texts.day(paper.date),
        authority=paper.authority,
        parameter_count=paper.parameter_text,
        details=list(paper.details),
        sections=[],
    )


_SHEETS: Mapping[str, Callable[[Case, Random], Mapping[str, Any]]] = {
    "cover": _cover,
    "unit_table": _unit_table,
    "model_table": _model_table,
    "business_licence": _business_licence,
    "firm_licence": _firm_licence,
    "tax_certificate": _tax_certificate,
    "audit_report": _audit_report,
    "special_audit_report": _special_audit_report,
    "a100000": _return("a100000"),
    "a107012": _return("a107012"),
    "cit_other": _cit_other,
    "rd_report": _rd_report,
    "credit_report": _credit_report,
    "commitment": _commitment,
    "toc": lambda case, random: Contents(entries=[]),
    "blank": lambda case, random: Blank(),
}
