"""The database by URL, and the two ways into it: a transaction that writes, a snapshot that reads."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.orm import Session

from api.errors import Conflict
from models.errors import OutputNotWritable

_BUSY_SECONDS = 30
"""How long a writer waits for another one on SQLite."""

_BUSY_PAUSE_SECONDS = 0.02
"""Between two attempts where SQLite leaves the waiting to us: a migration takes some tenths."""


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
        """A consistent copy for its owner's eyes only, while others write.

        Raises Conflict for another server's database, OutputNotWritable where there is no writing
        or a file already.
        """
        if self.engine.dialect.name != "sqlite":
            raise Conflict("PostgreSQL 数据库请用 pg_dump 备份")
        try:
            path.touch(mode=0o600, exist_ok=False)
        except FileExistsError:
            raise OutputNotWritable("文件已存在，请换一个名字", str(path)) from None
        except OSError as error:
            raise OutputNotWritable(
                f"写不了（{error.strerror}）；请换一个位置", str(path)
            ) from None
        try:
            with self.engine.connect().execution_options(begin="SELECT 1") as connection:
                connection.exec_driver_sql("VACUUM INTO ?", (str(path),))
        except BaseException:
            path.unlink(missing_ok=True)
            raise

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


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Write-ahead log, foreign keys, transactions that begin where we say so.

    Every commit is on the disk before it is answered: what a person stated outlives a power cut.
    """
    connection.isolation_level = None
    _keep_write_ahead_log(connection)
    for setting in ("synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {setting}")


def _keep_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Asks again while others hold a new file: SQLite does not wait for this lock by itself.

    Two that both read and both want the file alone would wait for each other, so it refuses at once
    whatever the time limit (https://www.sqlite.org/c3ref/busy_handler.html).
    """
    deadline = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as refused:
            primary_code = refused.sqlite_errorcode & 0xFF
            if primary_code != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
        time.sleep(_BUSY_PAUSE_SECONDS)


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its lock at once: a reader that becomes one is refused without waiting."""
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))
