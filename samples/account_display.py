"""Tax proof, audit reports and the cover of the tax return as printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from samples import money, texts
from samples.account_sheets import (
    AuditReport,
    CostRow,
    GroupRows,
    ReturnOther,
    SpecialAuditReport,
    StatementRow,
    TaxCertificate,
    TaxRow,
)
from samples.case import Case
from samples.papers import StatementLine


def tax_certificate(case: Case, random: Random) -> Mapping[str, Any]:
    """税收完税证明 of the case."""
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


def audit_report(case: Case, random: Random) -> Mapping[str, Any]:
    """审计报告 with both statements; how nil and negative amounts look is drawn."""
    report = case.audit
    printed = _Amounts(
        report.unit, random.choice(("", "-", "0.00", "")), brackets=random.random() < 0.1
    )
    sheet = AuditReport(
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
        assets=_rows(report.assets, printed),
        claims=_rows(report.claims, printed),
        income_statement=_rows(report.income, printed),
        legal_representative=report.legal_representative,
        chief_accountant=report.chief_accountant,
        accounting_head=report.accounting_head,
    )
    if report.statements_of:
        sheet["statements_of"] = report.statements_of
    if report.group is not None:
        sheet["consolidated"] = GroupRows(
            assets=_rows(report.group.assets, printed),
            claims=_rows(report.group.claims, printed),
            income_statement=_rows(report.group.income, printed),
            columns=report.group.in_columns,
        )
    return sheet


@dataclass(frozen=True)
class _Amounts:
    """How a firm prints amounts: the unit, what stands for nil, brackets for negative ones."""

    unit: str
    nil: str
    brackets: bool

    def __call__(self, value: Decimal | None) -> str:
        if value is None:
            return ""
        if not value:
            return self.nil
        text = money.printed(abs(value), self.unit)
        return text if value > 0 else f"({text})" if self.brackets else f"-{text}"


def _rows(lines: tuple[StatementLine, ...], printed: _Amounts) -> list[StatementRow]:
    """The lines of a statement."""
    return [
        StatementRow(
            line=line.line,
            note="",
            current=printed(line.current),
            prior=printed(line.prior),
            field=line.field,
            indent=line.indent,
            bold=line.bold,
        )
        for line in lines
    ]


def special_audit_report(case: Case, random: Random) -> Mapping[str, Any]:
    """专项审计报告 of the case."""
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


def cit_other(case: Case, random: Random) -> Mapping[str, Any]:
    """Cover of the annual return."""
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
