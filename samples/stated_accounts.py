"""What tax proofs, audit reports and tax returns state, by the contract's keys."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from samples.canonical import (
    Value,
    amount_value,
    day_value,
    identifier_value,
    item_rows,
    plain_number,
    text_value,
)
from samples.case import Case
from samples.papers import StatementLine, TaxReturn


def tax(case: Case) -> dict[str, Value]:
    """税收完税证明."""
    tax = case.tax
    rows = [
        {
            "tax": row.tax,
            "period_start": row.period_start.isoformat(),
            "period_end": row.period_end.isoformat(),
            "paid_on": row.paid_on.isoformat(),
            "amount": f"{row.amount:f}",
        }
        for row in tax.items
    ]
    return {
        "form": ("choice", tax.form),
        "certificate_no": identifier_value(tax.certificate_no),
        "taxpayer_name": text_value(tax.taxpayer_name),
        "taxpayer_id": identifier_value(tax.taxpayer_id),
        "items": ("rows", rows),
        "total_amount": amount_value(tax.total),
        "total_amount_in_words": text_value(tax.total_in_words),
        "authority": text_value(tax.authority),
        "issued_on": day_value(tax.issued_on),
    }


def audit(case: Case) -> dict[str, Value]:
    """审计报告: its head, both statements and the key lines of both years."""
    report = case.audit
    values: dict[str, Value] = {
        "report_no": text_value(report.report_no),
        "firm": text_value(report.firm),
        "entity_name": text_value(report.entity_name),
        "fiscal_year": ("count", str(report.year)),
        "opinion": ("choice", report.opinion),
        "signed_on": day_value(report.signed_on),
        "accountants": ("list", list(report.accountants)),
        "verification_code": identifier_value(report.verification_code),
        "unit": ("choice", report.unit),
        "scope": ("choice", "single" if report.group is None else "both"),
        "income_statement": _statement(report.income),
        "balance_sheet": _statement((*report.assets, *report.claims)),
    }
    for line in (*report.income, *report.assets, *report.claims):
        if line.field:
            values[line.field] = amount_value(line.current)
            values[f"{line.field}_prior"] = amount_value(line.prior)
    group = report.group
    for line in (*group.income, *group.assets, *group.claims) if group else ():
        if line.field:
            values[line.field] = amount_value(line.current)
    return values


def _statement(lines: tuple[StatementLine, ...]) -> Value:
    return "rows", [
        {
            "line": line.line,
            "current": amount_value(line.current)[1],
            "prior": amount_value(line.prior)[1],
        }
        for line in lines
        if line.current is not None
    ]


def special(case: Case) -> dict[str, Value]:
    """专项审计报告."""
    report = case.special
    return {
        "report_no": text_value(report.report_no),
        "firm": text_value(report.firm),
        "entity_name": text_value(report.entity_name),
        "model_name": text_value(report.model_name),
        "period_start": day_value(report.period_start),
        "period_end": day_value(report.period_end),
        "rd_cost": amount_value(report.total),
        "rd_cost_in_words": text_value(report.total_in_words),
        "items": item_rows(report.items),
        "accountants": ("list", list(report.accountants)),
        "signed_on": day_value(report.signed_on),
    }


def _sheet_head(sheet: TaxReturn) -> dict[str, Value]:
    return {
        "taxpayer_id": identifier_value(sheet.taxpayer_id),
        "taxpayer_name": text_value(sheet.taxpayer_name),
        "period_start": day_value(date(sheet.year, 1, 1)),
        "period_end": day_value(date(sheet.year, 12, 31)),
        "edition": ("choice", sheet.edition),
    }


def a100000(case: Case) -> dict[str, Value]:
    """主表, with the four lines other documents are compared with."""
    sheet = case.a100000
    rows = {
        number: "25" if number in {"24", "29"} and amount == Decimal("0.25") else f"{amount:f}"
        for number, amount in sheet.rows.items()
    }
    new = sheet.edition == "2025"
    relief = sheet.rows.get("22.1") if new else None
    return {
        **_sheet_head(sheet),
        "rows": ("rows", rows),
        "revenue": amount_value(sheet.rows["1"]),
        "rd_expense": amount_value(sheet.rows["6"]) if new else ("amount", None),
        "total_profit": amount_value(sheet.rows["18" if new else "13"]),
        "super_deduction": amount_value(relief) if relief is not None else ("amount", None),
    }


def a107012(case: Case) -> dict[str, Value]:
    """研发费用加计扣除优惠明细表 row by row."""
    sheet = case.a107012
    values = _sheet_head(sheet)
    for number, amount in sheet.rows.items():
        key = "row_" + number.lower().replace(".", "_")
        if number == "1":
            values[key] = ("count", str(int(amount)))
        elif number == "50":
            values[key] = ("ratio", plain_number(amount * 100))
        else:
            values[key] = amount_value(amount)
    return values
