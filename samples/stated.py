"""The canonical values each sheet states, by the contract's keys (without the document)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from samples import money
from samples.case import Case, Certificate, Item, Sheet, StatementLine, TaxReturn
from samples.display import display

Value = tuple[str, Any]
"""Kind of value and the value as the report's JSON has it."""


def stated(case: Case, sheet: Sheet) -> dict[str, Value]:
    """Key → (kind, canonical value) of everything the sheet states."""
    certificates = {"filing", "patent", "software_copyright", "test_report", "contract"}
    if sheet.kind in certificates:
        return _certificate(case.certificates[sheet.index])
    reader = _READERS.get(sheet.kind)
    return reader(case) if reader else {}


def _amount(value: Decimal | None) -> Value:
    return "amount", f"{money.fen(value or Decimal(0)):f}"


def _text(value: str) -> Value:
    return "text", "".join(value.split()) or None


def _identifier(value: str) -> Value:
    return "identifier", "".join(value.split()) or None


def _day(value: date | None) -> Value:
    return "day", value.isoformat() if value else None


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _items(items: tuple[Item, ...]) -> Value:
    return "rows", [{"name": i.name, "amount": f"{money.fen(i.amount):f}"} for i in items]


def _cover(case: Case) -> dict[str, Value]:
    form = case.application
    return {
        "cover_unit_name": _text(form.cover_unit_name),
        "cover_model_name": _text(form.cover_model_name),
        "cover_model_category": ("choice", form.cover_model_category),
        "recommending_unit": _text(form.recommending_unit),
        "contact_name": _text(form.contact.name),
        "contact_phone": _identifier(form.contact.phone),
        "declared_on": _day(form.declared_on),
    }


def _unit_table(case: Case) -> dict[str, Value]:
    form = case.application
    return {
        "unit_name": _text(form.unit_name),
        "uscc": _identifier(form.uscc),
        "address": _text(form.address),
        "unit_nature": ("choice", form.unit_nature),
        "consortium_members": ("list", list(form.consortium_members)),
        "principal_name": _text(form.principal.name),
        "principal_title": _text(form.principal.title),
        "principal_phone": _identifier(form.principal.phone),
        "applicant_name": _text(form.applicant.name),
        "applicant_title": _text(form.applicant.title),
        "applicant_phone": _identifier(form.applicant.phone),
        "revenue": _amount(form.revenue),
        "ai_revenue": _amount(form.ai_revenue),
        "staff_total": ("count", str(form.staff_total)),
        "rd_staff": ("count", str(form.rd_staff)),
        "introduction": _text("".join(form.introduction)),
    }


def _model_table(case: Case) -> dict[str, Value]:
    form = case.application
    return {
        "model_name": _text(form.model_name),
        "industry": ("choices", [form.industry]),
        "model_category": ("choice", form.model_category),
        "parameter_count": ("count", _plain(form.parameter_count * 100_000_000)),
        "training_data": ("decimal", _plain(form.training_data)),
        "model_ability": _text("".join(form.model_ability)),
        "base_model": _text(form.base_model),
        "service_modes": ("choices", list(form.service_modes)),
        "rd_period_start": _day(form.rd_period_start),
        "rd_period_end": _day(form.rd_period_end),
        "rd_cost": _amount(form.rd_cost),
        "rd_cost_period": _text(form.rd_cost_period),
        "rd_cost_items": _items(form.rd_cost_items),
    }


def _licence(case: Case) -> dict[str, Value]:
    licence = case.licence
    shown = display(case, "business_licence")["term"]
    term: Value = ("day", None)
    if licence.term is not None:
        end = licence.term[1]
        term = ("day", "长期" if end is None else end.isoformat())
    assert bool(shown) == (term[1] is not None)
    return {
        "uscc": _identifier(licence.uscc),
        "name": _text(licence.name),
        "type": _text(licence.type),
        "legal_representative": _text(licence.legal_representative),
        "registered_capital": _amount(licence.registered_capital),
        "established_on": _day(licence.established_on),
        "term": term,
        "address": _text(licence.address),
        "business_scope": _text(licence.business_scope),
        "authority": _text(licence.authority),
        "issued_on": _day(licence.issued_on),
        "former_names": ("list", []),
    }


def _tax(case: Case) -> dict[str, Value]:
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
        "certificate_no": _identifier(tax.certificate_no),
        "taxpayer_name": _text(tax.taxpayer_name),
        "taxpayer_id": _identifier(tax.taxpayer_id),
        "items": ("rows", rows),
        "total_amount": _amount(tax.total),
        "total_amount_in_words": _text(tax.total_in_words),
        "authority": _text(tax.authority),
        "issued_on": _day(tax.issued_on),
    }


