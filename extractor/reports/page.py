"""report.html: one self-contained file, every value beside a crop of the page it was read on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from extractor.reports.crops import Crop, Place, crops_of, place_of
from extractor.reports.summary import (
    SummaryLine,
    declared_lines,
    ordered_findings,
    outcome_counts,
    page_of,
    shown,
)
from extractor.reports.wording import (
    KINDS,
    OUTCOME_ICONS,
    OUTCOMES,
    SEVERITIES,
    STATUS_ICONS,
    STATUSES,
    VERDICTS,
)
from models.finding import Outcome
from models.report import Report, ReportDocument, ReportEvidence, ReportFinding

_CROPS_SHOWN = 3
"""Per value: a table's field has one piece of evidence per row, and the page is at hand."""


@dataclass(frozen=True)
class PageContext:
    """What the template is given; a name it does not list is an error."""

    report: Report
    verdict: str
    pages: int
    counts: dict[Outcome, int]
    declared: tuple[SummaryLine, ...]
    findings: list[ReportFinding]
    documents: list[ReportDocument]
    crops: dict[int, Crop]


def write_page(report: Report, pictures: Path, path: Path) -> None:
    """Writes the HTML; ``pictures`` is the folder of upright page pictures."""
    crops = crops_of(_places(report), pictures)
    numbers = {place: number for number, place in enumerate(crops)}
    environment = Environment(
        loader=PackageLoader("extractor.reports"), autoescape=True, undefined=StrictUndefined
    )
    environment.globals.update(
        shown=shown,
        page_of=lambda evidence: page_of(report, evidence),
        crop_numbers=lambda evidence: _numbers(evidence, numbers),
        kinds=KINDS,
        outcomes=OUTCOMES,
        outcome_icons=OUTCOME_ICONS,
        severities=SEVERITIES,
        statuses=STATUSES,
        status_icons=STATUS_ICONS,
    )
    context = PageContext(
        report=report,
        verdict=VERDICTS[report.verdict],
        pages=sum(file.pages for file in report.submission.files),
        counts=outcome_counts(report),
        declared=declared_lines(report),
        findings=ordered_findings(report),
        documents=[document for document in report.documents if document.fields],
        crops={number: crops[place] for place, number in numbers.items()},
    )
    template = environment.get_template("report.html.j2")
    path.write_text(template.render(vars(context)), encoding="utf-8")


def _places(report: Report) -> Iterator[Place]:
    """Where every value of the report was read."""
    for document in report.documents:
        for field in document.fields:
            yield from _shown_places(field.evidence)
    for finding in report.findings:
        for value in finding.values:
            yield from _shown_places(value.evidence)


def _shown_places(evidence: list[ReportEvidence]) -> Iterator[Place]:
    for each in evidence[:_CROPS_SHOWN]:
        place = place_of(each)
        if place is not None:
            yield place


def _numbers(evidence: list[ReportEvidence], numbers: dict[Place, int]) -> list[int]:
    """The numbers of the crops that show this evidence."""
    return [numbers[place] for place in _shown_places(evidence) if place in numbers]
