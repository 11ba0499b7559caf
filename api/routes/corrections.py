"""Values that people state, and their word on findings."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import Field, model_validator

from api.errors import NotFound
from api.routes.dependencies import (
    Corrector,
    Running,
    SeenVersion,
    Service,
    SubmissionId,
    Viewer,
    etag,
)
from api.routes.fields import FieldView, Given
from api.routes.problems import problems
from api.routes.views import OpenBySeverity
from api.running.correcting import Change, Saved
from api.store import accounts, corrections, submissions
from api.store.tables import Account
from models.box import BoundingBox
from models.finding import Outcome, Verdict
from models.frozen import Frozen
from models.report import Box, Canonical, ReportFinding, canonical
from models.review import PageId

router = APIRouter(prefix="/v1/submissions/{submission_id}", tags=["更正"])

Document = Annotated[
    str, Field(pattern="^[a-z0-9_]{1,40}-[0-9]{1,5}$", examples=["application_form-1"])
]
Key = Annotated[
    str,
    Field(pattern=r"^[a-z0-9_]{1,40}\.[a-z0-9_]{1,60}$", examples=["application_form.revenue"]),
]


class CorrectionAsked(Frozen):
    """A value as a person states it: typed, accepted as read, or said not to be there."""

    document: Document
    key: Key
    text: str | None = Field(default=None, max_length=100_000, examples=["1,234.56 万元"])
    accept: bool = False
    absent: bool = False
    file: int | None = Field(default=None, ge=0, le=100_000)
    page: int | None = Field(default=None, ge=1, le=100_000)
    box: Box | None = None
    reason: str = Field(default="", max_length=500)

    @model_validator(mode="after")
    def _says_one_thing(self) -> CorrectionAsked:
        if sum((self.text is not None, self.accept, self.absent)) != 1:
            raise ValueError("请给出 text、accept、absent 之一")
        if self.box is not None:
            left, top, right, bottom = self.box
            if self.file is None or self.page is None:
                raise ValueError("框须说明所在的文件和页")
            if not (0 <= left <= right <= 1 and 0 <= top <= bottom <= 1):
                raise ValueError("框应在页面之内，左上在前、右下在后")
        return self

    def change(self, seen: int) -> Change:
        """The same for the service's part that saves it."""
        box = self.box
        at = self.file is not None and self.page is not None
        return Change(
            document=self.document,
            key=self.key,
            expected=seen,
            text=self.text,
            absent=self.absent,
            page=PageId(file=self.file or 0, number=self.page or 1) if at else None,
            box=BoundingBox(left=box[0], top=box[1], right=box[2], bottom=box[3]) if box else None,
            reason=self.reason,
        )


class UnderstoodView(Frozen):
    """How what was typed is understood."""

    value: Canonical | None
    shown: str = Field(examples=["1,234.56 万元"])


class CorrectionSaved(Frozen):
    """Everything that is different because of a correction."""

    id: str
    field: FieldView
    understood: str
    """The value as a reviewer reads it."""
    findings: list[ReportFinding]
    """Only those that changed."""
    verdict: Verdict
    outcomes: dict[Outcome, int]
    open: OpenBySeverity
    revision: int


class CorrectionView(Frozen):
    """One step in the history of a field."""

    id: str
    document: str
    key: str
    version: int
    value: Canonical | None
    before: Canonical | None
    reason: str
    withdrawn: bool
    by: str | None
    at: datetime


class CorrectionList(Frozen):
    """Everything that was ever stated, the oldest first."""

    items: list[CorrectionView]


@router.post(
    "/corrections",
    operation_id="correctField",
    summary="更正或确认一个字段",
    status_code=201,
    response_model=CorrectionSaved,
    responses=problems(401, 403, 404, 409, 412, 422, 428),
)
def correct_field(
    submission_id: SubmissionId,
    body: CorrectionAsked,
    response: Response,
    service: Running,
    account: Corrector,
    seen: SeenVersion,
) -> CorrectionSaved:
    """A new revision with the value; 412 with the other's value where somebody saved first."""
    return _saved(service, account, submission_id, body.change(seen), response)


@router.post(
    "/corrections/preview",
    operation_id="previewCorrection",
    summary="试读所录入的值，不保存",
    response_model=UnderstoodView,
    responses=problems(401, 403, 404, 409, 422),
)
def preview(
    submission_id: SubmissionId, body: CorrectionAsked, service: Running, account: Corrector
) -> UnderstoodView:
    """How the text would be understood; 422 says why it would not."""
    value, words = service.correcting.read(submission_id, account, body.change(0))
    return UnderstoodView(value=None if value is None else canonical(value), shown=words)


@router.delete(
    "/corrections/{correction_id}",
    operation_id="withdrawCorrection",
    summary="撤销更正，恢复机器识别的值",
    response_model=CorrectionSaved,
    responses=problems(401, 403, 404, 409, 412, 422, 428),
)
def withdraw(
    submission_id: SubmissionId,
    correction_id: str,
    response: Response,
    service: Running,
    account: Corrector,
    seen: SeenVersion,
) -> CorrectionSaved:
    """The machine's value stands again; the history keeps both steps."""
    with service.database.snapshot() as session:
        submissions.get(session, submission_id, account)
        for row in corrections.newest_of_each(session, submission_id):
            if row.id == correction_id and not row.withdrawn:
                break
        else:
            raise NotFound("找不到这次更正，可能已被撤销或已有新的更正")
    change = Change(document=row.document, key=row.field, expected=seen, withdraw=True)
    return _saved(service, account, submission_id, change, response)


def _saved(
    service: Service, account: Account, submission_id: str, change: Change, response: Response
) -> CorrectionSaved:
    saved: Saved = service.correcting.save(submission_id, account, change)
    service.measures.corrected()
    service.deliveries.wake()
    service.events.tell(
        "submission",
        submission_id,
        processing="done",
        revision=saved.revision.number,
        verdict=saved.report.verdict,
    )
    with service.database.snapshot() as session:
        row = submissions.get(session, submission_id, account)
        field = Given(session, submission_id).field(change.document, saved.field)
    response.headers.update(etag(field.version))
    outcomes: dict[Outcome, int] = {}
    for finding in saved.report.findings:
        outcomes[finding.outcome] = outcomes.get(finding.outcome, 0) + 1
    return CorrectionSaved(
        id=saved.correction.id,
        field=field,
        understood=field.shown,
        findings=saved.findings,
        verdict=saved.report.verdict,
        outcomes=outcomes,
        open=OpenBySeverity(A=row.open_a, B=row.open_b, C=row.open_c, D=row.open_d),
        revision=saved.revision.number,
    )


@router.get(
    "/corrections",
    operation_id="listCorrections",
    summary="更正的历史",
    response_model=CorrectionList,
    responses=problems(401, 403, 404, 422),
)
def list_corrections(
    submission_id: SubmissionId, service: Running, account: Viewer
) -> CorrectionList:
    """Who stated what, and what stood before."""
    with service.database.snapshot() as session:
        submissions.get(session, submission_id, account)
        rows = corrections.history(session, submission_id)
        people = accounts.display_names(session)
    items = [
        CorrectionView(
            id=row.id,
            document=row.document,
            key=row.field,
            version=row.number,
            value=row.value,
            before=row.before,
            reason=row.reason,
            withdrawn=row.withdrawn,
            by=people.get(row.by),
            at=row.at,
        )
        for row in rows
    ]
    return CorrectionList(items=items)