def _audit(case: Case) -> dict[str, Value]:
    report = case.audit
    values: dict[str, Value] = {
        "report_no": _text(report.report_no),
        "firm": _text(report.firm),
        "entity_name": _text(report.entity_name),
        "fiscal_year": ("count", str(report.year)),
        "opinion": ("choice", report.opinion),
        "signed_on": _day(report.signed_on),
        "accountants": ("list", list(report.accountants)),
        "verification_code": _identifier(report.verification_code),
        "unit": ("choice", report.unit),
        "scope": ("choice", "single"),
        "income_statement": _statement(report.income),
        "balance_sheet": _statement((*report.assets, *report.claims)),
    }
    for line in (*report.income, *report.assets, *report.claims):
        if line.field:
            values[line.field] = _amount(line.current)
            values[f"{line.field}_prior"] = _amount(line.prior)
    return values


def _statement(lines: tuple[StatementLine, ...]) -> Value:
    return "rows", [
        {
            "line": line.line,
            "current": _amount(line.current)[1],
            "prior": _amount(line.prior)[1],
        }
        for line in lines
        if line.current is not None
    ]


def _special(case: Case) -> dict[str, Value]:
    report = case.special
    return {
        "report_no": _text(report.report_no),
        "firm": _text(report.firm),
        "entity_name": _text(report.entity_name),
        "model_name": _text(report.model_name),
        "period_start": _day(report.period_start),
        "period_end": _day(report.period_end),
        "rd_cost": _amount(report.total),
        "rd_cost_in_words": _text(report.total_in_words),
        "items": _items(report.items),
        "accountants": ("list", list(report.accountants)),
        "signed_on": _day(report.signed_on),
    }


def _sheet_head(sheet: TaxReturn) -> dict[str, Value]:
    return {
        "taxpayer_id": _identifier(sheet.taxpayer_id),
        "taxpayer_name": _text(sheet.taxpayer_name),
        "period_start": _day(date(sheet.year, 1, 1)),
        "period_end": _day(date(sheet.year, 12, 31)),
        "edition": ("choice", sheet.edition),
    }


def _a100000(case: Case) -> dict[str, Value]:
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
        "revenue": _amount(sheet.rows["1"]),
        "rd_expense": _amount(sheet.rows["6"]) if new else ("amount", None),
        "total_profit": _amount(sheet.rows["18" if new else "13"]),
        "super_deduction": _amount(relief) if relief is not None else ("amount", None),
    }


def _a107012(case: Case) -> dict[str, Value]:
    sheet = case.a107012
    values = _sheet_head(sheet)
    for number, amount in sheet.rows.items():
        key = "row_" + number.lower().replace(".", "_")
        if number == "1":
            values[key] = ("count", str(int(amount)))
        elif number == "50":
            values[key] = ("ratio", _plain(amount * 100))
        else:
            values[key] = _amount(amount)
    return values


def _rd_report(case: Case) -> dict[str, Value]:
    report = case.rd_report
    active = report.active_count
    return {
        "parts": ("choices", list(report.parts)),
        "parameter_count": ("count", _plain(report.parameter_count)),
        "parameter_count_active": ("count", _plain(active) if active is not None else None),
        "training_data": ("decimal", _plain(report.training_data)),
        "base_model": _text(report.base_model),
        "rd_period_start": ("month", f"{report.rd_period_start:%Y-%m}"),
        "rd_period_end": ("month", f"{report.rd_period_end:%Y-%m}"),
    }


def _credit(case: Case) -> dict[str, Value]:
    report = case.credit
    penalties = [
        {"number": p.number, "decided_on": p.decided_on.isoformat(), "content": p.content}
        for p in report.penalties
    ]
    return {
        "name": _text(report.name),
        "former_names": ("list", list(report.former_names)),
        "uscc": _identifier(report.uscc),
        "legal_representative": _text(report.legal_representative),
        "penalties": ("count", str(len(report.penalties))),
        "penalty_items": ("rows", penalties),
        "dishonest": ("count", str(report.dishonest)),
        "judgment_debtor": ("count", str(report.judgment_debtor)),
        "abnormal": ("count", str(report.abnormal)),
        "reported_on": _day(report.reported_on),
    }


def _commitment(case: Case) -> dict[str, Value]:
    paper = case.commitment
    signed = ("commitment", "signature") not in case.left_out
    typed = display(case, "commitment")["unit_name"]
    return {
        "signed": ("choice", "yes" if signed else "no"),
        "legal_representative": _text(paper.signer if signed else ""),
        "unit_name": _text(typed),
        "signed_on": _day(paper.signed_on),
    }


def _certificate(paper: Certificate) -> dict[str, Value]:
    values: dict[str, Value] = {
        "number": _identifier(paper.number),
        "name": _text(paper.name),
        "owner": _text(paper.owner),
        "date": _day(paper.date),
    }
    if paper.parameter_count is not None:
        values["parameter_count"] = ("count", _plain(paper.parameter_count))
    return values


_READERS: Mapping[str, Callable[[Case], dict[str, Value]]] = {
    "cover": _cover,
    "unit_table": _unit_table,
    "model_table": _model_table,
    "business_licence": _licence,
    "tax_certificate": _tax,
    "audit_report": _audit,
    "special_audit_report": _special,
    "a100000": _a100000,
    "a107012": _a107012,
    "rd_report": _rd_report,
    "credit_report": _credit,
    "commitment": _commitment,
}
