"""The canonical values each sheet states, by the contract's keys (without the document)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from samples.canonical import (
    Value,
    amount_value,
    day_value,
    identifier_value,
    item_rows,
    plain_number,
    text_value,
)
from samples.case import Case, Sheet
from samples.certificates import Certificate
from samples.display import display
from samples.papers import BusinessLicence
from samples.stated_accounts import a100000, a107012, audit, special, tax


def stated(case: Case, sheet: Sheet) -> dict[str, Value]:
    """Key → (kind, canonical value) of everything the sheet states."""
    case = case.facts(sheet)
    certificates = {"filing", "patent", "software_copyright", "test_report", "contract"}
    if sheet.kind in certificates:
        return _certificate(case.certificates[sheet.index])
    reader = _READERS.get(sheet.kind)
    return reader(case) if reader else {}


def _cover(case: Case) -> dict[str, Value]:
    form = case.application
    return {
        "cover_unit_name": text_value(form.cover_unit_name),
        "cover_model_name": text_value(form.cover_model_name),
        "cover_model_category": ("choice", form.cover_model_category),
        "recommending_unit": text_value(form.recommending_unit),
        "contact_name": text_value(form.contact.name),
        "contact_phone": identifier_value(form.contact.phone),
        "declared_on": day_value(form.declared_on),
    }


def _unit_table(case: Case) -> dict[str, Value]:
    form = case.application
    return {
        "unit_name": text_value(form.unit_name),
        "uscc": identifier_value(form.uscc),
        "address": text_value(form.address),
        "unit_nature": ("choice", form.unit_nature),
        "consortium_members": ("list", list(form.consortium_members)),
        "principal_name": text_value(form.principal.name),
        "principal_title": text_value(form.principal.title),
        "principal_phone": identifier_value(form.principal.phone),
        "applicant_name": text_value(form.applicant.name),
        "applicant_title": text_value(form.applicant.title),
        "applicant_phone": identifier_value(form.applicant.phone),
        "revenue": amount_value(form.revenue),
        "ai_revenue": amount_value(form.ai_revenue),
        "staff_total": ("count", str(form.staff_total)),
        "rd_staff": ("count", str(form.rd_staff)),
        "introduction": text_value("".join(form.introduction)),
    }


def _model_table(case: Case) -> dict[str, Value]:
    form = case.application
    return {
        "model_name": text_value(form.model_name),
        "industry": ("choices", [form.industry]),
        "model_category": ("choice", form.model_category),
        "parameter_count": ("decimal", plain_number(form.parameter_count * 100_000_000)),
        "training_data": ("decimal", plain_number(form.training_data)),
        "model_ability": text_value("".join(form.model_ability)),
        "base_model": text_value(form.base_model),
        "service_modes": ("choices", list(form.service_modes)),
        "rd_period_start": day_value(form.rd_period_start),
        "rd_period_end": day_value(form.rd_period_end),
        "rd_cost": amount_value(form.rd_cost),
        "rd_cost_period": text_value(form.rd_cost_period),
        "rd_cost_items": item_rows(form.rd_cost_items),
    }


def _licence(case: Case) -> dict[str, Value]:
    licence = case.licence
    return {
        "uscc": identifier_value(licence.uscc),
        "name": text_value(licence.name),
        "type": text_value(licence.type),
        "legal_representative": text_value(licence.legal_representative),
        "registered_capital": amount_value(licence.registered_capital),
        "established_on": day_value(None if licence.public else licence.established_on),
        "term": _term(licence),
        "address": text_value(licence.address),
        "business_scope": text_value(licence.business_scope),
        "authority": text_value(licence.authority),
        "issued_on": day_value(licence.issued_on),
        "former_names": ("list", []),
    }


def _term(licence: BusinessLicence) -> Value:
    """The end of the term; None where the licence prints no term."""
    if licence.term is None:
        return "day", None
    end = licence.term[1]
    return "day", "长期" if end is None else end.isoformat()


def _rd_report(case: Case) -> dict[str, Value]:
    report = case.rd_report
    active = report.active_count
    return {
        "parts": ("choices", list(report.parts)),
        "parameter_count": ("decimal", plain_number(report.parameter_count)),
        "parameter_count_active": ("decimal", plain_number(active) if active is not None else None),
        "training_data": ("decimal", plain_number(report.training_data)),
        "base_model": text_value(report.base_model),
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
        "name": text_value(report.name),
        "former_names": ("list", list(report.former_names)),
        "uscc": identifier_value(report.uscc),
        "legal_representative": text_value(report.legal_representative),
        "penalties": ("count", str(len(report.penalties))),
        "penalty_items": ("rows", penalties),
        "dishonest": ("count", str(report.dishonest)),
        "judgment_debtor": ("count", str(report.judgment_debtor)),
        "abnormal": ("count", str(report.abnormal)),
        "reported_on": day_value(report.reported_on),
        **dict.fromkeys(report.counts_left_out, ("count", None)),
    }


def _commitment(case: Case) -> dict[str, Value]:
    paper = case.commitment
    signed = ("commitment", "signature") not in case.left_out
    typed = display(case, "commitment")["unit_name"]
    return {
        "signed": ("choice", "yes" if signed else "no"),
        "legal_representative": text_value(paper.signer if signed else ""),
        "unit_name": text_value(typed),
        "signed_on": day_value(paper.signed_on),
    }


def _certificate(paper: Certificate) -> dict[str, Value]:
    values: dict[str, Value] = {
        "number": identifier_value(paper.number),
        "name": text_value(paper.name),
        "owner": text_value(paper.owner),
        "date": day_value(paper.date),
    }
    if paper.parameter_count is not None:
        values["parameter_count"] = ("decimal", plain_number(paper.parameter_count))
    return values


_READERS: Mapping[str, Callable[[Case], dict[str, Value]]] = {
    "cover": _cover,
    "unit_table": _unit_table,
    "model_table": _model_table,
    "business_licence": _licence,
    "tax_certificate": tax,
    "audit_report": audit,
    "special_audit_report": special,
    "a100000": a100000,
    "a107012": a107012,
    "rd_report": _rd_report,
    "credit_report": _credit,
    "commitment": _commitment,
}
