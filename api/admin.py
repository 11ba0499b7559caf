"""``heyan admin``: accounts, keys, migrations, the audit log and deletion, on the service's machine."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from api.auth import api_keys, lockout, passwords
from api.errors import Conflict, Invalid, NotFound
from api.roles import ROLE_NAMES, Role
from api.settings import Settings, settings_from
from api.store import accounts, audit, migrating, retention
from api.store.database import Database
from api.store.files import Files
from api.store.refusals import explained
from api.store.tables import Account
from models.errors import OutputNotWritable

BROKEN_EXIT = 1
"""Of audit-verify where the chain has a gap."""

admin = typer.Typer(name="admin", help="账号、密钥、数据库和审计日志的管理。", no_args_is_help=True)

Username = Annotated[str, typer.Argument(help="用户名，不分大小写")]
FromStdin = Annotated[bool, typer.Option("--password-stdin", help="从标准输入读取密码")]


def add_to(app: typer.Typer) -> None:
    """Adds the commands to ``heyan``."""
    app.add_typer(admin)


@admin.command("create")
def create(
    username: Username,
    role: Annotated[str, typer.Option(help="uploader、reviewer、admin 或 auditor")] = "admin",
    display_name: Annotated[str, typer.Option("--name", help="显示的姓名")] = "",
    city: Annotated[str | None, typer.Option(help="只能看到这个市州的材料")] = None,
    password_stdin: FromStdin = False,
    no_password: Annotated[bool, typer.Option(help="不设密码，只用密钥")] = False,
    oidc_subject: Annotated[
        str | None, typer.Option(help="统一认证中的标识（sub），只用统一认证登录")
    ] = None,
) -> None:
    """新建账号；第一个管理员由此产生，没有默认密码。"""
    settings = _settings()
    if oidc_subject is not None and settings.oidc is None:
        raise Invalid("未配置 HEYAN_OIDC_ISSUER，不能指定 --oidc-subject")
    known = _role(role)
    without = no_password or oidc_subject is not None
    kept = None if without else passwords.hash_of(_password(password_stdin), username)
    with _opened(settings) as (session, at):
        account = accounts.create(
            session,
            username,
            known,
            at=at,
            password_hash=kept,
            display_name=display_name,
            city=city,
            issuer=settings.oidc.issuer if oidc_subject and settings.oidc else None,
            subject=oidc_subject,
        )
        _record(session, "account.create", account, at, {"role": account.role, "city": city})
    typer.echo(f"已建立账号 {account.username}（{ROLE_NAMES[account.role]}）")


@admin.command("list")
def every() -> None:
    """列出所有账号。"""
    with _opened(_settings()) as (session, _):
        for account in accounts.every(session):
            state = "已停用" if account.disabled_at else "可用"
            place = account.city or "全部"
            typer.echo(f"{account.username}\t{ROLE_NAMES[account.role]}\t{place}\t{state}")


@admin.command("disable")
def disable(username: Username) -> None:
    """停用账号，并立即结束其所有会话。"""
    with _opened(_settings()) as (session, at):
        account = accounts.named(session, username)
        accounts.disable(session, account, at=at)
        _record(session, "account.disable", account, at)
    typer.echo(f"已停用账号 {account.username}")


@admin.command("enable")
def enable(username: Username) -> None:
    """恢复停用的账号，并解除登录锁定。"""
    with _opened(_settings()) as (session, at):
        account = accounts.named(session, username)
        accounts.enable(session, account)
        lockout.unlock(session, account.username)
        _record(session, "account.enable", account, at)
    typer.echo(f"已恢复账号 {account.username}")


@admin.command("password")
def password(username: Username, password_stdin: FromStdin = False) -> None:
    """重设密码，结束其所有会话，并解除登录锁定。"""
    settings = _settings()
    kept = passwords.hash_of(_password(password_stdin), username)
    with _opened(settings) as (session, at):
        account = accounts.named(session, username)
        accounts.set_password(session, account, kept)
        lockout.unlock(session, account.username)
        _record(session, "account.password", account, at)
    typer.echo(f"已重设 {account.username} 的密码")


@admin.command("restrict")
def restrict(
    username: Username,
    city: Annotated[str, typer.Argument(help="市州，如 武汉市；留空则不限")] = "",
) -> None:
    """限定账号只能看到某一市州的材料。"""
    with _opened(_settings()) as (session, at):
        account = accounts.named(session, username)
        accounts.set_city(session, account, city)
        _record(session, "account.restrict", account, at, {"city": city or None})
    typer.echo(f"{account.username} 可见：{city or '全部'}")


@admin.command("api-key")
def api_key(
    username: Username,
    name: Annotated[str, typer.Option(help="用途")] = "api",
    days: Annotated[int | None, typer.Option(help="有效天数，默认不限", min=1)] = None,
) -> None:
    """为账号生成 API 密钥；密钥只显示这一次。"""
    with _opened(_settings()) as (session, at):
        account = accounts.named(session, username)
        valid_for = None if days is None else timedelta(days=days)
        issued = api_keys.issue(session, account, name, at=at, valid_for=valid_for)
        _record(session, "key.issue", account, at, {"prefix": issued.key.prefix, "days": days})
    typer.echo("密钥只显示这一次，请立即保存：", err=True)
    typer.echo(issued.secret)


@admin.command("migrate")
def migrate() -> None:
    """把数据库升级到本版本所需的结构；请先备份。"""
    before, after = migrating.upgrade(_settings().database_url)
    typer.echo(f"数据库已是最新（{after}）" if before == after else f"{before or '空库'} → {after}")


@admin.command("backup")
def backup(
    out: Annotated[Path, typer.Argument(help="写到哪个文件；须尚不存在")],
) -> None:
    """在服务运行时备份 SQLite 数据库；文件另行复制 files 文件夹即可。"""
    settings = _settings()
    if settings.database is None and not (settings.data / "heyan.sqlite").exists():
        raise NotFound(f"{settings.data} 中没有数据库；请核对 HEYAN_DATA")
    database = Database(settings.database_url)
    try:
        with explained(settings.database_url):
            database.copy_to(out)
    finally:
        database.close()
    typer.echo(f"已备份到 {out}")


@admin.command("audit-verify")
def audit_verify(
    head: Annotated[
        str | None, typer.Option(help="以前导出时记下的校验值，用来发现末尾被截去")
    ] = None,
) -> None:
    """核对审计日志是否完整；有缺口时退出码为 1。"""
    with _opened(_settings()) as (session, _):
        gap = audit.verify(session, head)
        newest = audit.head(session)
    if gap is not None:
        typer.echo(f"审计日志不完整：{gap.message}", err=True)
        raise typer.Exit(BROKEN_EXIT)
    if newest is None:
        typer.echo("审计日志为空")
    else:
        typer.echo(f"审计日志完整，共 {newest.seq} 条，末条校验值 {newest.hash}")


@admin.command("audit-export")
def audit_export(
    out: Annotated[Path, typer.Argument(help="写到哪个文件，每行一条 JSON；- 为标准输出")],
) -> None:
    """导出审计日志。"""
    with _opened(_settings()) as (session, _):
        lines = (
            json.dumps(audit.plain(entry), ensure_ascii=False) + "\n"
            for entry in audit.entries(session)
        )
        if str(out) == "-":
            sys.stdout.writelines(lines)
            return
        try:
            with out.open("w", encoding="utf-8") as file:
                file.writelines(lines)
        except OSError as error:
            raise OutputNotWritable("审计日志写不进去，请换一个位置", str(out)) from error


@admin.command("purge")
def purge(
    older_than: Annotated[
        int | None, typer.Option(help="删除建立超过这么多天的材料，不论各自的保存期限", min=1)
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="不再询问")] = False,
) -> None:
    """删除保存期限已过的材料及其文件；删除后无法恢复。"""
    settings = _settings()
    at = datetime.now(UTC)
    before = None if older_than is None else at - timedelta(days=older_than)
    migrating.upgrade(settings.database_url)
    database = Database(settings.database_url)
    try:
        with database.snapshot() as session:
            over = retention.due(session, at=at, created_before=before)
        if over and not yes:
            typer.confirm(f"将永久删除 {len(over)} 份材料，确定吗？", abort=True)
        removed = retention.purge(
            database,
            Files(settings.files),
            at=at,
            created_before=before,
            program_version=version("heyan"),
        )
    finally:
        database.close()
    typer.echo(f"已删除 {removed} 份材料")


def _settings() -> Settings:
    return settings_from(os.environ)


@contextmanager
def _opened(settings: Settings) -> Iterator[tuple[Session, datetime]]:
    """A transaction on the service's database, brought up to date first, and its moment."""
    migrating.upgrade(settings.database_url)
    database = Database(settings.database_url)
    try:
        with database.transaction() as session:
            yield session, datetime.now(UTC)
    finally:
        database.close()


def _record(
    session: Session, action: str, account: Account, at: datetime, after: object = None
) -> None:
    """An entry without an actor: the command line knows no account."""
    audit.record(
        session,
        action,
        account.id,
        actor=None,
        at=at,
        after=after,
        program_version=version("heyan"),
    )


def _role(text: str) -> Role:
    for role in ROLE_NAMES:
        if role == text:
            return role
    raise Invalid(f"没有“{text}”这种角色，可用：{'、'.join(ROLE_NAMES)}")


def _password(from_stdin: bool) -> str:
    """The password, typed twice, or one line of standard input."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise Conflict("没有终端可以输入密码，请使用 --password-stdin")
    return str(typer.prompt("密码", hide_input=True, confirmation_prompt="再输入一次"))
