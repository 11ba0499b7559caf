import json
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import typer
from click.testing import Result
from sqlalchemy import text
from typer.testing import CliRunner

from api import admin
from api.auth import api_keys
from api.auth.signing_in import sign_in
from api.errors import Conflict, Invalid, NotFound, Refused, SignInRequired
from api.settings import settings_from
from api.store import accounts, submissions
from api.store.database import Database
from api.store.files import Files
from api.store.submissions import NewFile
from models.errors import OutputNotWritable

PASSWORD = "correct horse 电池"
Call = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def call(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    monkeypatch.setenv("HEYAN_DATA", str(folder))
    monkeypatch.delenv("HEYAN_DATABASE", raising=False)
    app = typer.Typer()
    app.command("other")(lambda: None)
    admin.add_to(app)

    def call(*arguments: str, typed: str = "") -> Result:
        done = CliRunner().invoke(app, ["admin", *arguments], input=typed)
        if isinstance(done.exception, Refused):
            raise done.exception
        return done

    return call


@pytest.fixture
def root(call: Call) -> None:
    assert call("create", "root", "--password-stdin", typed=f"{PASSWORD}\n").exit_code == 0


@pytest.fixture
def database(folder: Path, root: None):
    opened = Database(f"sqlite:///{folder / 'heyan.sqlite'}")
    yield opened
    opened.close()


def enter(database: Database, folder: Path, username: str, password: str = PASSWORD) -> str:
    opened = sign_in(
        database,
        settings_from({"HEYAN_DATA": str(folder)}),
        username,
        password,
        address="192.0.2.1",
        at=datetime.now(UTC),
        program_version="0",
    )
    return opened.account.role


def test_the_first_admin_is_made_on_an_empty_machine_and_can_sign_in(
    database: Database, folder: Path
) -> None:
    assert enter(database, folder, "root") == "admin"


def test_what_was_made_is_for_its_owner_only(database: Database, folder: Path) -> None:
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "heyan.sqlite").stat().st_mode) == 0o600


def test_there_is_no_account_without_somebody_giving_a_password(call: Call) -> None:
    with pytest.raises(Conflict, match="--password-stdin"):
        call("create", "root")
    with pytest.raises(Invalid, match="密码"):
        call("create", "root", "--password-stdin")
    with pytest.raises(NotFound):
        call("api-key", "root")


def test_a_role_that_is_none_is_refused_with_those_there_are(call: Call) -> None:
    with pytest.raises(Invalid, match="uploader、reviewer、admin、auditor"):
        call("create", "x", "--role", "boss", "--no-password")


def test_a_new_password_ends_the_old_one(call: Call, database: Database, folder: Path) -> None:
    call("password", "root", "--password-stdin", typed="another password\n")
    with pytest.raises(SignInRequired):
        enter(database, folder, "root")
    assert enter(database, folder, "root", "another password")


def test_a_disabled_account_can_be_enabled_again(
    call: Call, database: Database, folder: Path
) -> None:
    call("create", "li", "--role", "reviewer", "--password-stdin", typed=f"{PASSWORD}\n")
    call("disable", "LI")
    assert "li\t审核人\t全部\t已停用" in call("list").output
    with pytest.raises(SignInRequired):
        enter(database, folder, "li")
    call("enable", "li")
    assert enter(database, folder, "li") == "reviewer"


def test_the_last_admin_can_not_be_disabled(call: Call, root: None) -> None:
    with pytest.raises(Conflict, match="唯一"):
        call("disable", "root")


def test_an_account_is_restricted_to_a_city_and_freed_again(call: Call, database: Database) -> None:
    call("create", "li", "--role", "reviewer", "--no-password", "--city", "宜昌市")
    with database.snapshot() as session:
        assert accounts.named(session, "li").city == "宜昌"
    call("restrict", "li", "武汉市")
    assert "li\t审核人\t武汉\t可用" in call("list").output
    call("restrict", "li")
    with database.snapshot() as session:
        assert accounts.named(session, "li").city is None


