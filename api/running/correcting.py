"""A person's value saved: the submission and its report with it, in one revision, at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.metadata import version
from threading import Lock
from typing import NamedTuple

from sqlalchemy.orm import Session

from api.errors import Conflict, Invalid, NotFound
from api.running.blobs import Blobs
from api.running.reports import Reports
from api.running.understanding import stated_in, weights_in_use
from api.store import audit, corrections, decisions, revisions, submissions, webhooks
from api.store.corrections import Place
from api.store.database import Database
from api.store.tables import Account, Revision
from api.store.tables import Correction as CorrectionRow
from extractor.pipeline import verify
from extractor.programmes.programme import load_programme
from extractor.reports.summary import shown
from extractor.review.correcting import corrected
from extractor.review.rechecking import changed_keys, rechecked
from extractor.review.typed import expected as asked
from extractor.review.typed import typed_value
from extractor.rules.catalogue import rules
from models.box import BoundingBox
from models.extraction import Field, Submission, Value
from models.report import Report, ReportField, ReportFinding, canonical, report_field
from models.review import Correction, PageId

_TRIES = 5
"""Other processes may save other fields meanwhile; each time it is computed anew on theirs."""
_TURNS = 64
"""Locks by which this process saves one correction of a submission after the other."""


@dataclass(frozen=True)
class Change:
    """What a person says of one field."""

    document: str
    key: str
    expected: int
    """Of the correction they saw, 0 for the machine's value."""
    text: str | None = None
    """As typed; None where they accept the value, or say that there is none."""
    absent: bool = False
    withdraw: bool = False
    page: PageId | None = None
    box: BoundingBox | None = None
    reason: str = ""


class Saved(NamedTuple):
    """The correction, and everything that is different because of it."""

    correction: CorrectionRow
    revision: Revision
    report: Report
    field: ReportField
    findings: list[ReportFinding]
    """Only those that changed."""


class _Before(NamedTuple):
    """A submission as it stands."""

    revision: Revision
    report: Report
    submission: Submission
    programme: str
    submitted_on: date | None
    rows: Sequence[CorrectionRow]


class Correcting:
    """Saves corrections; thread-safe."""

    def __init__(self, database: Database, blobs: Blobs, reports: Reports) -> None:
        self._turns = tuple(Lock() for _ in range(_TURNS))
        self._database = database
        self._reports = reports
        self._blobs = blobs

    def read(
        self, submission_id: str, account: Account, change: Change
    ) -> tuple[Value | None, str]:
        """What the change would state and how it is shown; nothing is saved."""
        before = self._before(submission_id, account)
        field, _ = _field_of(before.submission, change)
        value = _value(change, field)
        return value, shown(change.key, None if value is None else canonical(value))

    def save(self, submission_id: str, account: Account, change: Change) -> Saved:
        """Saves the change as a new revision.

        Raises:
            PreconditionFailed: somebody saved the field since; it says what.
            Invalid: what was typed can't be understood.
            Conflict: the submission is decided.
        """
        with self._turns[hash(submission_id) % _TURNS]:
            for _ in range(_TRIES):
                before = self._before(submission_id, account)
                saved = self._save_on(before, submission_id, account, change)
                if saved is not None:
                    return saved
        raise Conflict("此材料正被多人同时修改，请稍后再保存")

    def _before(self, submission_id: str, account: Account) -> _Before:
        with self._database.snapshot() as session:
            row = submissions.get(session, submission_id, account)
            decisions.require_open(row)
            revision, report = self._reports.newest(session, submission_id)
            rows = corrections.in_force(session, submission_id)
        if revision.reading_blob is None or revision.submission_blob is None:
            raise Conflict("此材料的识别结果不完整，请重新识别后再修改")
        reading = self._blobs.reading(revision.reading_blob)
        return _Before(
            revision,
            report,
            self._blobs.submission(revision.submission_blob, reading),
            row.programme,
            row.submitted_on,
            rows,
        )

    def _save_on(
        self, before: _Before, submission_id: str, account: Account, change: Change
    ) -> Saved | None:
        """Saves on that revision; None where another one came meanwhile."""
        at = datetime.now(UTC)
        field, anchor = _field_of(before.submission, change)
        made = None if change.withdraw else _correction(change, field, anchor, account, at)
        after, report = _recomputed(before, change, made)
        blob = self._blobs.keep_submission(after)
        with self._database.transaction() as session:
            row = submissions.get(session, submission_id, account)
            decisions.require_open(row)
            correction = _kept(session, submission_id, account, change, field, made)
            newest = revisions.latest(session, submission_id)
            if newest is None or newest.number != before.revision.number:
                session.rollback()
                return None
            revision = revisions.add(
                session,
                row,
                report,
                at=at,
                by=account.id,
                reason=f"{'撤销更正' if change.withdraw else '更正'} {field.label}",
                submission_blob=blob,
            )
            _told(session, correction, revision)
        self._reports.remember(revision, report)
        now, _ = _field_of(after, change)
        return Saved(
            correction, revision, report, report_field(now), _different(before.report, report)
        )


