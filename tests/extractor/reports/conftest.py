"""A small report with one conflict, one doubt and one value under a formula's first sign."""

from datetime import date
from decimal import Decimal

import pytest

from extractor.reports.report import report_of
from models.document import BoundingBox, Page
from models.extraction import (
    Amount,
    DocumentSummary,
    Evidence,
    Extraction,
    Field,
    PageKind,
    SourceFile,
    Submission,
    Text,
)
from models.finding import Citation, Finding, FindingValue
from models.report import Produced, Report

PAGE = Page(file=0, number=1, width=100, height=140)


def evidence(page: int, text: str) -> Evidence:
    box = BoundingBox(left=0.2, top=0.3, right=0.5, bottom=0.33)
    return Evidence(file=0, page=page, box=box, text=text, confidence=0.9)


DECLARED = Field(
    key="application_form.revenue",
    label="2025年营业收入",
    kind="amount",
    value=Amount(value=Decimal(23_094_300), step=Decimal(100), unit="万元"),
    text="2309.43",
    confidence=0.99,
    status="sure",
    evidence=(evidence(1, "2309.43"),),
)
NAME = Field(
    key="application_form.unit_name",
    label="单位名称",
    kind="text",
    value=Text(value='=HYPERLINK("x")'),
    text='=HYPERLINK("x")',
    confidence=0.6,
    status="doubtful",
    evidence=(evidence(1, "=HYPERLINK"),),
    doubts=("识别置信度偏低",),
)
AUDITED = FindingValue(
    document="audit_report-1",
    field="audit_report.revenue",
    label="营业收入",
    value=Amount(value=Decimal(22_094_300)),
    evidence=(evidence(2, "22,094,300.00"),),
)


@pytest.fixture
def report() -> Report:
    declared = FindingValue(
        document="application_form-1",
        field=DECLARED.key,
        label=DECLARED.label,
        value=DECLARED.value,
        evidence=DECLARED.evidence,
    )
    submission = Submission(
        name="某公司",
        submitted_on=date(2026, 3, 30),
        files=(SourceFile(name="a.pdf", sha256="0" * 64, media_type="application/pdf", pages=2),),
        pages=(PageKind(page=PAGE, kind="application_form", confidence=1.0),),
        documents=(
            DocumentSummary(
                id="application_form-1", kind="application_form", title="申报书", pages=((0, 1),)
            ),
        ),
        extractions=(
            Extraction(
                document="application_form-1", kind="application_form", fields=(NAME, DECLARED)
            ),
        ),
    )
    finding = Finding(
        rule="FIN-01",
        title="申报营业收入与审计报告一致",
        severity="B",
        outcome="failed",
        message="相差 1,000,000.00 元",
        values=(declared, AUDITED),
        source=Citation(title="通知", passage="2025年营业收入（万元）"),
    )
    return report_of(
        submission,
        [finding],
        not_checked=["FIN-08"],
        programme="hubei-2025",
        produced=Produced(version="0", engine="t", weights={}, seconds=1.0, pages_per_minute=60.0),
    )
