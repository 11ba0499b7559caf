"""The declarative root of all tables: names of constraints, instants, ids."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import Any, get_args

from sqlalchemy import JSON, DateTime, Dialect, Enum, MetaData
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

from api.roles import Role
from api.store.states import (
    DecisionKind,
    JobKind,
    JobState,
    ProcessingState,
    ResolutionKind,
    ReviewState,
)
from models.finding import Verdict

ID_LENGTH = 16


def new_id() -> str:
    """A random id that says nothing about what it names."""
    return secrets.token_hex(ID_LENGTH // 2)


class Instant(TypeDecorator[datetime]):
    """A moment in UTC; SQLite has no zones, so they are taken off and put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC; raises ValueError for one without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _words(kind: Any, name: str) -> Enum:
    """A text column that takes only the words of the Literal."""
    return Enum(
        *get_args(kind), name=name, native_enum=False, create_constraint=True, length=ID_LENGTH
    )


class Table(DeclarativeBase):
    """The root; constraints have names so that a migration can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {
        datetime: Instant(),
        dict[str, Any]: JSON(none_as_null=True),
        dict[str, str]: JSON(none_as_null=True),
        dict[str, int]: JSON(none_as_null=True),
        list[str]: JSON(none_as_null=True),
        list[float]: JSON(none_as_null=True),
        Role: _words(Role, "role"),
        ProcessingState: _words(ProcessingState, "processing"),
        ReviewState: _words(ReviewState, "review"),
        JobState: _words(JobState, "state"),
        JobKind: _words(JobKind, "kind"),
        DecisionKind: _words(DecisionKind, "kind"),
        ResolutionKind: _words(ResolutionKind, "kind"),
        Verdict: _words(Verdict, "verdict"),
    }