def _kept(
    session: Session,
    submission_id: str,
    account: Account,
    change: Change,
    field: Field,
    made: Correction | None,
) -> CorrectionRow:
    """The change as the field's next correction; raises PreconditionFailed where it is not."""
    return corrections.save(
        session,
        submission_id,
        change.document,
        change.key,
        value=None if made is None or made.value is None else canonical(made.value),
        before=None if field.value is None else canonical(field.value),
        expected=change.expected,
        by=account.id,
        at=datetime.now(UTC) if made is None else made.when,
        place=_place(change),
        reason=change.reason,
        withdrawn=change.withdraw,
        stated=None if made is None else made.model_dump(mode="json"),
    )


def _told(session: Session, row: CorrectionRow, revision: Revision) -> None:
    """The audit entry and the webhooks of a correction."""
    audit.record(
        session,
        "field.withdraw" if row.withdrawn else "field.correct",
        f"{row.submission_id}/{row.document}/{row.field}",
        actor=row.by,
        at=row.at,
        before=audit.shielded(row.field, row.before),
        after=audit.shielded(row.field, row.value),
        program_version=version("heyan"),
        weights=weights_in_use(),
    )
    told = {"submission": row.submission_id, "revision": revision.number, "field": row.field}
    webhooks.emit(session, "submission.corrected", told, at=row.at)


def _recomputed(
    before: _Before, change: Change, made: Correction | None
) -> tuple[Submission, Report]:
    """The submission with the change, and its report with only the rules run that read it."""
    others = [
        row for row in before.rows if (row.document, row.field) != (change.document, change.key)
    ]
    in_force = (*stated_in(others), *(() if made is None else (made,)))
    programme = load_programme(before.programme)
    after = corrected(before.submission, in_force, programme, before.submitted_on)
    produced = before.report.produced.model_copy(update={"version": version("heyan")})
    if {each.rule for each in before.report.findings} != {rule.code for rule in rules()}:
        return after, verify(after, programme, produced)
    keys = changed_keys(before.submission, after)
    return after, rechecked(before.report, after, keys, programme, produced)


def _field_of(submission: Submission, change: Change) -> tuple[Field, PageId]:
    """The field, and a page of its document; raises NotFound."""
    for extraction in submission.extractions:
        field = extraction.field(change.key.partition(".")[2])
        if extraction.document != change.document or field is None or field.key != change.key:
            continue
        return field, _anchor(submission, change.document)
    raise NotFound("找不到该字段，材料可能已重新划分，请刷新页面")


def _anchor(submission: Submission, document: str) -> PageId:
    summary = next(each for each in submission.documents if each.id == document)
    file, number = (*summary.pages, *summary.attachments)[0]
    return PageId(file=file, number=number)


def _correction(
    change: Change, field: Field, anchor: PageId, account: Account, at: datetime
) -> Correction:
    value = _value(change, field)
    machine = field.machine or field
    return Correction(
        document=change.document,
        key=change.key,
        anchor=anchor,
        value=value,
        text=machine.text if change.text is None and not change.absent else change.text or "",
        page=change.page,
        box=change.box,
        who=account.id,
        when=at,
        reason=change.reason,
    )


def _value(change: Change, field: Field) -> Value | None:
    """The typed value; raises Invalid saying what can be typed."""
    if change.absent or change.withdraw:
        return None
    if change.text is None:
        if field.value is None:
            raise Invalid(f"“{field.label}”没有读出可以接受的值，请按原件录入")
        return field.value
    value = typed_value(change.text, field)
    if value is None:
        raise Invalid(f"看不懂所录入的“{field.label}”，请录入{asked(change.key)}")
    return value


def _place(change: Change) -> Place | None:
    if change.page is None or change.box is None:
        return None
    box = change.box
    return Place(change.page.file, change.page.number, (box.left, box.top, box.right, box.bottom))


def _different(before: Report, after: Report) -> list[ReportFinding]:
    were = {each.rule: each for each in before.findings}
    return [each for each in after.findings if were.get(each.rule) != each]
