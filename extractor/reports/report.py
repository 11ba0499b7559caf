"""The submission and its findings in the form of report.json."""

from collections.abc import Sequence

from models.document import BoundingBox
from models.extraction import PageKind, Submission
from models.finding import Finding, verdict_of
from models.report import (
    Box,
    Produced,
    Report,
    ReportCode,
    ReportDocument,
    ReportFile,
    ReportFinding,
    ReportPage,
    ReportPageNumber,
    ReportSeal,
    ReportSubmission,
    ReportValue,
    canonical,
    report_evidence,
    report_field,
)


def report_of(
    submission: Submission,
    findings: Sequence[Finding],
    not_checked: Sequence[str],
    programme: str,
    produced: Produced,
) -> Report:
    """Everything that was read and found, with the verdict."""
    return Report(
        programme=programme,
        submission=ReportSubmission(
            name=submission.name,
            submitted_on=submission.submitted_on.isoformat(),
            files=[ReportFile(**file.model_dump()) for file in submission.files],
        ),
        pages=[_page(each) for each in submission.pages],
        documents=_documents(submission),
        findings=[_finding(finding) for finding in findings],
        not_checked=list(not_checked),
        verdict=verdict_of(tuple(findings)),
        produced=produced,
    )


def _box(box: BoundingBox) -> Box:
    return (box.left, box.top, box.right, box.bottom)


def _page(seen: PageKind) -> ReportPage:
    page = seen.page
    return ReportPage(
        file=page.file,
        number=page.number,
        kind=seen.kind,
        confidence=round(seen.confidence, 4),
        turned=page.turned,
        size=(page.width, page.height),
        seals=[
            ReportSeal(
                text=seal.text,
                box=_box(page.on_upright(seal.box)),
                confidence=seal.confidence,
                certain=seal.certain,
            )
            for seal in page.seals
        ],
        codes=[
            ReportCode(text=code.text, box=_box(page.on_upright(code.box))) for code in page.codes
        ],
    )


def _documents(submission: Submission) -> list[ReportDocument]:
    stated = {extraction.document: extraction for extraction in submission.extractions}
    return [
        ReportDocument(
            id=document.id,
            kind=document.kind,
            title=document.title,
            pages=[ReportPageNumber(file=file, number=number) for file, number in document.pages],
            attachments=[
                ReportPageNumber(file=file, number=number) for file, number in document.attachments
            ],
            fields=[report_field(field) for field in stated[document.id].fields]
            if document.id in stated
            else [],
        )
        for document in submission.documents
    ]


def _finding(finding: Finding) -> ReportFinding:
    return ReportFinding(
        rule=finding.rule,
        title=finding.title,
        severity=finding.severity,
        outcome=finding.outcome,
        message=finding.message,
        values=[
            ReportValue(
                document=value.document,
                field=value.field,
                label=value.label,
                value=None if value.value is None else canonical(value.value),
                text=value.text,
                evidence=[report_evidence(each) for each in value.evidence],
            )
            for value in finding.values
        ],
        pages=[ReportPageNumber(file=file, number=number) for file, number in finding.pages],
        source=finding.source,
    )
