"""The database by URL, and the two ways into it: a transaction that writes, a snapshot that reads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.orm import Session

from api.errors import Conflict

_BUSY_SECONDS = 30
"""How long a writer waits for another one on SQLite."""


class Database:
    """An engine with its sessions; one for each process."""

    def __init__(self, url: str) -> None:
        self.engine = engine_of(url)
        self._writing = self.engine.execution_options(begin="BEGIN IMMEDIATE")

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """The unit of work: a session that is committed at the end and undone on an exception."""
        with Session(self._writing, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def snapshot(self) -> Iterator[Session]:
        """A session for reading; what is changed in it is not kept."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    def copy_to(self, path: Path) -> None:
        """A consistent copy while others write; raises Conflict for another server's database."""
        if self.engine.dialect.name != "sqlite":
            raise Conflict("PostgreSQL 数据库请用 pg_dump 备份")
        with self.engine.connect().execution_options(begin="SELECT 1") as connection:
            connection.exec_driver_sql("VACUUM INTO ?", (str(path),))

    def close(self) -> None:
        """Gives back every connection."""
        self.engine.dispose()


def engine_of(url: str) -> Engine:
    """The engine for ``sqlite:///…`` or ``postgresql://…`` (driver pg8000)."""
    address = make_url(url)
    if address.get_backend_name() == "postgresql":
        return create_engine(address.set(drivername="postgresql+pg8000"), pool_pre_ping=True)
    engine = create_engine(address, connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Write-ahead log, foreign keys, transactions that begin where we say so.

    Every commit is on the disk before it is answered: what a person stated outlives a power cut.
    """
    connection.isolation_level = None
    for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {setting}")


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its lock at once: a reader that becomes one is refused without waiting."""
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))
