"""What the documents state and what the rules say of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import Field
from sqlalchemy.orm import Session

from api.errors import NotFound
from api.routes.dependencies import Running, SubmissionId, Viewer, etag
from api.routes.problems import problems
from api.store import accounts, corrections, resolutions, submissions
from api.store.states import ResolutionKind
from api.store.tables import Correction, Resolution
from extractor.reports.summary import shown
from extractor.review.rechecking import rules_reading
from extractor.review.typed import expected, specs
from models.document import DocumentKind
from models.extraction import FieldStatus
from models.finding import Outcome, Severity
from models.frozen import Frozen
from models.report import ReportDocument, ReportField, ReportFinding, ReportPageNumber

router = APIRouter(prefix="/v1/submissions/{submission_id}", tags=["字段与核查结果"])

DocumentId = Annotated[
    str, Path(pattern="^[a-z0-9_]{1,40}-[0-9]{1,5}$", examples=["application_form-1"])
]
FieldKey = Annotated[
    str, Path(pattern=r"^[a-z0-9_]{1,40}\.[a-z0-9_]{1,60}$", examples=["application_form.revenue"])
]


class CorrectedBy(Frozen):
    """Who stated a value."""

    id: str
    """Of the correction."""
    by: str | None
    """The person's name."""
    at: datetime
    reason: str


class FieldView(Frozen):
    """A field as it stands."""

    field: ReportField
    document: str
    shown: str = Field(examples=["1,234.56 万元"])
    """The value as a reviewer reads it."""
    version: int
    """Of its corrections, 0 for the machine's value: If-Match of the next one."""
    corrected: CorrectedBy | None
    rules: list[str] = Field(examples=[["FIN-01"]])
    """The rules that read it: these run again after a correction."""
    asked: str
    """What can be typed."""
    options: list[str]
    """Where it is a choice."""
    resolution: ResolutionView | None


class ResolutionView(Frozen):
    """A person's word on a finding or field."""

    kind: ResolutionKind
    version: int
    outcome: Outcome | None
    """The finding's outcome when it was looked at."""
    reason: str
    by: str | None
    at: datetime


class DocumentView(Frozen):
    """A document with its fields."""

    id: str
    kind: DocumentKind
    title: str
    pages: list[ReportPageNumber]
    fields: list[FieldView]


class DocumentList(Frozen):
    """All documents in the order of their pages."""

    revision: int
    items: list[DocumentView]


class FindingView(Frozen):
    """What a rule says, and what a person said to that."""

    finding: ReportFinding
    resolution: ResolutionView | None
    """Void where its ``outcome`` is not the finding's any more."""


class FindingList(Frozen):
    """The findings that were asked for, in the catalogue's order."""

    revision: int
    items: list[FindingView]


@router.get(
    "/documents",
    operation_id="listDocuments",
    summary="材料及其字段",
    response_model=DocumentList,
    responses=problems(401, 403, 404, 422),
)
def list_documents(
    submission_id: SubmissionId,
    response: Response,
    service: Running,
    account: Viewer,
    kind: Annotated[DocumentKind | None, Query()] = None,
    status: Annotated[FieldStatus | None, Query()] = None,
) -> DocumentList:
    """What was read, with who corrected it and which rules read it."""
    with service.database.snapshot() as session:
        submissions.get(session, submission_id, account)
        revision, report = service.reports.newest(session, submission_id)
        given = Given(session, submission_id)
    items = [given.document(each, status) for each in report.documents if kind in (None, each.kind)]
    response.headers.update(etag(revision.number))
    return DocumentList(revision=revision.number, items=items)


@router.get(
    "/documents/{document}/fields/{key}",
    operation_id="getField",
    summary="一个字段",
    response_model=FieldView,
    responses=problems(401, 403, 404, 422),
)
def get_field(
    submission_id: SubmissionId,
    document: DocumentId,
    key: FieldKey,
    response: Response,
    service: Running,
    account: Viewer,
) -> FieldView:
    """Its ETag goes into If-Match of a correction."""
    with service.database.snapshot() as session:
        submissions.get(session, submission_id, account)
        _, report = service.reports.newest(session, submission_id)
        given = Given(session, submission_id)
    for each in report.documents:
        for field in each.fields:
            if (each.id, field.key) == (document, key):
                view = given.field(each.id, field)
                response.headers.update(etag(view.version))
                return view
    raise NotFound("找不到该字段，材料可能已重新划分，请刷新页面")


@router.get(
    "/findings",
    operation_id="listFindings",
    summary="核查结果",
    response_model=FindingList,
    responses=problems(401, 403, 404, 422),
)
def list_findings(
    submission_id: SubmissionId,
    response: Response,
    service: Running,
    account: Viewer,
    outcome: Annotated[list[Outcome] | None, Query()] = None,
    severity: Annotated[list[Severity] | None, Query()] = None,
    rule: Annotated[str | None, Query(max_length=20)] = None,
) -> FindingList:
    """One finding a rule, also where it passed."""
    with service.database.snapshot() as session:
        submissions.get(session, submission_id, account)
        revision, report = service.reports.newest(session, submission_id)
        given = Given(session, submission_id)
    items = [
        given.finding(each)
        for each in report.findings
        if (not outcome or each.outcome in outcome)
        and (not severity or each.severity in severity)
        and rule in (None, each.rule)
    ]
    response.headers.update(etag(revision.number))
    return FindingList(revision=revision.number, items=items)


class Given:
    """What people said of one submission's fields and findings."""

    def __init__(self, session: Session, submission_id: str) -> None:
        rows = corrections.newest_of_each(session, submission_id)
        self._corrections: Mapping[tuple[str, str], Correction] = {
            (row.document, row.field): row for row in rows
        }
        self._resolutions: Mapping[str, Resolution] = resolutions.newest_of_each(
            session, submission_id
        )
        self._names = accounts.display_names(session)

    def document(self, document: ReportDocument, status: FieldStatus | None) -> DocumentView:
        """The document with its fields, of one status where one is asked for."""
        return DocumentView(
            id=document.id,
            kind=document.kind,
            title=document.title,
            pages=document.pages,
            fields=[
                self.field(document.id, field)
                for field in document.fields
                if status in (None, field.status)
            ],
        )

    def field(self, document: str, field: ReportField) -> FieldView:
        """The field with its correction."""
        row = self._corrections.get((document, field.key))
        spec = specs().get(field.key)
        return FieldView(
            field=field,
            document=document,
            shown=shown(field.key, field.value),
            version=0 if row is None else row.number,
            corrected=self._corrected(row),
            rules=[rule.code for rule in rules_reading(field.key)],
            asked=expected(field.key) if spec else "",
            options=list(spec.options) if spec else [],
            resolution=self._resolution(resolutions.field_subject(document, field.key)),
        )

    def finding(self, finding: ReportFinding) -> FindingView:
        """The finding with its resolution."""
        return FindingView(finding=finding, resolution=self._resolution(finding.rule))

    def _corrected(self, row: Correction | None) -> CorrectedBy | None:
        if row is None or row.withdrawn:
            return None
        return CorrectedBy(id=row.id, by=self._names.get(row.by), at=row.at, reason=row.reason)

    def _resolution(self, subject: str) -> ResolutionView | None:
        row = self._resolutions.get(subject)
        return None if row is None else resolution_view(row, self._names.get(row.by))


def resolution_view(row: Resolution, by: str | None) -> ResolutionView:
    """The row as clients see it."""
    return ResolutionView.model_validate(
        {
            "kind": row.kind,
            "version": row.number,
            "outcome": row.outcome,
            "reason": row.reason,
            "by": by,
            "at": row.at,
        }
    )
