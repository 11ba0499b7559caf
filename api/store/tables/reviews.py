"""What people did with a submission; rows are added, never changed, the latest number counts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.store.states import DecisionKind, ResolutionKind
from api.store.tables.table import ID_LENGTH, Table, new_id


class Correction(Table):
    """A value a person gave for one field, or the withdrawal of one."""

    __tablename__ = "corrections"
    __table_args__ = (UniqueConstraint("submission_id", "document", "field", "number"),)

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, default=new_id)
    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id", ondelete="CASCADE"))
    document: Mapped[str] = mapped_column(String(100))
    """The document's id in report.json."""
    field: Mapped[str] = mapped_column(String(200))
    number: Mapped[int]
    """From 1 for each field; 0 stands for the machine's value."""
    value: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    """In canonical form; None says that the paper states nothing."""
    before: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    file: Mapped[int | None]
    page: Mapped[int | None]
    box: Mapped[list[float] | None]
    """Where the person saw it: fractions of the upright page."""
    stated: Mapped[dict[str, Any] | None]
    """The whole models.review.Correction: the typed value, what was typed, the document's page."""
    reason: Mapped[str] = mapped_column(String(500), default="")
    withdrawn: Mapped[bool] = mapped_column(default=False)
    """True: the machine's value stands again."""
    by: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    at: Mapped[datetime]


class PageChange(Table):
    """A page's kind, place or turn as a person set it."""

    __tablename__ = "page_changes"
    __table_args__ = (UniqueConstraint("submission_id", "file", "page", "number"),)

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, default=new_id)
    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id", ondelete="CASCADE"))
    file: Mapped[int]
    page: Mapped[int]
    number: Mapped[int]
    kind: Mapped[str | None] = mapped_column(String(50))
    position: Mapped[int | None]
    """The place among all pages, from 1; None leaves it."""
    turn: Mapped[int | None]
    """Clockwise quarter turns in degrees, on top of what the machine did."""
    by: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    at: Mapped[datetime]


class Note(Table):
    """A remark of a person on a submission, a page, a field or a finding."""

    __tablename__ = "notes"

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, default=new_id)
    submission_id: Mapped[str] = mapped_column(
        ForeignKey("submissions.id", ondelete="CASCADE"), index=True
    )
    text: Mapped[str] = mapped_column(Text)
    rule: Mapped[str | None] = mapped_column(String(50))
    document: Mapped[str | None] = mapped_column(String(100))
    field: Mapped[str | None] = mapped_column(String(200))
    file: Mapped[int | None]
    page: Mapped[int | None]
    box: Mapped[list[float] | None]
    by: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class Resolution(Table):
    """A person's word on one finding, or one field that was not sure."""

    __tablename__ = "resolutions"
    __table_args__ = (UniqueConstraint("submission_id", "subject", "number"),)

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, default=new_id)
    submission_id: Mapped[str] = mapped_column(ForeignKey("submissions.id", ondelete="CASCADE"))
    subject: Mapped[str] = mapped_column(String(300))
    """``FIN-01`` for a finding, ``<document id>/<field key>`` for a field."""
    number: Mapped[int]
    kind: Mapped[ResolutionKind]
    outcome: Mapped[str | None] = mapped_column(String(20))
    """The finding's outcome when it was looked at; another one now re-opens it."""
    reason: Mapped[str] = mapped_column(Text, default="")
    by: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    at: Mapped[datetime]


class Decision(Table):
    """A step of the submission as a whole, on the revision the person had before them."""

    __tablename__ = "decisions"

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, default=new_id)
    submission_id: Mapped[str] = mapped_column(
        ForeignKey("submissions.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[DecisionKind]
    revision: Mapped[int]
    reasons: Mapped[list[str]]
    text: Mapped[str] = mapped_column(Text, default="")
    by: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    at: Mapped[datetime]
