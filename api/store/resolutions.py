"""Resolutions: a person's word on a finding, or on a field that was not sure."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from api.store import numbered
from api.store.states import ResolutionKind
from api.store.tables import Resolution


def field_subject(document: str, field: str) -> str:
    """The subject of a resolution on a field; on a finding it is the rule's code."""
    return f"{document}/{field}"


def resolve(
    session: Session,
    submission_id: str,
    subject: str,
    kind: ResolutionKind,
    *,
    expected: int,
    by: str,
    at: datetime,
    outcome: str | None = None,
    reason: str = "",
) -> Resolution:
    """The subject's next resolution; raises PreconditionFailed where somebody resolved it since."""
    return numbered.add(
        session,
        Resolution(
            submission_id=submission_id,
            subject=subject,
            number=expected + 1,
            kind=kind,
            outcome=outcome,
            reason=reason,
            by=by,
            at=at,
        ),
        "subject",
        overtaken="已先处理了此项，请查看后再操作",
        current=lambda newest: {"kind": newest.kind, "reason": newest.reason},
    )


def latest(session: Session, submission_id: str, subject: str) -> Resolution | None:
    """The subject's newest resolution, withdrawn or not."""
    return numbered.latest(session, Resolution, submission_id, subject=subject)


def newest_of_each(session: Session, submission_id: str) -> dict[str, Resolution]:
    """The newest resolution by subject, withdrawn ones too: their numbers count."""
    newest = numbered.newest_of_each(session, Resolution, submission_id, "subject")
    return {resolution.subject: resolution for resolution in newest}
