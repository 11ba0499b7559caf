import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from api.store import audit
from api.store.audit import Gap
from api.store.database import Database


def record(database: Database, at: datetime, number: int = 0) -> None:
    with database.transaction() as session:
        audit.record(
            session,
            "field.correct",
            f"s{number}",
            actor="a" * 16,
            at=at,
            before={"value": "1.00"},
            after={"value": "二", "确信": 0.1},
            program_version="0.1.0",
            weights={"det": "f" * 64},
        )


@pytest.fixture
def log(database: Database, at: datetime) -> Iterator[Database]:
    for number in range(5):
        record(database, at, number)
    yield database


def verify(database: Database, expected_head: str | None = None) -> Gap | None:
    with database.snapshot() as session:
        return audit.verify(session, expected_head)


def tamper(database: Database, *statements: str) -> None:
    """What somebody with all rights on the database can do."""
    off = {
        "sqlite": ["DROP TRIGGER audit_refuses_update", "DROP TRIGGER audit_refuses_delete"],
        "postgresql": ["ALTER TABLE audit DISABLE TRIGGER ALL"],
    }[database.engine.dialect.name]
    with database.engine.begin() as connection:
        for statement in (*off, *statements):
            connection.execute(text(statement))


def test_a_log_nobody_touched_is_whole(log: Database) -> None:
    assert verify(log) is None


def test_an_empty_log_is_whole(database: Database) -> None:
    assert verify(database) is None


@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit SET actor = 'b' WHERE seq = 3", "DELETE FROM audit WHERE seq = 5"],
)
def test_the_database_refuses_to_change_the_log(log: Database, statement: str) -> None:
    with pytest.raises(DatabaseError, match="append-only"), log.engine.begin() as connection:
        connection.execute(text(statement))
    assert verify(log) is None


@pytest.mark.parametrize(
    ("statement", "first"),
    [
        ("UPDATE audit SET actor = 'b' WHERE seq = 3", 3),
        ('UPDATE audit SET after = \'{"value": "9.00"}\' WHERE seq = 2', 2),
        ("UPDATE audit SET program_version = '0.2.0' WHERE seq = 1", 1),
        ("UPDATE audit SET previous_hash = hash WHERE seq = 4", 4),
        ("DELETE FROM audit WHERE seq = 3", 3),
        ("DELETE FROM audit WHERE seq = 1", 1),
    ],
)
def test_tampering_shows_where_it_begins(log: Database, statement: str, first: int) -> None:
    tamper(log, statement)
    gap = verify(log)
    assert gap is not None
    assert gap.seq == first
    assert f"第 {first} 条" in gap.message


def test_an_entry_written_anew_with_a_fitting_hash_breaks_the_chain_behind_it(
    log: Database, at: datetime
) -> None:
    with log.snapshot() as session:
        forged = next(entry for entry in audit.entries(session) if entry.seq == 3)
        forged.actor = "b" * 16
        fitting = audit.hash_of(forged)
        session.rollback()
    tamper(log, f"UPDATE audit SET actor = '{'b' * 16}', hash = '{fitting}' WHERE seq = 3")
    gap = verify(log)
    assert gap is not None and gap.seq == 4


def test_a_cut_off_end_shows_against_a_hash_noted_earlier(log: Database) -> None:
    with log.snapshot() as session:
        newest = audit.head(session)
        assert newest is not None
        noted = newest.hash
    assert verify(log, noted) is None
    tamper(log, "DELETE FROM audit WHERE seq = 5")
    assert verify(log) is None
    gap = verify(log, noted)
    assert gap is not None and "截去" in gap.message


def test_entries_written_at_once_make_one_chain(database: Database, at: datetime) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: record(database, at, number), range(20)))
    assert verify(database) is None
    with database.snapshot() as session:
        assert [entry.seq for entry in audit.entries(session)] == list(range(1, 21))


def test_what_is_undone_leaves_no_entry(database: Database, at: datetime) -> None:
    with pytest.raises(RuntimeError), database.transaction() as session:
        audit.record(session, "x.y", "s", actor=None, at=at, program_version="0.1.0")
        raise RuntimeError
    record(database, at)
    assert verify(database) is None


def test_an_exported_entry_says_who_when_what_and_with_which_program(log: Database) -> None:
    with log.snapshot() as session:
        exported = json.loads(json.dumps(audit.plain(next(audit.entries(session)))))
    assert exported["at"] == "2026-04-02T12:00:00.000000+00:00"
    assert exported["actor"] == "a" * 16
    assert exported["before"] == {"value": "1.00"}
    assert exported["weights"] == {"det": "f" * 64}
    assert exported["previous_hash"] == audit.START


def test_the_log_is_read_a_page_at_a_time_the_newest_first(log: Database) -> None:
    with log.snapshot() as session:
        first = audit.page_of(session, limit=2)
        then = audit.page_of(session, limit=2, before_seq=first[-1].seq)
        of_one = audit.page_of(session, subject="s3")
    assert [entry.seq for entry in (*first, *then)] == [5, 4, 3, 2]
    assert [entry.seq for entry in of_one] == [4]


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("application_form.revenue", "1"),
        ("application_form.contact_phone", audit.MASKED),
        ("business_licence.legal_representative", audit.MASKED),
    ],
)
def test_values_that_name_a_person_are_masked(field: str, shown: str) -> None:
    assert audit.shielded(field, "1") == shown
    assert audit.shielded(field, None) is None
