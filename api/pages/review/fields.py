"""The fields of a report, grouped by document, as the review page lists them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from api.pages.review.places import Indexes, Spot, is_word, page_indexes, spots
from extractor.reports.summary import page_of, shown
from extractor.reports.wording import CHOICE_WORDS, KINDS
from models.document import DocumentKind
from models.extraction import FieldStatus
from models.finding import Outcome
from models.report import Canonical, Report, ReportDocument, ReportField

_AMOUNT = re.compile(r"-?\d+\.\d\d")
"""As report.json writes it."""
_UNSURE: tuple[FieldStatus, ...] = ("doubtful", "unreadable")
_QUIET: tuple[Outcome, ...] = ("passed", "not_applicable")
_WITH_UNIT = ("application_form.parameter_count",)
"""Read in the unit the form prints where none is typed: 亿."""
_ONE_LINE = (
    "choices",
    "list",
    "text",
    "identifier",
    "choice",
    "amount",
    "count",
    "ratio",
    "decimal",
    "day",
    "month",
)
_FORMATS = {
    "amount": "金额，请带单位，如 1,234.56 万元；不写单位时按原件所印单位",
    "count": "整数",
    "ratio": "百分数，不写百分号",
    "decimal": "数字",
    "day": "日期，如 2025-03-01；长期有效写“长期”",
    "month": "年月，如 2025-03；长期有效写“长期”",
    "choice": "选项，按表上印的字样",
    "choices": "选项，用顿号分开；没有写“无”",
    "list": "用顿号分开；没有写“无”",
    "rows": "表格，逐格更正",
}


@dataclass(frozen=True)
class Cell:
    """One cell of a table."""

    shown: str
    figure: bool = False
    """Whether it is an amount, which stands at the right."""


@dataclass(frozen=True)
class ReadingRule:
    """A rule that reads a field, and what it says now."""

    code: str
    outcome: Outcome


@dataclass(frozen=True)
class Corrected:
    """The newest correction of a field."""

    id: str
    number: int
    by: str
    at: str
    withdrawn: bool


@dataclass(frozen=True)
class FieldRow:
    """One value with its state, places and the rules that read it."""

    document: str
    key: str
    label: str
    kind: str
    shown: str
    """As a reviewer reads it."""
    plain: str
    """The value as text to edit: amounts with their unit, for one without is in the unit that the
    page prints; lists with 、 between, tables as JSON."""
    text: str
    """As it stands on the page, where that differs from what is shown."""
    status: FieldStatus
    doubts: tuple[str, ...]
    other_readings: tuple[str, ...]
    place: str
    spots: tuple[Spot, ...]
    rules: tuple[ReadingRule, ...]
    corrected: Corrected | None
    """The newest correction, withdrawn or not; the machine never overwrites a person's value."""
    stated: bool
    """Whether there is a value that a person can accept."""
    table: tuple[Mapping[str, Cell], ...]
    """The records of a table; empty for everything else."""

    @property
    def by_person(self) -> bool:
        """Whether the value is a person's."""
        return self.corrected is not None and not self.corrected.withdrawn

    @property
    def version(self) -> int:
        """The number of the newest correction, 0 for the machine's value: the field's ETag."""
        return 0 if self.corrected is None else self.corrected.number

    @property
    def unresolved(self) -> bool:
        """Whether a person still has to look at it."""
        return self.status in _UNSURE and not self.by_person

    @property
    def disputed(self) -> bool:
        """Whether a rule that needs a person reads it: it is likely to be opened or corrected."""
        return any(rule.outcome not in _QUIET for rule in self.rules)

    @property
    def id(self) -> str:
        """``tax_certificate-1/tax_certificate.total_amount``: unique within the report."""
        return f"{self.document}/{self.key}"

    @property
    def one_line(self) -> bool:
        """Whether the value is edited in a single line."""
        return self.kind in _ONE_LINE

    @property
    def format(self) -> str:
        """How a value of this kind is written."""
        return _FORMATS.get(self.kind, "")


@dataclass(frozen=True)
class DocumentGroup:
    """A document with its fields, those a person has to look at first."""

    id: str
    kind: DocumentKind
    title: str
    printed_title: str
    pages: str
    first_page: int
    """Index of its first page."""
    fields: tuple[FieldRow, ...]

    @property
    def unresolved(self) -> int:
        """How many fields a person still has to look at."""
        return sum(field.unresolved for field in self.fields)


