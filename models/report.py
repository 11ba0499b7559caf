"""report.json as the contract has it (schema heyan.report/1), and how values are written there."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field as Described

from models.document import DocumentKind, Source
from models.extraction import (
    Amount,
    Choices,
    Count,
    Day,
    Evidence,
    Field,
    FieldStatus,
    Month,
    Number,
    NumberedAmounts,
    Ratio,
    Rows,
    TextList,
    Value,
)
from models.finding import Citation, Outcome, Severity, Verdict
from models.frozen import Frozen

SCHEMA: Literal["heyan.report/1"] = "heyan.report/1"
OPEN_END = "长期"

Canonical = str | list[str] | list[dict[str, str | None]] | dict[str, str | None]
"""A value as report.json writes it."""

Box = tuple[float, float, float, float]


def canonical(value: Value) -> Canonical:
    """The value in the contract's form: 元 with two decimals, ISO dates, plain strings."""
    match value:
        case Amount(value=amount, currency=currency):
            written = f"{amount.quantize(Decimal('0.01')):f}"
            return written if currency == "CNY" else f"{currency} {written}"
        case Count(value=count):
            return str(count)
        case Ratio(value=number) | Number(value=number):
            return plain(number)
        case Day(value=day):
            return OPEN_END if day is None else day.isoformat()
        case Month(year=year, month=month):
            return OPEN_END if year is None else f"{year:04d}-{month:02d}"
        case Choices(values=values) | TextList(values=values):
            return list(values)
        case Rows(records=records):
            return [{name: _scalar(cell) for name, cell in record.items()} for record in records]
        case NumberedAmounts(amounts=amounts):
            return {number: _scalar(amount) for number, amount in amounts.items()}
        case _:
            return value.value


def _scalar(value: Value | None) -> str | None:
    written = None if value is None else canonical(value)
    if written is not None and not isinstance(written, str):
        raise TypeError(f"{type(value).__name__} can't stand in a table cell")
    return written


def plain(number: Decimal) -> str:
    """A decimal without exponent and without trailing zeros after the point."""
    written = f"{number:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


class ReportFile(Frozen):
    """A file of the submission."""

    name: str
    sha256: str
    media_type: str
    pages: int


class ReportSubmission(Frozen):
    """What was handed in and when."""

    name: str
    submitted_on: str
    files: list[ReportFile]


class ReportSeal(Frozen):
    """A seal on a page."""

    text: str
    box: Box
    confidence: float
    certain: bool = False


class ReportCode(Frozen):
    """A code on a page."""

    text: str
    box: Box


class ReportPage(Frozen):
    """A page: its kind, its turn, its seals."""

    file: int
    number: int
    kind: DocumentKind
    confidence: float
    turned: int
    size: tuple[int, int]
    seals: list[ReportSeal]
    codes: list[ReportCode]


class ReportPageNumber(Frozen):
    """A page by file and number."""

    file: int
    number: int


class ReportEvidence(Frozen):
    """Where a value was read."""

    file: int
    page: int | None
    box: Box | None
    text: str
    confidence: float
    source: Source
    other_reading: str | None = None


class ReportMachineReading(Frozen):
    """What the machine read where a person stated the value."""

    value: Canonical | None
    text: str
    confidence: float
    status: FieldStatus
    evidence: list[ReportEvidence]
    doubts: list[str] = Described(default_factory=list)


class ReportField(Frozen):
    """A value as read, in canonical form."""

    key: str
    label: str
    kind: str
    value: Canonical | None
    text: str
    confidence: float
    status: FieldStatus
    evidence: list[ReportEvidence]
    doubts: list[str] = Described(default_factory=list)
    machine: ReportMachineReading | None = None
    """Given only where a person corrected or confirmed the value."""


class ReportDocument(Frozen):
    """A document with its fields."""

    id: str
    kind: DocumentKind
    title: str
    pages: list[ReportPageNumber]
    attachments: list[ReportPageNumber] = Described(default_factory=list)
    fields: list[ReportField]


class ReportValue(Frozen):
    """A value a finding rests on."""

    document: str
    field: str
    label: str
    value: Canonical | None
    text: str
    evidence: list[ReportEvidence]


class ReportFinding(Frozen):
    """What one rule says."""

    rule: str
    title: str
    severity: Severity
    outcome: Outcome
    message: str
    values: list[ReportValue]
    pages: list[ReportPageNumber] = Described(default_factory=list)
    """Pages it is about as pages: the contents page, two papers in the wrong order."""
    source: Citation


class Produced(Frozen):
    """What made the report and how long it took."""

    version: str
    engine: str
    weights: dict[str, str]
    seconds: float
    pages_per_minute: float


class Report(Frozen):
    """findings + verdict + evidence: the whole of report.json."""

    schema_: Literal["heyan.report/1"] = Described(default=SCHEMA, alias="schema")
    programme: str
    submission: ReportSubmission
    pages: list[ReportPage]
    documents: list[ReportDocument]
    findings: list[ReportFinding]
    not_checked: list[str]
    verdict: Verdict
    produced: Produced


def report_evidence(evidence: Evidence) -> ReportEvidence:
    """Evidence in the contract's form."""
    box = evidence.box
    return ReportEvidence(
        file=evidence.file,
        page=evidence.page,
        box=None if box is None else (box.left, box.top, box.right, box.bottom),
        text=evidence.text,
        confidence=evidence.confidence,
        source=evidence.source,
        other_reading=evidence.other_reading,
    )


def _written_kind(field: Field) -> str:
    """The contract's kind: the value's own where it is finer (a day where months are asked)."""
    kind = field.kind if field.value is None else field.value.kind
    return "rows" if kind == "numbered_amounts" else kind


def _machine_reading(field: Field) -> ReportMachineReading:
    return ReportMachineReading(
        value=None if field.value is None else canonical(field.value),
        text=field.text,
        confidence=round(field.confidence, 4),
        status=field.status,
        evidence=[report_evidence(each) for each in field.evidence],
        doubts=list(field.doubts),
    )


def report_field(field: Field) -> ReportField:
    """A field in the contract's form."""
    return ReportField(
        key=field.key,
        label=field.label,
        kind=_written_kind(field),
        value=None if field.value is None else canonical(field.value),
        text=field.text,
        confidence=round(field.confidence, 4),
        status=field.status,
        evidence=[report_evidence(each) for each in field.evidence],
        doubts=list(field.doubts),
        machine=None if field.machine is None else _machine_reading(field.machine),
    )