def test_a_key_is_printed_alone_and_works(call: Call, database: Database) -> None:
    done = call("api-key", "root", "--name", "脚本")
    with database.snapshot() as session:
        found = api_keys.account_of(session, done.stdout.strip(), at=datetime.now(UTC))
    assert found is not None and found[0].username == "root"
    assert "只显示这一次" in done.stderr


def test_the_log_of_all_this_is_whole_and_exported_without_secrets(
    call: Call, root: None, tmp_path: Path
) -> None:
    secret = call("api-key", "root").stdout.strip()
    assert "完整，共 2 条" in call("audit-verify").output
    out = tmp_path / "audit.jsonl"
    call("audit-export", str(out))
    exported = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [entry["action"] for entry in exported] == ["account.create", "key.issue"]
    assert call("audit-export", "-").stdout == out.read_text(encoding="utf-8")
    assert secret not in out.read_text(encoding="utf-8")
    assert exported[-1]["hash"] in call("audit-verify", "--head", exported[0]["hash"]).output


def test_a_gap_in_the_log_is_told_and_is_the_exit_status(
    call: Call, root: None, database: Database
) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER audit_refuses_update"))
        connection.execute(text("UPDATE audit SET action = 'nothing'"))
    done = call("audit-verify")
    assert done.exit_code == admin.BROKEN_EXIT
    assert "第 1 条" in done.stderr


def test_migrate_says_from_where_to_where(call: Call) -> None:
    assert "空库 →" in call("migrate").output
    assert "已是最新" in call("migrate").output


def test_a_backup_taken_while_others_write_is_a_whole_database(
    call: Call, database: Database, tmp_path: Path
) -> None:
    out = tmp_path / "backup.sqlite"
    with database.transaction() as session:
        accounts.create(session, "new", "auditor", at=datetime.now(UTC))
        assert "已备份" in call("backup", str(out)).output
    copy = Database(f"sqlite:///{out}")
    with copy.snapshot() as session:
        assert [account.username for account in accounts.every(session)] == ["root"]
    copy.close()
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    again = call("backup", str(out)).exception
    assert isinstance(again, OutputNotWritable) and "已存在" in str(again)
    nowhere = call("backup", str(tmp_path / "absent" / "backup.sqlite")).exception
    assert isinstance(nowhere, OutputNotWritable) and "换一个位置" in str(nowhere)


def test_where_there_is_no_database_nothing_is_backed_up(call: Call, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="HEYAN_DATA"):
        call("backup", str(tmp_path / "backup.sqlite"))
    assert list(tmp_path.iterdir()) == []


def test_purge_asks_before_it_deletes(call: Call, database: Database, folder: Path) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=400)
    file = Files(folder / "files").keep(b"x")
    with database.transaction() as session:
        submissions.add(
            session,
            [NewFile("a.pdf", file.sha256, "application/pdf", file.size)],
            name="a",
            programme="hubei-2025",
            at=long_ago,
            uploaded_by=None,
            retention=timedelta(days=365),
        )
    assert call("purge", typed="n\n").exit_code != 0
    assert "已删除 1 份" in call("purge", "--yes").output
    assert "已删除 0 份" in call("purge").output


def test_purge_by_age_does_not_touch_what_is_younger(
    call: Call, database: Database, folder: Path
) -> None:
    for days, sha256 in ((10, "a" * 64), (400, "b" * 64)):
        with database.transaction() as session:
            submissions.add(
                session,
                [NewFile("a.pdf", sha256, "application/pdf", 1)],
                name=f"{days}",
                programme="hubei-2025",
                at=datetime.now(UTC) - timedelta(days=days),
                uploaded_by=None,
            )
    assert "已删除 0 份" in call("purge", "--yes").output
    assert "已删除 1 份" in call("purge", "--older-than", "365", "--yes").output
