"""Submissions: new ones, the same bytes again, claiming, and saving against a version."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, selectinload

from api.errors import Conflict, NotFound, PreconditionFailed
from api.store.cities import city_name
from api.store.states import REVIEW_NAMES
from api.store.tables import Account, Submission, SubmissionFile


class NewFile(NamedTuple):
    """A file whose bytes are already in the folder."""

    name: str
    sha256: str
    media_type: str
    size: int


def content_key(sha256s: Iterable[str]) -> str:
    """One hash for a set of files, whatever their order and names."""
    return hashlib.sha256("\n".join(sorted(sha256s)).encode()).hexdigest()


def add(
    session: Session,
    files: Sequence[NewFile],
    *,
    name: str,
    programme: str,
    at: datetime,
    uploaded_by: str | None,
    city: str | None = None,
    submitted_on: date | None = None,
    batch_id: str | None = None,
    supersedes_id: str | None = None,
    retention: timedelta | None = None,
) -> tuple[Submission, bool]:
    """The submission of these bytes, and whether it is new; no job is queued here."""
    key = content_key(file.sha256 for file in files)
    known = session.scalar(select(Submission).where(Submission.content_key == key))
    if known is not None:
        return known, False
    submission = Submission(
        name=name,
        programme=programme,
        city=city_name(city),
        submitted_on=submitted_on,
        content_key=key,
        uploaded_by=uploaded_by,
        batch_id=batch_id,
        supersedes_id=supersedes_id,
        created_at=at,
        updated_at=at,
        delete_after=None if retention is None else at + retention,
        files=[
            SubmissionFile(position=position, **file._asdict())
            for position, file in enumerate(files)
        ],
    )
    try:
        with session.begin_nested():
            session.add(submission)
    except IntegrityError:
        # Somebody handed in the same bytes at the same moment.
        return session.scalars(select(Submission).where(Submission.content_key == key)).one(), False
    return submission, True


def get(session: Session, submission_id: str, viewer: Account | None = None) -> Submission:
    """The submission with its files; raises NotFound, also where the viewer's city is another."""
    submission = session.scalar(
        select(Submission)
        .where(Submission.id == submission_id)
        .options(selectinload(Submission.files))
    )
    if submission is None or not visible(submission, viewer):
        raise NotFound("找不到该申报材料，可能已被删除")
    return submission


def visible(submission: Submission, viewer: Account | None) -> bool:
    """Whether the account may know of it: its own uploads, and those of its city where one is set."""
    if viewer is None:
        return True
    if viewer.role == "uploader":
        return submission.uploaded_by == viewer.id
    return viewer.city is None or submission.city == viewer.city


def expect(session: Session, submission: Submission, version: int) -> None:
    """Locks the row; raises PreconditionFailed where somebody changed it since ``version``."""
    session.refresh(submission, with_for_update=True)
    if submission.version != version:
        raise PreconditionFailed(
            "此材料已被他人更新，请查看最新内容后再操作",
            version=submission.version,
            current=REVIEW_NAMES[submission.review],
            at=submission.updated_at.isoformat(),
        )


def claim(session: Session, submission: Submission, account: Account, *, at: datetime) -> None:
    """待审 → 复核中; raises Conflict where somebody else has it or it is decided."""
    session.refresh(submission, with_for_update=True)
    if submission.review == "in_review" and submission.claimed_by == account.id:
        return
    if submission.review != "waiting":
        raise Conflict(f"此材料目前为“{REVIEW_NAMES[submission.review]}”，不能认领")
    submission.review = "in_review"
    submission.claimed_by, submission.claimed_at = account.id, at
    submission.updated_at = at
    session.flush()


def release(session: Session, submission: Submission, account: Account, *, at: datetime) -> None:
    """复核中 → 待审 by who claimed it or an admin; raises Conflict for others."""
    session.refresh(submission, with_for_update=True)
    if submission.review != "in_review":
        raise Conflict(f"此材料目前为“{REVIEW_NAMES[submission.review]}”，无需放回")
    if submission.claimed_by != account.id and account.role != "admin":
        raise Conflict("此材料由他人复核中，只有本人或管理员可以放回")
    submission.review = "waiting"
    submission.claimed_by = submission.claimed_at = None
    submission.updated_at = at
    session.flush()


def earlier(session: Session, submission: Submission) -> Submission | None:
    """The submission that this one takes the place of."""
    if submission.supersedes_id is None:
        return None
    return session.get(Submission, submission.supersedes_id)


def later(session: Session, submission: Submission) -> list[Submission]:
    """Submissions that take the place of this one, the newest first."""
    return list(
        session.scalars(
            select(Submission)
            .where(Submission.supersedes_id == submission.id)
            .order_by(Submission.created_at.desc())
        )
    )
