import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Timer
from uuid import uuid4

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from api.errors import Conflict, DatabaseUnavailable
from api.store.database import Database, engine_of
from api.store.migrating import configuration, current, newest, upgrade
from api.store.tables import Table
from tests.api.conftest import create_database


def test_the_migrations_make_the_declared_tables(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Table.metadata) == []


def test_an_empty_database_is_brought_up_and_a_second_start_changes_nothing(
    empty_database_url: str,
) -> None:
    assert upgrade(empty_database_url) == (None, newest())
    assert upgrade(empty_database_url) == (newest(), newest())


def test_processes_that_start_together_migrate_once(empty_database_url: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(upgrade, [empty_database_url] * 4))
    assert sorted(before or "" for before, _ in outcomes) == ["", *[newest()] * 3]


def test_a_new_database_held_by_another_process_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "heyan.sqlite"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = Timer(0.5, other.rollback)
    release.start()
    try:
        assert upgrade(f"sqlite:///{path}") == (None, newest())
    finally:
        release.join()
        other.close()


def test_a_database_of_a_newer_program_is_left_alone(database_url: str) -> None:
    engine = engine_of(database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'r9999'"))
    with pytest.raises(Conflict, match="请升级程序"):
        upgrade(database_url)
    assert current(engine) == "r9999"
    engine.dispose()


def test_every_migration_can_be_taken_back(database_url: str) -> None:
    engine = engine_of(database_url)
    with engine.begin() as connection:
        command.downgrade(configuration(connection), "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    engine.dispose()
    assert upgrade(database_url) == (None, newest())


@pytest.mark.postgres
def test_a_database_that_can_not_hold_chinese_is_refused_at_the_start(postgres_server: str) -> None:
    engine = engine_of(postgres_server.format(name="postgres"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(
            text("CREATE DATABASE plain TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'")
        )
    engine.dispose()
    with pytest.raises(Conflict, match="SQL_ASCII.*UTF8"):
        upgrade(postgres_server.format(name="plain"))


@pytest.mark.postgres
def test_a_user_who_may_make_no_tables_is_told_whose_database_it_should_be(
    postgres_server: str,
) -> None:
    name = f"t{uuid4().hex}"
    create_database(postgres_server, name, "template0")
    engine = engine_of(postgres_server.format(name="postgres"))
    with engine.begin() as connection:
        connection.execute(text("CREATE ROLE guest LOGIN"))
    engine.dispose()
    url = postgres_server.format(name=name).replace("heyan@", "guest@")
    with pytest.raises(DatabaseUnavailable, match="所有者"):
        upgrade(url)


@pytest.mark.postgres
def test_a_database_or_a_user_that_is_not_there_is_no_riddle(postgres_server: str) -> None:
    # The driver may or may not hear what the server says before it closes the socket.
    with pytest.raises(DatabaseUnavailable, match="库名|没有这个数据库"):
        upgrade(postgres_server.format(name="nowhere"))
    with pytest.raises(DatabaseUnavailable, match="用户"):
        upgrade(postgres_server.format(name="postgres").replace("heyan@", "nobody@"))
