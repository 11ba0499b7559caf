"""Migrations: brings a database to the tables of this version, and says where it stands."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, make_url, text

from api.errors import Conflict, DatabaseUnavailable
from api.store.database import engine_of
from api.store.refusals import explained

_MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x6865_7962
"""Any number, the same for all: processes that start together migrate one after the other."""


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's settings, without a file of their own."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def upgrade(url: str) -> tuple[str | None, str]:
    """Brings the database to this version, in one transaction; returns (before, after).

    Safe to call from several processes at once. Raises Conflict for a database that a newer
    version of the program has written, and for one that can't hold Chinese; DatabaseUnavailable
    for one that can't be reached or written.
    """
    _make_folder(url)
    engine = engine_of(url)
    writing = engine.execution_options(begin="BEGIN IMMEDIATE")
    try:
        with explained(url), writing.begin() as connection:
            if connection.dialect.name == "postgresql":
                _require_unicode(connection)
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            before = _require_known(connection)
            command.upgrade(configuration(connection), "head")
            return before, newest()
    finally:
        engine.dispose()


def current(engine: Engine) -> str | None:
    """The migration the database stands at, or None for an empty one."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest() -> str:
    """The migration this version of the program asks for."""
    head = ScriptDirectory.from_config(configuration()).get_current_head()
    assert head is not None, "the package ships its migrations"
    return head


def _require_known(connection: Connection) -> str | None:
    at = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in ScriptDirectory(str(_MIGRATIONS)).walk_revisions()}
    if at is not None and at not in known:
        raise Conflict("数据库由更新版本的 heyan 写入，请升级程序后再启动")
    return at


def _require_unicode(connection: Connection) -> None:
    """Found at the start, not when the first name is stored."""
    encoding = connection.scalar(text("SHOW server_encoding"))
    if encoding != "UTF8":
        raise Conflict(
            f"数据库的编码是 {encoding}，存不了中文；请用 createdb --encoding=UTF8 --template=template0 另建一个"
        )


def _make_folder(url: str) -> None:
    """The folder and the file of an SQLite database, for their owner's eyes only."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite" and address.database not in (None, "", ":memory:"):
        path = Path(str(address.database))
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=0o600)
        except OSError as error:
            raise DatabaseUnavailable(
                f"不能建立或写入（{error.strerror}）；请检查文件夹的权限和所有者，或换一个位置",
                f"数据库 {path}",
            ) from None
