"""Work to be done on a submission, leased by the process that does it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from api.store.states import JobKind, JobState
from api.store.tables.table import ID_LENGTH, Table, new_id


class Job(Table):
    """One reading of one submission; whoever holds the lease works on it."""

    __tablename__ = "jobs"
    __table_args__ = (Index(None, "state", "priority", "created_at"),)

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, default=new_id)
    submission_id: Mapped[str] = mapped_column(
        ForeignKey("submissions.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[JobKind] = mapped_column(default="read")
    state: Mapped[JobState] = mapped_column(default="queued")
    priority: Mapped[int] = mapped_column(default=0)
    """Higher goes first."""
    done_pages: Mapped[int] = mapped_column(default=0)
    total_pages: Mapped[int | None]
    attempts: Mapped[int] = mapped_column(default=0)
    owner: Mapped[str | None] = mapped_column(String(100))
    lease_until: Mapped[datetime | None]
    not_before: Mapped[datetime | None]
    problem_class: Mapped[str | None] = mapped_column(String(50))
    problem: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
