"""One report beside its truth."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from extractor.evaluate.fields import compare_documents
from extractor.evaluate.results import Comparison, PageResult, RuleResult
from extractor.evaluate.seals import compare_seals
from extractor.evaluate.truth import Truth
from models.report import Report, ReportPage


def compare(report: Report, truth: Truth) -> Comparison:
    """The report compared with the truth; files are matched by name."""
    numbers = _file_numbers(report, truth)
    pages = {
        (numbers[page.file], page.number): page for page in report.pages if page.file in numbers
    }
    fields, found, extra = compare_documents(report.documents, truth.documents, numbers)
    seals, extra_seals = compare_seals(pages, truth.pages)
    return Comparison(
        name=truth.name,
        seed=truth.seed,
        difficulty=truth.difficulty,
        plantings=truth.plantings,
        documents=len(truth.documents),
        documents_found=found,
        fields=fields,
        extra_documents=extra,
        pages=_pages(pages, truth),
        seals=seals,
        extra_seals=extra_seals,
        rules=_rules(report, truth),
        verdict=report.verdict,
    )


def _file_numbers(report: Report, truth: Truth) -> dict[int, int]:
    """File number of the report → of the truth."""
    known = {name: number for number, name in enumerate(truth.files)}
    names = [PurePath(file.name).name for file in report.submission.files]
    return {number: known[name] for number, name in enumerate(names) if name in known}


def _pages(read: Mapping[tuple[int, int], ReportPage], truth: Truth) -> tuple[PageResult, ...]:
    """Every true page with what the report says of it."""
    results = []
    for page in truth.pages:
        seen = read.get((page.file, page.number))
        results.append(
            PageResult(
                file=page.file,
                number=page.number,
                sheet=page.sheet,
                expected_kind=page.kind,
                kind=None if seen is None else seen.kind,
                confidence=0.0 if seen is None else seen.confidence,
                expected_turn=page.turned,
                turn=None if seen is None else seen.turned,
            )
        )
    return tuple(results)


def _rules(report: Report, truth: Truth) -> tuple[RuleResult, ...]:
    """Every rule that was run, and every planted one that wasn't."""
    said = {finding.rule: finding for finding in report.findings}
    planted = {finding.rule: finding.outcomes for finding in truth.findings.must}
    results = []
    for rule in sorted({*said, *planted}):
        finding = said.get(rule)
        results.append(
            RuleResult(
                rule=rule,
                outcome=None if finding is None else finding.outcome,
                severity="" if finding is None else finding.severity,
                expected=planted.get(rule, ()),
                forbidden=rule in truth.findings.must_not,
                free=rule in truth.findings.may,
                message="" if finding is None else finding.message,
            )
        )
    return tuple(results)
