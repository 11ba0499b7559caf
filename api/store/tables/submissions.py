"""What was handed in, what was read from it, and every version of its report."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from api.store.states import ProcessingState, ReviewState
from api.store.tables.accounts import Account
from api.store.tables.table import ID_LENGTH, Table, new_id
from models.finding import Verdict


class Batch(Table):
    """Submissions that were uploaded together."""

    __tablename__ = "batches"

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(200))
    created_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))
    created_at: Mapped[datetime] = mapped_column(index=True)


class Submission(Table):
    """One applicant's files and where they stand; the summary of its latest revision beside."""

    __tablename__ = "submissions"
    __table_args__ = (Index(None, "created_at", "id"), Index(None, "review", "created_at"))

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(300))
    programme: Mapped[str] = mapped_column(String(50))
    city: Mapped[str | None] = mapped_column(String(50), index=True)
    submitted_on: Mapped[date | None]
    content_key: Mapped[str] = mapped_column(String(64), unique=True)
    """Of the files' sha256: the same bytes are the same submission."""
    supersedes_id: Mapped[str | None] = mapped_column(
        ForeignKey("submissions.id", ondelete="SET NULL"), index=True
    )
    batch_id: Mapped[str | None] = mapped_column(
        ForeignKey("batches.id", ondelete="SET NULL"), index=True
    )
    processing: Mapped[ProcessingState] = mapped_column(default="queued", index=True)
    problem_class: Mapped[str | None] = mapped_column(String(50))
    problem: Mapped[str | None] = mapped_column(Text)
    review: Mapped[ReviewState] = mapped_column(default="waiting")

    applicant: Mapped[str | None] = mapped_column(String(300))
    credit_code: Mapped[str | None] = mapped_column(String(30))
    model_name: Mapped[str | None] = mapped_column(String(300))
    pages: Mapped[int | None]
    verdict: Mapped[Verdict | None] = mapped_column(index=True)
    outcomes: Mapped[dict[str, int] | None]
    """Findings by outcome."""
    open_a: Mapped[int] = mapped_column(default=0)
    open_b: Mapped[int] = mapped_column(default=0)
    open_c: Mapped[int] = mapped_column(default=0)
    open_d: Mapped[int] = mapped_column(default=0)
    """Findings by severity that neither passed nor do not apply."""

    uploaded_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))
    claimed_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"), index=True)
    claimed_at: Mapped[datetime | None]
    confirmed_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))
    confirmed_at: Mapped[datetime | None]
    second_confirmed_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))
    second_confirmed_at: Mapped[datetime | None]

    version: Mapped[int] = mapped_column()
    """Counts the changes of this row; the ETag."""
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime] = mapped_column(index=True)
    delete_after: Mapped[datetime | None] = mapped_column(index=True)

    files: Mapped[list[SubmissionFile]] = relationship(
        order_by="SubmissionFile.position", cascade="all, delete-orphan", passive_deletes=True
    )
    claimed: Mapped[Account | None] = relationship(foreign_keys=[claimed_by])

    __mapper_args__ = {"version_id_col": version}


class SubmissionFile(Table):
    """One file of a submission; its bytes lie in the data folder under their hash."""

    __tablename__ = "submission_files"
    __table_args__ = (UniqueConstraint("submission_id", "position"),)

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, default=new_id)
    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id", ondelete="CASCADE"))
    position: Mapped[int]
    """From 0; the file's number in report.json."""
    name: Mapped[str] = mapped_column(String(500))
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    media_type: Mapped[str] = mapped_column(String(150))
    size: Mapped[int] = mapped_column(BigInteger)
    pages: Mapped[int | None]


class Revision(Table):
    """The report as it stood after a reading, a correction or a change of pages."""

    __tablename__ = "revisions"
    __table_args__ = (UniqueConstraint("submission_id", "number"),)

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, default=new_id)
    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id", ondelete="CASCADE"))
    number: Mapped[int]
    """From 1."""
    by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id"))
    """None: the machine."""
    at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(String(500))
    report: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    """report.json, gzipped."""
    submission_blob: Mapped[str | None] = mapped_column(String(64), index=True)
    """sha256 of the extracted Submission (JSON, gzipped) in the data folder."""
    reading_blob: Mapped[str | None] = mapped_column(String(64), index=True)
    """sha256 of the Reading (JSON, gzipped) in the data folder."""
    verdict: Mapped[Verdict]
    program_version: Mapped[str] = mapped_column(String(50))
    weights: Mapped[dict[str, str]]
