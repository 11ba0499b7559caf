"""What is different between two reports: fields, findings, pages, the verdict."""

from __future__ import annotations

from models.document import DocumentKind
from models.extraction import FieldStatus
from models.finding import Outcome, Severity, Verdict
from models.frozen import Frozen
from models.report import Canonical, Report, ReportField


class FieldState(Frozen):
    """A field in one of the reports."""

    value: Canonical | None
    text: str
    status: FieldStatus
    by_person: bool


class FieldChange(Frozen):
    """A field that differs; None where a report has no such field."""

    document: str
    """Its id in the later report, in the earlier one where the later has it no more."""
    key: str
    label: str
    before: FieldState | None
    after: FieldState | None


class FindingState(Frozen):
    """A finding in one of the reports."""

    outcome: Outcome
    severity: Severity
    message: str


class FindingChange(Frozen):
    """A finding that differs."""

    rule: str
    title: str
    before: FindingState | None
    after: FindingState | None


class KindCount(Frozen):
    """How many pages of a kind each report has, where that differs."""

    kind: DocumentKind
    before: int
    after: int


class Comparison(Frozen):
    """Everything that differs from the earlier report to the later."""

    verdict_before: Verdict
    verdict_after: Verdict
    fields: list[FieldChange]
    findings: list[FindingChange]
    pages: list[KindCount]


def compared(before: Report, after: Report) -> Comparison:
    """What is different; documents are the same where kind and running number are."""
    return Comparison(
        verdict_before=before.verdict,
        verdict_after=after.verdict,
        fields=_fields(before, after),
        findings=_findings(before, after),
        pages=_pages(before, after),
    )


def _fields(before: Report, after: Report) -> list[FieldChange]:
    were, are = _by_place(before), _by_place(after)
    changes = []
    for place in dict.fromkeys((*are, *were)):
        old, new = were.get(place), are.get(place)
        if _state(old) == _state(new):
            continue
        field = new or old
        assert field is not None, "the place is of one of the two"
        changes.append(
            FieldChange(
                document=place[0],
                key=place[1],
                label=field.label,
                before=_state(old),
                after=_state(new),
            )
        )
    return changes


def _by_place(report: Report) -> dict[tuple[str, str], ReportField]:
    return {
        (document.id, field.key): field
        for document in report.documents
        for field in document.fields
    }


def _state(field: ReportField | None) -> FieldState | None:
    if field is None:
        return None
    return FieldState(
        value=field.value,
        text=field.text,
        status=field.status,
        by_person=field.machine is not None,
    )


def _findings(before: Report, after: Report) -> list[FindingChange]:
    were = {each.rule: each for each in before.findings}
    are = {each.rule: each for each in after.findings}
    changes = []
    for rule in dict.fromkeys((*are, *were)):
        states = [
            None
            if found is None
            else FindingState(outcome=found.outcome, severity=found.severity, message=found.message)
            for found in (were.get(rule), are.get(rule))
        ]
        if states[0] != states[1]:
            title = (are.get(rule) or were[rule]).title
            changes.append(FindingChange(rule=rule, title=title, before=states[0], after=states[1]))
    return changes


def _pages(before: Report, after: Report) -> list[KindCount]:
    kinds = dict.fromkeys(page.kind for report in (before, after) for page in report.pages)
    counts = [
        KindCount(
            kind=kind,
            before=sum(page.kind == kind for page in before.pages),
            after=sum(page.kind == kind for page in after.pages),
        )
        for kind in kinds
    ]
    return [each for each in counts if each.before != each.after]
