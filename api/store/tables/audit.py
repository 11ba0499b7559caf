"""The audit log: rows are only ever added, each sealed with the hash of the one before."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from api.store.tables.table import ID_LENGTH, Table


class AuditEntry(Table):
    """Who did what to what, with which program; names stand in accounts, not here."""

    __tablename__ = "audit"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """From 1 without gaps."""
    at: Mapped[datetime]
    actor: Mapped[str | None] = mapped_column(String(ID_LENGTH), index=True)
    """The account's id; None is the machine. No foreign key: the log outlives what it names."""
    action: Mapped[str] = mapped_column(String(50))
    subject: Mapped[str] = mapped_column(String(300), index=True)
    before: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    after: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    program_version: Mapped[str] = mapped_column(String(50))
    weights: Mapped[dict[str, str]]
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64), unique=True)
