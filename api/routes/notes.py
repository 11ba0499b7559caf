"""Notes: remarks on a submission, a page, a field or a finding."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.metadata import version
from typing import Annotated

from fastapi import APIRouter, Path, Response
from pydantic import Field, model_validator

from api.routes.dependencies import Corrector, Running, SubmissionId, Viewer
from api.routes.problems import problems
from api.store import accounts, audit, notes, submissions
from api.store.corrections import Place
from api.store.tables import Note
from models.frozen import Frozen
from models.report import Box

router = APIRouter(prefix="/v1/submissions/{submission_id}", tags=["复核"])


class NoteAsked(Frozen):
    """A remark on the submission, or on a rule's finding, a field, a spot of a page."""

    text: str = Field(min_length=1, max_length=5000, examples=["与第 8 页的金额不同，请企业说明"])
    rule: str | None = Field(default=None, max_length=50)
    document: str | None = Field(default=None, max_length=100)
    key: str | None = Field(default=None, max_length=200)
    file: int | None = Field(default=None, ge=0, le=100_000)
    page: int | None = Field(default=None, ge=1, le=100_000)
    box: Box | None = None

    @model_validator(mode="after")
    def _box_lies_on_a_page(self) -> NoteAsked:
        if self.box is not None:
            left, top, right, bottom = self.box
            if self.file is None or self.page is None:
                raise ValueError("框须说明所在的文件和页")
            if not (0 <= left <= right <= 1 and 0 <= top <= bottom <= 1):
                raise ValueError("框应在页面之内，左上在前、右下在后")
        return self


class NoteView(Frozen):
    """A remark."""

    id: str
    text: str
    rule: str | None
    document: str | None
    key: str | None
    file: int | None
    page: int | None
    box: list[float] | None
    by: str | None
    at: datetime


class NoteList(Frozen):
    """All remarks, the oldest first."""

    items: list[NoteView]


@router.get(
    "/notes",
    operation_id="listNotes",
    summary="批注",
    response_model=NoteList,
    responses=problems(401, 403, 404, 422),
)
def list_notes(submission_id: SubmissionId, service: Running, account: Viewer) -> NoteList:
    """Remarks that were not removed."""
    with service.database.snapshot() as session:
        submissions.get(session, submission_id, account)
        rows = notes.of_submission(session, submission_id)
        people = accounts.display_names(session)
    return NoteList(items=[_note(row, people.get(row.by)) for row in rows])


def _note(row: Note, by: str | None) -> NoteView:
    return NoteView(
        id=row.id,
        text=row.text,
        rule=row.rule,
        document=row.document,
        key=row.field,
        file=row.file,
        page=row.page,
        box=row.box,
        by=by,
        at=row.at,
    )


@router.post(
    "/notes",
    operation_id="addNote",
    summary="加批注",
    status_code=201,
    response_model=NoteView,
    responses=problems(401, 403, 404, 422),
)
def add_note(
    submission_id: SubmissionId, body: NoteAsked, service: Running, account: Corrector
) -> NoteView:
    """A remark under the account's name."""
    at = datetime.now(UTC)
    box = body.box
    pinned = body.file is not None and body.page is not None
    place = Place(body.file or 0, body.page or 1, box or (0, 0, 1, 1)) if pinned else None
    with service.database.transaction() as session:
        submissions.get(session, submission_id, account)
        row = notes.add(
            session,
            submission_id,
            body.text,
            by=account.id,
            at=at,
            rule=body.rule,
            document=body.document,
            field=body.key,
            place=place,
        )
        audit.record(
            session,
            "note.add",
            submission_id,
            actor=account.id,
            at=at,
            program_version=version("heyan"),
        )
    return _note(row, account.display_name)


@router.delete(
    "/notes/{note_id}",
    operation_id="removeNote",
    summary="删除批注",
    status_code=204,
    responses=problems(401, 403, 404, 422),
)
def remove_note(
    submission_id: SubmissionId,
    note_id: Annotated[str, Path(max_length=16)],
    service: Running,
    account: Corrector,
) -> Response:
    """By who wrote it, or an admin."""
    with service.database.transaction() as session:
        submissions.get(session, submission_id, account)
        notes.remove(session, submission_id, note_id, account, at=datetime.now(UTC))
    return Response(status_code=204)
