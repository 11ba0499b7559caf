"""The period resolver: figures are compared only where entity, scope and year are the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from extractor.programmes.programme import Programme
from extractor.rules.choosing import YEAR_FIELDS, Applicant, year_of
from models.document import DocumentKind
from models.extraction import Choice, Day, Extraction
from models.finding import Disagreement, Severity

WITH_PRIOR = frozenset(
    (
        "revenue",
        "operating_cost",
        "rd_expense",
        "operating_profit",
        "total_profit",
        "income_tax",
        "net_profit",
        "total_assets",
        "total_liabilities",
        "total_equity",
    )
)
"""Figures of the audit report that have a comparative column."""

_FIGURES: Mapping[DocumentKind, frozenset[str]] = {
    "application_form": frozenset(("revenue", "ai_revenue", "rd_cost", "rd_cost_items")),
    "audit_report": WITH_PRIOR
    | {
        "income_statement",
        "balance_sheet",
        "consolidated_revenue",
        "consolidated_net_profit",
        "consolidated_total_assets",
    },
    "special_audit_report": frozenset(("rd_cost", "items")),
    "a100000": frozenset(("rows", "revenue", "rd_expense", "total_profit", "super_deduction")),
}
TAX_SHEETS = ("a100000", "a107012")
_NAMES: Mapping[DocumentKind, str] = {
    "application_form": "申报书",
    "audit_report": "审计报告",
    "special_audit_report": "专项审计报告",
    "a100000": "A100000",
    "a107012": "A107012",
}


@dataclass(frozen=True)
class Alignment:
    """In which column the figures of one year stand, or why there is none."""

    prior: bool = False
    """Whether the audit report's comparative column is the one of the wanted year."""
    note: str = ""
    said: Disagreement | None = None
    """Why the figures can't be compared."""
    rests_on: tuple[tuple[Extraction, str], ...] = ()
    """Documents with the field that says their year."""


def is_figure(kind: DocumentKind, name: str) -> bool:
    """Whether the field is a sum of a period."""
    return name.startswith("row_") if kind == "a107012" else name in _FIGURES.get(kind, ())


def alignment(
    figures: Sequence[tuple[Extraction, str]],
    applicant: Applicant,
    programme: Programme,
    submitted_on: date,
    severity: Severity,
) -> Alignment:
    """How the figures a rule reads can be compared.

    Args:
        figures: each figure's document and name.
        applicant: whose papers they should be.
        programme: the notice.
        submitted_on: when they were handed in.
        severity: the rule's own.

    Returns:
        An empty alignment where all figures stand on one document.
    """
    documents = {each.document: each for each, _ in figures}
    if len({each.kind for each in documents.values()}) < 2:
        return Alignment()
    dated = tuple(
        (each, YEAR_FIELDS[each.kind]) for each in documents.values() if each.kind in YEAR_FIELDS
    )
    problem = _other_entity(documents, applicant, severity) or _other_scope(figures, severity)
    if problem is not None:
        return Alignment(said=problem, rests_on=dated)
    unknown = [each for each, _ in dated if year_of(each) is None]
    if unknown:
        return Alignment(said=_year_unknown(unknown, severity), rests_on=dated)
    return _in_one_year(figures, dated, programme, submitted_on, severity)


def _in_one_year(
    figures: Sequence[tuple[Extraction, str]],
    dated: tuple[tuple[Extraction, str], ...],
    programme: Programme,
    submitted_on: date,
    severity: Severity,
) -> Alignment:
    years = {each.kind: year_of(each) for each, _ in dated}
    declared = any(each.kind == "application_form" for each, _ in figures)
    others = {year for kind, year in years.items() if kind != "audit_report"}
    wanted: set[int | None] = {programme.year} if declared else others or set(years.values())
    wrong = [each for each, _ in dated if not _covers(each, programme, wanted)]
    if not wrong:
        return Alignment(rests_on=dated)
    audits = [name for each, name in figures if each.kind == "audit_report"]
    if (
        [each.kind for each in wrong] == ["audit_report"]
        and wanted == {(year_of(wrong[0]) or 0) - 1}
        and all(_has_prior(wrong[0], name) for name in audits)
    ):
        note = f"取{_NAMES['audit_report']}上期金额（{wanted.copy().pop()}年度）"
        return Alignment(prior=True, note=note, rests_on=dated)
    return Alignment(
        said=_other_year(wrong, dated, declared, programme, submitted_on, severity),
        rests_on=dated,
    )


