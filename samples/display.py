"""Turns a case into the strings its sheets print.

How nil amounts, days and units look is drawn per case, as offices differ in it; what is drawn never
changes a value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from samples import money, texts
from samples.account_display import audit_report, cit_other, special_audit_report, tax_certificate
from samples.case import Case, Sheet
from samples.chapters import report_sections
from samples.form_display import cover, model_table, unit_table
from samples.offices import opinion
from samples.papers import BusinessLicence, Penalty
from samples.returns_display import return_sheet
from samples.sheets import (
    Blank,
    Certificate,
    Commitment,
    Contents,
    CreditCount,
    CreditReport,
    OfficePaper,
    RdReport,
)
from samples.sheets import BusinessLicence as LicenceSheet
from samples.sheets import Penalty as PenaltyRow


def display(case: Case, kind: str, index: int = 0) -> dict[str, Any]:
    """What ``samples.sheets.SHEETS[kind]`` asks for; index counts sheets of one kind from 0.

    A contents page comes out empty here: its page numbers are known only once all else is set.
    """
    case = case.facts(Sheet(kind, index))
    if kind in {"filing", "patent", "software_copyright", "test_report", "contract"}:
        return dict(_certificate(case, index))
    return dict(_SHEETS[kind](case, Random(f"display-{case.seed}-{kind}")))


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
        term = f"自{term}" if licence.public else term
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


def _return(name: str) -> Callable[[Case, Random], Mapping[str, Any]]:
    def sheet(case: Case, random: Random) -> Mapping[str, Any]:
        return return_sheet(case.a100000 if name == "a100000" else case.a107012, random)

    return sheet


def _rd_report(case: Case, random: Random) -> Mapping[str, Any]:
    report, form = case.rd_report, case.application
    scene = form.model_ability[0].split("（")[1].split("、")[0]
    return RdReport(
        title=f"{report.model_name}研发情况报告",
        sections=report_sections(report, form.model_category, scene),
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
            if field not in report.counts_left_out
        ],
        omitted=[label for label, _, field in counts if field in report.counts_left_out],
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
        clauses=[texts.CLAUSES[number - 1] for number in case.commitment.clauses],
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


def _office_paper(case: Case) -> Mapping[str, Any]:
    form = case.application
    paper = case.office_paper or opinion(form.unit_name, form.recommending_unit, form.declared_on)
    return OfficePaper(
        heading=paper.heading,
        paragraphs=list(paper.paragraphs),
        office=paper.office,
        day=texts.day(paper.signed_on),
    )


_SHEETS: Mapping[str, Callable[[Case, Random], Mapping[str, Any]]] = {
    "cover": cover,
    "unit_table": lambda case, random: unit_table(case.application, random),
    "model_table": lambda case, random: model_table(case.application, random),
    "business_licence": _business_licence,
    "firm_licence": _firm_licence,
    "tax_certificate": tax_certificate,
    "audit_report": audit_report,
    "special_audit_report": special_audit_report,
    "a100000": _return("a100000"),
    "a107012": _return("a107012"),
    "cit_other": cit_other,
    "rd_report": _rd_report,
    "credit_report": _credit_report,
    "commitment": _commitment,
    "toc": lambda case, random: Contents(entries=[]),
    "blank": lambda case, random: Blank(),
    "office_paper": lambda case, random: _office_paper(case),
}
