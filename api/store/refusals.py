"""What a database's refusal means, in one sentence for who runs the service."""

from __future__ import annotations

import errno
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pg8000.exceptions import DatabaseError as PostgresError
from pg8000.exceptions import InterfaceError as PostgresUnreachable
from sqlalchemy import URL, make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from api.errors import DatabaseUnavailable

_PRIMARY = 0xFF
"""Of an SQLite error code: what is above it only says where."""
_SQLITE = {
    sqlite3.SQLITE_PERM: "不能读写；请检查这个文件及其文件夹的权限和所有者",
    sqlite3.SQLITE_READONLY: "不能写；请检查这个文件及其文件夹的权限和所有者",
    sqlite3.SQLITE_CANTOPEN: "打不开；请检查路径，以及文件夹的权限和所有者",
    sqlite3.SQLITE_BUSY: "正被其他程序占用；请等它结束后再启动",
    sqlite3.SQLITE_LOCKED: "正被其他程序占用；请等它结束后再启动",
    sqlite3.SQLITE_FULL: "磁盘已满；请清理后再启动",
    sqlite3.SQLITE_IOERR: "读写出错；请检查磁盘",
    sqlite3.SQLITE_NOTADB: "不是 SQLite 数据库；请核对 HEYAN_DATABASE 或数据文件夹",
    sqlite3.SQLITE_CORRUPT: "已损坏；请从备份恢复",
}
_POSTGRES = {
    "28P01": "用户名或密码不对；请核对 HEYAN_DATABASE 和 HEYAN_DATABASE_PASSWORD_FILE",
    "28000": "不接受这个用户；请核对 HEYAN_DATABASE 中的用户名，以及服务器的 pg_hba.conf",
    "3D000": "没有这个数据库；请先用 createdb --encoding=UTF8 --template=template0 建立",
    "42501": "用户没有建表的权限；请让它成为这个数据库的所有者（ALTER DATABASE … OWNER TO …）",
    "25006": "是只读的；请连接主库",
    "53100": "磁盘已满；请清理后再启动",
    "53300": "连接数已满；请调大 max_connections，或关闭不用的连接",
    "57P03": "正在启动或关闭；请稍后再试",
}
"""SQLSTATE → what is the matter, https://www.postgresql.org/docs/current/errcodes-appendix.html."""
_NO_PASSWORD = "no password"
_BROKEN_OFF = "服务器中断了连接，多半是用户名、密码或库名不对，见 PostgreSQL 的日志"
"""Over a socket file the driver loses what the server said before it closed."""
_UNREACHABLE = {
    errno.ECONNREFUSED: "连接被拒绝",
    errno.ETIMEDOUT: "没有应答",
    errno.EHOSTUNREACH: "网络不通",
    errno.ENETUNREACH: "网络不通",
    errno.ENOENT: "没有这个套接字",
    errno.EPIPE: _BROKEN_OFF,
    errno.ECONNRESET: _BROKEN_OFF,
}


@contextmanager
def explained(url: str) -> Iterator[None]:
    """Turns the database's own errors in the block into one sentence about it.

    Raises:
        DatabaseUnavailable: in place of an error that who runs the service can do something about.
    """
    address = make_url(url)
    try:
        yield
    except DBAPIError as error:
        sentence = _sentence(error.orig)
        if sentence is None:
            raise
        raise DatabaseUnavailable(sentence, _name(address)) from None
    except AttributeError:
        # So the driver fails where the server asks for a password and none was given.
        if address.get_backend_name() != "postgresql" or address.password is not None:
            raise
        raise DatabaseUnavailable(_POSTGRES["28P01"], _name(address)) from None


def is_away(error: Exception) -> bool:
    """Whether the database can't be asked now, whatever is asked: it is down, or ends sessions."""
    if isinstance(error, InterfaceError | OperationalError):
        return True
    said: Any = error.orig.args[0] if isinstance(error, DBAPIError) and error.orig else None
    # The driver gives every refusal of the server one type; those that end the session say so.
    return isinstance(said, dict) and said.get("V") in ("FATAL", "PANIC")


def _sentence(error: BaseException | None) -> str | None:
    said: Any = error.args[0] if error is not None and error.args else None
    if isinstance(error, sqlite3.Error):
        return _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & _PRIMARY)
    if isinstance(error, PostgresError | PostgresUnreachable) and isinstance(said, dict):
        return _POSTGRES.get(said.get("C", ""))
    if isinstance(error, PostgresUnreachable):
        if _NO_PASSWORD in str(error):
            return _POSTGRES["28P01"]
        why = _why(error.__cause__) or str(error)
        return f"连不上（{why}）；请确认 PostgreSQL 已启动，并核对 HEYAN_DATABASE 的主机和端口"
    return None


def _why(cause: BaseException | None) -> str | None:
    if isinstance(cause, socket.gaierror):
        return "主机名无法解析"
    return _UNREACHABLE.get(cause.errno or 0) if isinstance(cause, OSError) else None


def _name(address: URL) -> str:
    """The file, or the server and its database, without the password."""
    if address.get_backend_name() == "sqlite":
        return f"数据库 {address.database}"
    server = address.host or address.query.get("unix_sock") or "localhost"
    port = f":{address.port}" if address.port else ""
    return f"数据库 {address.username or ''}@{server}{port}/{address.database or ''}"