ByField = Mapping[tuple[str, str], Corrected]
"""The newest correction by document and key."""


def document_groups(report: Report, corrected: ByField) -> tuple[DocumentGroup, ...]:
    """Every document that states something, in page order; unresolved fields first in each."""
    reading = _rules_by_field(report)
    indexes = page_indexes(report)
    return tuple(
        _group(report, indexes, document, reading, corrected)
        for document in report.documents
        if document.fields
    )


def _group(
    report: Report,
    indexes: Indexes,
    document: ReportDocument,
    reading: Mapping[tuple[str, str], tuple[ReadingRule, ...]],
    corrected: ByField,
) -> DocumentGroup:
    rows = [
        _row(
            report,
            indexes,
            document.id,
            field,
            reading.get((document.id, field.key), ()),
            corrected.get((document.id, field.key)),
        )
        for field in document.fields
    ]
    numbers = [str(page.number) for page in document.pages]
    return DocumentGroup(
        id=document.id,
        kind=document.kind,
        title=f"{KINDS[document.kind]}（Word）"
        if _in_word(report, document)
        else KINDS[document.kind],
        printed_title=document.title,
        pages="、".join(numbers),
        first_page=indexes.get((document.pages[0].file, document.pages[0].number), 0)
        if document.pages
        else 0,
        fields=tuple(sorted(rows, key=lambda row: not row.unresolved)),
    )


def _row(
    report: Report,
    indexes: Indexes,
    document: str,
    field: ReportField,
    reading: tuple[ReadingRule, ...],
    corrected: Corrected | None,
) -> FieldRow:
    words = shown(field.key, field.value)
    pages = dict.fromkeys(page_of(report, each) for each in field.evidence if each.page is not None)
    return FieldRow(
        document=document,
        key=field.key,
        label=field.label,
        kind=field.kind,
        shown=words,
        plain=editable(field),
        text=field.text if field.text not in ("", words) and len(field.text) < 200 else "",
        status=field.status,
        doubts=tuple(field.doubts),
        other_readings=tuple(
            dict.fromkeys(each.other_reading for each in field.evidence if each.other_reading)
        ),
        place="、".join(pages) or ("Word 文件" if field.evidence else ""),
        spots=spots(indexes, field.evidence),
        rules=reading,
        corrected=corrected,
        stated=field.value is not None,
        table=_table(field.value),
    )


def editable(field: ReportField) -> str:
    """The value as text that a person edits and the service understands again."""
    match field.value:
        case None:
            return ""
        case str(value):
            bare = field.key.startswith("a107012.")
            if (field.kind == "amount" and not bare) or field.key in _WITH_UNIT:
                return shown(field.key, value)
            return CHOICE_WORDS.get(value, value) if field.kind == "choice" else value
        case list(items) if all(isinstance(item, str) for item in items) and field.kind != "rows":
            return "、".join(CHOICE_WORDS.get(str(item), str(item)) for item in items) or "无"
        case value:
            return json.dumps(value, ensure_ascii=False)


def _in_word(report: Report, document: ReportDocument) -> bool:
    return bool(document.pages) and is_word(report.submission.files[document.pages[0].file])


def _table(value: Canonical | None) -> tuple[Mapping[str, Cell], ...]:
    """The records of a table, choices in words; a numbered sheet becomes rows of number and value."""
    match value:
        case dict():
            return tuple(
                {"行次": Cell(number), "金额": _cell(amount)} for number, amount in value.items()
            )
        case list():
            return tuple(
                {name: _cell(cell) for name, cell in item.items()}
                for item in value
                if isinstance(item, dict)
            )
        case _:
            return ()


def _cell(text: str | None) -> Cell:
    """Amounts as the other pages write them, choices in words."""
    if text is None:
        return Cell("—")
    if _AMOUNT.fullmatch(text):
        return Cell(f"{Decimal(text):,.2f}", figure=True)
    return Cell(CHOICE_WORDS.get(text, text))


def _rules_by_field(report: Report) -> dict[tuple[str, str], tuple[ReadingRule, ...]]:
    """For each document and key the rules that read it, in the catalogue's order."""
    found: dict[tuple[str, str], dict[str, ReadingRule]] = {}
    for finding in report.findings:
        for value in finding.values:
            rules = found.setdefault((value.document, value.field), {})
            rules[finding.rule] = ReadingRule(finding.rule, finding.outcome)
    return {place: tuple(rules.values()) for place, rules in found.items()}