def _covers(extraction: Extraction, programme: Programme, wanted: set[int | None]) -> bool:
    """Whether the document is about the one wanted year; a special audit about the cost period."""
    if extraction.kind != "special_audit_report":
        return wanted == {year_of(extraction)}
    period = extraction.period
    start, end = extraction.field("period_start"), extraction.field("period_end")
    first = start.value.value if start and isinstance(start.value, Day) else None
    last = end.value.value if end and isinstance(end.value, Day) else None
    first = first or (period.start if period else None)
    last = last or (period.end if period else None)
    return first == programme.cost_period.start and last in programme.cost_period.ends


def _has_prior(report: Extraction, name: str) -> bool:
    prior = report.field(f"{name}_prior")
    return name in WITH_PRIOR and prior is not None and prior.status != "missing"


def _other_entity(
    documents: Mapping[str, Extraction], applicant: Applicant, severity: Severity
) -> Disagreement | None:
    strangers = [each for each in documents.values() if applicant.is_on(each) is False]
    if not strangers:
        return None
    papers = "、".join(_NAMES.get(each.kind, each.document) for each in strangers)
    return Disagreement(
        severity=severity,
        message=f"{papers}的主体不是申报单位，金额不作比较",
        outcome="not_comparable",
    )


def _other_scope(
    figures: Sequence[tuple[Extraction, str]], severity: Severity
) -> Disagreement | None:
    for extraction, name in figures:
        if extraction.kind != "audit_report" or name.startswith("consolidated_"):
            continue
        field = extraction.field("scope")
        stated = field.value if field is not None and field.status == "sure" else None
        if stated == Choice(value="consolidated") or extraction.scope == "consolidated":
            return Disagreement(
                severity=severity,
                message="审计报告仅有合并报表，没有申报单位自身（母公司）报表，口径不同，金额不作比较",
                outcome="not_comparable",
            )
    return None


def _year_unknown(unknown: Sequence[Extraction], severity: Severity) -> Disagreement:
    papers = "、".join(_NAMES[each.kind] for each in unknown)
    return Disagreement(
        severity=severity,
        message=f"未能识别{papers}所属年度，无法确认期间一致，请核对原件",
        outcome="unreadable",
    )


def _other_year(
    wrong: Sequence[Extraction],
    dated: Sequence[tuple[Extraction, str]],
    declared: bool,
    programme: Programme,
    submitted_on: date,
    severity: Severity,
) -> Disagreement:
    papers = "，".join(f"{_NAMES[each.kind]}为{_period_of(each)}" for each, _ in dated)
    if declared:
        papers = f"申报书为{programme.year}年度，{papers}"
    last_year = programme.year - 1
    not_due = submitted_on <= programme.tax_return_due and all(
        each.kind in TAX_SHEETS and year_of(each) == last_year for each in wrong
    )
    why = f"（{programme.year}年度汇算清缴尚未到期，可接受）" if not_due else ""
    return Disagreement(
        severity="D" if not_due else severity,
        message=f"{papers}，期间不同，金额不作比较{why}",
        outcome="not_comparable",
    )


def _period_of(extraction: Extraction) -> str:
    if extraction.kind != "special_audit_report" or extraction.period is None:
        return f"{year_of(extraction)}年度"
    return f"{extraction.period.start.isoformat()} 至 {extraction.period.end.isoformat()}"
