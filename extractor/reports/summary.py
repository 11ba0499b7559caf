"""The declared form, line by line, with what the evidence says: what every report shows first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from extractor.reports.amounts import wan_yuan, yuan
from extractor.reports.wording import CHOICE_WORDS, FIRST_SHOWN, KINDS
from models.document import DocumentKind
from models.extraction import FieldStatus
from models.finding import Outcome
from models.report import Canonical, Report, ReportEvidence, ReportField, ReportFinding, ReportValue

HUNDRED_MILLION = 100_000_000
_OTHERS_SHOWN = 3
"""Values of one finding in a line of the summary; the finding itself shows all."""


@dataclass(frozen=True)
class Comparison:
    """One finding on a declared value: what the evidence says and where."""

    rule: str
    outcome: Outcome
    message: str
    other: str
    """The value of the evidence, as a reviewer reads it; empty where the rule reads no other."""
    place: str
    """Document and page."""
    evidence: tuple[ReportEvidence, ...] = ()
    """Where the other value was read."""


@dataclass(frozen=True)
class SummaryLine:
    """One declared value with everything that was checked about it."""

    label: str
    declared: str
    status: FieldStatus
    comparisons: tuple[Comparison, ...]
    """With another document, or with something to say; the most serious first."""
    passed_alone: int = 0
    """How many further rules read the value and had nothing to say."""
    evidence: tuple[ReportEvidence, ...] = ()


def declared_lines(report: Report) -> tuple[SummaryLine, ...]:
    """Every field of the sealed form, in the form's order."""
    form = next((each for each in report.documents if each.kind == "application_form"), None)
    if form is None:
        return ()
    return tuple(_line(report, form.id, field) for field in form.fields)


def _line(report: Report, form: str, field: ReportField) -> SummaryLine:
    findings = [
        finding
        for finding in ordered_findings(report)
        if finding.outcome != "not_applicable" and _reads(finding, form, field.key)
    ]
    told = [
        finding
        for finding in findings
        if finding.outcome != "passed"
        or any(value.document != form and value.value is not None for value in finding.values)
    ]
    return SummaryLine(
        label=field.label,
        declared=shown(field.key, field.value),
        status=field.status,
        comparisons=tuple(_comparison(finding, report, form, field.key) for finding in told),
        passed_alone=len(findings) - len(told),
        evidence=tuple(field.evidence),
    )


def _reads(finding: ReportFinding, document: str, key: str) -> bool:
    return any(value.field == key and value.document == document for value in finding.values)


def _comparison(finding: ReportFinding, report: Report, form: str, key: str) -> Comparison:
    others = _others(finding, form, key)
    shown_values = (
        shown(each.field, each.value) for each in others if each.value not in (None, [])
    )
    return Comparison(
        rule=finding.rule,
        outcome=finding.outcome,
        message=finding.message,
        other="；".join(dict.fromkeys(shown_values)),
        place="；".join(dict.fromkeys(place_of(report, each) for each in others)),
        evidence=tuple(each for value in others for each in value.evidence[:1]),
    )


def _others(finding: ReportFinding, form: str, key: str) -> list[ReportValue]:
    """What the finding holds against the declared value, the nearest kin of it first.

    The same field in a copy; else values of other documents; else other values of the form.
    """
    copies = [each for each in finding.values if each.field == key and each.document != form]
    elsewhere = [each for each in finding.values if each.document != form]
    beside = [each for each in finding.values if each.field != key]
    return (copies or elsewhere or beside)[:_OTHERS_SHOWN]


def place_of(report: Report, value: ReportValue) -> str:
    """Document and page of a value: ``审计报告 第 8 页``."""
    kind = value.document.rpartition("-")[0]
    name = next((word for each, word in KINDS.items() if each == kind), value.document)
    pages = list(dict.fromkeys(page_of(report, each) for each in value.evidence))
    return f"{name} {'、'.join(pages)}".strip()


def page_of(report: Report, evidence: ReportEvidence) -> str:
    """The page of a piece of evidence, with the file's name where there are several files."""
    if evidence.page is None:
        return f"Word「{evidence.text}」"
    page = f"第 {evidence.page} 页"
    files = report.submission.files
    return page if len(files) == 1 else f"{files[evidence.file].name} {page}"


def shown(key: str, value: Canonical | None) -> str:
    """A canonical value as a reviewer reads it, in the form's own unit."""
    match value:
        case None:
            return "—"
        case str():
            return _shown_text(key, value)
        case list():
            if not value:
                return "无"
            return "；".join(
                CHOICE_WORDS.get(item, item) if isinstance(item, str) else _record(item)
                for item in value
            )
        case dict():
            return f"{len(value)} 行"
    raise TypeError(f"no way to show {type(value).__name__}")


def _shown_text(key: str, value: str) -> str:
    kind, _, name = key.partition(".")
    if value in CHOICE_WORDS:
        return CHOICE_WORDS[value]
    if name == "parameter_count" and value.isdigit():
        return f"{int(value) / HUNDRED_MILLION:g} 亿"
    if not _is_amount(value):
        return value
    return wan_yuan(value) if kind == "application_form" else yuan(value)


def _record(record: dict[str, str | None]) -> str:
    return " ".join(
        "—" if cell is None else yuan(cell) if _is_amount(cell) else cell
        for cell in record.values()
    )


def _is_amount(value: str) -> bool:
    """Whether it has the canonical form of an amount: two decimals, perhaps a currency before."""
    digits = value.rpartition(" ")[2].removeprefix("-")
    whole, point, cents = digits.partition(".")
    return point == "." and whole.isdigit() and cents.isdigit() and len(cents) == 2


def outcome_counts(report: Report) -> dict[Outcome, int]:
    """How many findings there are of each outcome, what needs a person first."""
    counts = Counter(finding.outcome for finding in report.findings)
    return {outcome: counts[outcome] for outcome in FIRST_SHOWN if counts[outcome]}


def ordered_findings(report: Report) -> list[ReportFinding]:
    """The findings, what needs a person first, severe before slight."""
    return sorted(
        report.findings,
        key=lambda each: (FIRST_SHOWN.index(each.outcome), each.severity, each.rule),
    )


def kind_title(kind: DocumentKind) -> str:
    """The Chinese name of a document kind."""
    return KINDS[kind]
