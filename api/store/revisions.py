"""Revisions: every version of a submission's report, with who and when and why."""

from __future__ import annotations

import gzip
from collections import Counter
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, undefer

from api.errors import NotFound
from api.store.tables import Revision, Submission
from models.report import Canonical, Report

_CLOSED = ("passed", "not_applicable")


def add(
    session: Session,
    submission: Submission,
    report: Report,
    *,
    at: datetime,
    by: str | None,
    reason: str,
    submission_blob: str | None = None,
    reading_blob: str | None = None,
) -> Revision:
    """The report as the next revision; the submission's summary follows it.

    The blobs are sha256 in the data folder; None takes over the one of the revision before.
    """
    session.refresh(submission, with_for_update=True)
    before = latest(session, submission.id)
    revision = Revision(
        submission_id=submission.id,
        number=1 if before is None else before.number + 1,
        by=by,
        at=at,
        reason=reason,
        report=gzip.compress(report.model_dump_json(by_alias=True).encode(), mtime=0),
        submission_blob=submission_blob or (before and before.submission_blob),
        reading_blob=reading_blob or (before and before.reading_blob),
        verdict=report.verdict,
        program_version=report.produced.version,
        weights=report.produced.weights,
    )
    session.add(revision)
    _summarise(submission, report)
    submission.updated_at = at
    session.flush()
    return revision


def _summarise(submission: Submission, report: Report) -> None:
    """What the list shows of the report."""
    found = report.findings
    open_by = Counter(each.severity for each in found if each.outcome not in _CLOSED)
    submission.verdict = report.verdict
    submission.outcomes = dict(Counter(each.outcome for each in found))
    submission.open_a, submission.open_b = open_by["A"], open_by["B"]
    submission.open_c, submission.open_d = open_by["C"], open_by["D"]
    submission.pages = len(report.pages)
    stated = {field.key: field.value for document in report.documents for field in document.fields}
    submission.applicant = _text(stated, "application_form.unit_name", "business_licence.name")
    submission.credit_code = _text(stated, "application_form.uscc", "business_licence.uscc")
    submission.model_name = _text(stated, "application_form.model_name")
    for kept, file in zip(submission.files, report.submission.files, strict=False):
        kept.pages = file.pages


def _text(stated: dict[str, Canonical | None], *keys: str) -> str | None:
    """The first of the fields that states a text."""
    values = (stated.get(key) for key in keys)
    return next((value[:300] for value in values if isinstance(value, str) and value), None)


def latest(session: Session, submission_id: str) -> Revision | None:
    """The newest revision without its report, or None before the first reading."""
    return session.scalar(
        select(Revision)
        .where(Revision.submission_id == submission_id)
        .order_by(Revision.number.desc())
        .limit(1)
    )


def history(session: Session, submission_id: str) -> list[Revision]:
    """All revisions, the newest first, without their reports."""
    return list(
        session.scalars(
            select(Revision)
            .where(Revision.submission_id == submission_id)
            .order_by(Revision.number.desc())
        )
    )


def get(session: Session, submission_id: str, number: int | None = None) -> Revision:
    """The revision of this number, or the newest, with its report; raises NotFound."""
    wanted = select(func.max(Revision.number)).where(Revision.submission_id == submission_id)
    revision = session.scalar(
        select(Revision)
        .where(
            Revision.submission_id == submission_id,
            Revision.number == (wanted.scalar_subquery() if number is None else number),
        )
        .options(undefer(Revision.report))
    )
    if revision is None:
        raise NotFound("还没有核验结果" if number is None else "没有这个版本")
    return revision


def report_of(revision: Revision) -> Report:
    """The report as it stood."""
    return Report.model_validate_json(gzip.decompress(revision.report))
