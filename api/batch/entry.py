"""What a batch keeps of each submission: enough to know what is left to do, and to sum up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from models.batch import Problem, SubmissionSummary
from models.duplicate import Fingerprint
from models.extraction import FieldStatus, SourceFile
from models.finding import Outcome, Severity, Verdict
from models.frozen import Frozen
from models.report import Report

OPEN: frozenset[Outcome] = frozenset(
    {"failed", "missing", "doubtful", "unreadable", "not_comparable"}
)
"""Outcomes that need a person."""
BINS = 10
"""Of the histogram of confidences, from 0 to 1."""
PASSING: frozenset[str] = frozenset({"OOM", "TIMEOUT", "CRASH", "CHANGED"})
"""Classes of problems that may be gone at the next run, which therefore tries again."""


class RowFinding(Frozen):
    """A finding that needs a person."""

    rule: str
    title: str
    severity: Severity
    outcome: Outcome
    message: str


class Collected(Frozen):
    """What the notice's 汇总表 asks of a submission, as declared."""

    unit: str = ""
    model: str = ""
    category: str = ""
    industry: str = ""
    description: str = ""
    contact: str = ""
    phone: str = ""
    city: str = ""


class Row(Frozen):
    """One submission in the summary."""

    name: str
    pages: int = 0
    verdict: Verdict | None = None
    outcomes: dict[str, Outcome] = {}
    """Rule → outcome, of every rule."""
    findings: tuple[RowFinding, ...] = ()
    problems: tuple[Problem, ...] = ()
    statuses: dict[FieldStatus, int] = {}
    """How many fields there are of each status."""
    confidences: tuple[int, ...] = (0,) * BINS
    """How many values were read with a confidence in each tenth."""
    seconds: float = 0.0
    """From opening its files to its report; not what a later recheck took."""
    collected: Collected = Collected()
    fingerprint: Fingerprint | None = None
    files: tuple[SourceFile, ...] = ()

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many findings there are of each outcome."""
        return dict(Counter(self.outcomes.values()))

    @property
    def severities(self) -> Mapping[Severity, int]:
        """How many findings that need a person there are of each severity."""
        return Counter(finding.severity for finding in self.findings)

    @property
    def summary(self) -> SubmissionSummary:
        """The row as ``summary.json`` has it."""
        return SubmissionSummary(
            name=self.name,
            pages=self.pages,
            verdict=self.verdict,
            counts=self.counts,
            problems=self.problems,
        )


class Entry(Frozen):
    """A submission that was processed: from what, by what, with which result."""

    source: str
    """Its own name under the batch's folder."""
    state: str
    """``Candidate.state`` when it was read."""
    engine: str = ""
    """The setting's name."""
    engine_name: str = ""
    """What read it, as the report says."""
    reading: str = ""
    """Edition of what read its pages."""
    extracting: str = ""
    """Edition of what took fields from them; empty where nothing was extracted."""
    checking: str = ""
    """Edition of the rules."""
    programme: str = ""
    submitted_on: date | None = None
    """As asked for, not as found."""
    report: str = ""
    """Hash of report.json but for how it was produced."""
    row: Row

    @property
    def settled(self) -> bool:
        """Whether another try would give the same."""
        return not any(problem.class_ in PASSING for problem in self.row.problems)


def row_of(
    report: Report,
    problems: tuple[Problem, ...],
    files: tuple[SourceFile, ...],
    fingerprint: Fingerprint | None,
    collected: Collected,
) -> Row:
    """The row of a report."""
    fields = [field for document in report.documents for field in document.fields]
    bins = Counter(
        min(BINS - 1, int(field.confidence * BINS)) for field in fields if field.value is not None
    )
    return Row(
        name=report.submission.name,
        pages=sum(file.pages for file in files),
        verdict=report.verdict,
        outcomes={finding.rule: finding.outcome for finding in report.findings},
        findings=tuple(
            RowFinding(
                rule=finding.rule,
                title=finding.title,
                severity=finding.severity,
                outcome=finding.outcome,
                message=finding.message,
            )
            for finding in report.findings
            if finding.outcome in OPEN
        ),
        problems=problems,
        statuses=dict(Counter(field.status for field in fields)),
        confidences=tuple(bins[place] for place in range(BINS)),
        seconds=report.produced.seconds,
        collected=collected,
        fingerprint=fingerprint,
        files=files,
    )
