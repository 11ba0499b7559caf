"""What keeps the service from starting is told in one sentence that says what to do."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from api.errors import Conflict, DatabaseUnavailable
from api.serving import listen, prepare, require_weights
from api.settings import Settings
from extractor.settings import Settings as ReadingSettings
from models.errors import OutputNotWritable, WeightsMissing

ROOT = Path(__file__).parents[2]
ASKS_FOR_TLS = 8
"""Bytes of that question; what tells the user's name is longer."""


def message(kind: bytes, body: bytes) -> bytes:
    """A message of PostgreSQL's protocol."""
    return kind + (len(body) + 4).to_bytes(4, "big") + body


def refusal(code: str) -> bytes:
    return message(b"E", b"SFATAL\0C" + code.encode() + b"\0Mno\0\0")


ASKS_FOR_A_PASSWORD = message(b"R", (10).to_bytes(4, "big") + b"SCRAM-SHA-256\0\0")


@contextmanager
def answering(answer: bytes) -> Iterator[int]:
    """The port of a server that speaks PostgreSQL and says this to whoever comes."""

    def answer_one() -> None:
        connection, _ = server.accept()
        with connection:
            if len(connection.recv(1024)) == ASKS_FOR_TLS:
                connection.sendall(b"N")
                connection.recv(1024)
            connection.sendall(answer)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = Thread(target=answer_one, daemon=True)
        thread.start()
        yield server.getsockname()[1]
        thread.join(10)


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("28P01", "HEYAN_DATABASE_PASSWORD_FILE"),
        ("28000", "pg_hba.conf"),
        ("3D000", "createdb"),
        ("53300", "max_connections"),
        ("57P03", "稍后再试"),
    ],
)
def test_what_postgresql_refuses_says_what_to_do(tmp_path: Path, code: str, asked: str) -> None:
    with answering(refusal(code)) as port:
        url = f"postgresql://heyan:secret@127.0.0.1:{port}/heyan"
        with pytest.raises(DatabaseUnavailable, match=asked) as refused:
            prepare(Settings(data=tmp_path, database=url))
    assert f"heyan@127.0.0.1:{port}/heyan" in str(refused.value)
    assert "secret" not in str(refused.value)


def test_a_password_that_was_not_given_is_asked_for(tmp_path: Path) -> None:
    with answering(ASKS_FOR_A_PASSWORD) as port:
        url = f"postgresql://heyan@127.0.0.1:{port}/heyan"
        with pytest.raises(DatabaseUnavailable, match="HEYAN_DATABASE_PASSWORD_FILE"):
            prepare(Settings(data=tmp_path, database=url))


@pytest.mark.parametrize(
    ("host", "why"),
    [("127.0.0.1:1", "连接被拒绝"), ("database.invalid", "主机名无法解析")],
)
def test_a_database_that_is_away_is_named(tmp_path: Path, host: str, why: str) -> None:
    settings = Settings(data=tmp_path, database=f"postgresql://heyan@{host}/heyan")
    with pytest.raises(DatabaseUnavailable, match=f"{host}.*{why}.*PostgreSQL 已启动"):
        prepare(settings)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "heyan.sqlite"
    path.write_text("这是一份说明，不是数据库。" * 100)
    with pytest.raises(DatabaseUnavailable, match="heyan.sqlite.*不是 SQLite 数据库"):
        prepare(Settings(data=tmp_path))


def test_a_folder_in_the_place_of_the_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "heyan.sqlite").mkdir()
    with pytest.raises(DatabaseUnavailable, match="heyan.sqlite.*打不开"):
        prepare(Settings(data=tmp_path))


def test_a_database_whose_folder_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    url = f"sqlite:///{tmp_path / 'file' / 'heyan.sqlite'}"
    with pytest.raises(DatabaseUnavailable, match="不能建立或写入.*权限"):
        prepare(Settings(data=tmp_path / "data", database=url))


def test_a_data_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputNotWritable, match="--data"):
        prepare(Settings(data=tmp_path / "file"))
    # Nobody makes files there, whoever runs the tests.
    with pytest.raises(OutputNotWritable, match="--data"):
        prepare(Settings(data=Path("/proc/self")))


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Conflict, match=f"{port} 不能监听：端口已被占用"):
            listen(Settings(data=tmp_path, port=port))


@pytest.mark.parametrize("host", ["192.0.2.1", "nowhere.invalid"])
def test_an_address_that_is_not_ours_is_named(tmp_path: Path, host: str) -> None:
    with pytest.raises(Conflict, match="--host"):
        listen(Settings(data=tmp_path, host=host, port=0))


def test_a_service_without_weights_does_not_start(tmp_path: Path) -> None:
    empty = ReadingSettings(home=tmp_path)
    with pytest.raises(WeightsMissing, match="heyan weights"):
        require_weights(Settings(data=tmp_path), empty)
    require_weights(Settings(data=tmp_path, engine="recorded"), empty)
    require_weights(Settings(data=tmp_path, scheduler="tcp://10.0.0.1:8786"), empty)


@pytest.mark.parametrize(
    ("variables", "status", "said"),
    [
        ({"HEYAN_DATABASE": "postgresql://heyan@127.0.0.1:1/heyan"}, 2, "连不上"),
        ({"HEYAN_PAGE_SECONDS": "soon"}, 2, "HEYAN_PAGE_SECONDS"),
        ({"HEYAN_WORKERS": "many"}, 2, "HEYAN_WORKERS"),
        ({"HEYAN_ENGINE": "auto"}, 3, "heyan weights"),
    ],
)
def test_the_command_ends_with_one_line_and_its_status(
    tmp_path: Path, variables: dict[str, str], status: int, said: str
) -> None:
    given = {"HEYAN_HOME": str(tmp_path), "HEYAN_ENGINE": "recorded", "HEYAN_PORT": "0"}
    ended = subprocess.run(
        [sys.executable, "-c", "from api.cli import main; main()", "serve"],
        env={**os.environ, **given, **variables},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    lines = ended.stderr.splitlines()
    assert (ended.returncode, len(lines)) == (status, 1), ended.stderr
    assert said in lines[0]
    assert "程序内部错误" not in lines[0]
