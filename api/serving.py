"""The command serve: the service and the console on one machine, without any configuration."""

from __future__ import annotations

import errno
import logging
import os
import socket
import sys
import traceback
from pathlib import Path
from tempfile import TemporaryFile
from typing import Annotated

import structlog
import typer
from sqlalchemy import func, select
from structlog.typing import EventDict

from api.errors import Conflict
from api.jobs.settings import RECORDED, JobSettings
from api.settings import Settings, settings_from
from api.store.database import Database
from api.store.migrating import upgrade
from api.store.tables import Account
from extractor.settings import Settings as ReadingSettings
from extractor.settings import settings_from as reading_settings_from
from extractor.weights.cache import weight_path
from extractor.weights.catalogue import DEFAULT_WEIGHTS
from models.errors import EngineError, OutputNotWritable

_LONGEST_CLOSE = 10
"""Seconds that open connections have to end when the service stops."""

_KEEP_ALIVE = 75
"""Seconds: longer than a proxy in front keeps its connections, so that it is the one to close."""

_NOT_LISTENING = {
    errno.EADDRINUSE: "端口已被占用；请停掉占用它的程序，或用 --port 换一个端口",
    errno.EACCES: "没有权限；1024 以下的端口要特权，请用 --port 换一个端口",
    errno.EADDRNOTAVAIL: "本机没有这个地址；请核对 --host",
}


def add_to(app: typer.Typer) -> None:
    """Adds the command to the program."""
    app.command("serve")(serve)


def serve(
    host: Annotated[str | None, typer.Option(help="监听地址，默认 127.0.0.1")] = None,
    port: Annotated[int | None, typer.Option(help="端口，默认 8600", min=0, max=65535)] = None,
    data: Annotated[Path | None, typer.Option(help="数据文件夹")] = None,
    engine: Annotated[str | None, typer.Option(help="识别引擎，默认 auto")] = None,
) -> None:
    """启动服务和审核界面。"""
    # Who verifies on the command line does not pay for the web's libraries.
    import uvicorn

    from api.app import create_app

    given = {"host": host, "port": port, "data": data, "engine": engine}
    settings = settings_from(os.environ).model_copy(
        update={name: value for name, value in given.items() if value is not None}
    )
    reading = reading_settings_from(dict(os.environ))
    # A variable that can't be taken is named here, not among the log of a start that fails.
    JobSettings.of(reading)
    require_weights(settings, reading)
    prepare(settings)
    quiet_logs()
    listening = listen(settings)
    address = f"http://{settings.host}:{listening.getsockname()[1]}"
    typer.echo(f"数据文件夹：{settings.data}")
    if not has_admin(settings):
        typer.echo("还没有管理员，请在另一个窗口运行：heyan admin create 用户名 --role admin")
    typer.echo(f"heyan 已启动：{settings.public_url or address}（Ctrl+C 停止）")
    config = uvicorn.Config(
        create_app(settings, reading),
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_LONGEST_CLOSE,
        timeout_keep_alive=_KEEP_ALIVE,
        proxy_headers=True,
    )
    server = uvicorn.Server(config)
    server.run(sockets=[listening])
    if not server.started:
        raise EngineError("服务没有启动成功，原因见上面的日志")


def require_weights(settings: Settings, reading: ReadingSettings) -> None:
    """Raises WeightsMissing or WeightsCorrupt where this machine reads pages and can't.

    Told at the start, not by the first submission that fails.
    """
    if settings.engine == RECORDED or settings.scheduler is not None:
        return
    for each in DEFAULT_WEIGHTS:
        weight_path(each.name, reading.weights)


def prepare(settings: Settings) -> None:
    """Creates the data folder and brings the database to this version.

    Raises OutputNotWritable where the folder can't be written, DatabaseUnavailable for a database
    that can't be used.
    """
    try:
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryFile(dir=settings.data):
            pass
    except OSError as error:
        raise OutputNotWritable(
            f"数据文件夹不能写（{error.strerror}）；请检查权限和磁盘空间，或用 --data 换一个位置",
            str(settings.data),
        ) from None
    upgrade(settings.database_url)


def listen(settings: Settings) -> socket.socket:
    """The open port; raises Conflict where it can't be had."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except socket.gaierror:
        listening.close()
        raise Conflict(f"{settings.host} 无法解析为本机地址；请核对 --host") from None
    except OSError as error:
        listening.close()
        why = _NOT_LISTENING.get(error.errno or 0) or f"{error.strerror}；请核对 --host 和 --port"
        raise Conflict(f"{settings.host}:{settings.port} 不能监听：{why}") from None
    return listening


def has_admin(settings: Settings) -> bool:
    """Whether anybody can administrate."""
    database = Database(settings.database_url)
    try:
        with database.snapshot() as session:
            admins = select(func.count()).where(
                Account.role == "admin", Account.disabled_at.is_(None)
            )
            return bool(session.scalar(admins))
    finally:
        database.close()


def _places_only(_logger: object, _method: str, event: EventDict) -> EventDict:
    """An exception as the places it came through: its message may quote what stood on a page."""
    error = event.pop("exc_info", None)
    if isinstance(error, BaseException):
        frames = traceback.extract_tb(error.__traceback__)
        event["places"] = [f"{Path(each.filename).name}:{each.lineno}" for each in frames]
    return event


def quiet_logs() -> None:
    """Logs as JSON lines on stderr; nothing in them names a person or a value."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _places_only,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    # It logs the names of files, which name applicants.
    logging.getLogger("tuspyserver").setLevel(logging.CRITICAL)
