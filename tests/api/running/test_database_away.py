"""A service whose database goes away in the middle of its work and comes back."""

from __future__ import annotations

import time
from pathlib import Path
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from api.store.database import engine_of
from api.store.refusals import is_away
from tests.api.conftest import create_database
from tests.api.routes.conftest import key_for, service_in, serving, settings_in, upload

pytestmark = pytest.mark.postgres


def reachable(server: str, name: str, yes: bool) -> None:
    """Lets nobody into the database, and throws out who is in it; or lets them in again."""
    engine = engine_of(server.format(name="postgres"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS {yes}"))
        if not yes:
            ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"
            connection.execute(text(ended), {"name": name})
    engine.dispose()


def processing(client: TestClient, submission: str) -> str:
    return str(client.get(f"/v1/submissions/{submission}").json()["processing"])


def awaited(client: TestClient, submission: str, wanted: str, seconds: float) -> None:
    until = time.monotonic() + seconds
    while (now := processing(client, submission)) != wanted:
        assert time.monotonic() < until, f"still {now}"
        assert now != "failed"
        time.sleep(0.05)


def test_what_was_being_read_is_done_when_the_database_is_back(
    postgres_server: str, postgres_template: str, tmp_path: Path
) -> None:
    name = f"t{uuid4().hex}"
    url = create_database(postgres_server, name, postgres_template)
    settings = settings_in(tmp_path, database=url).model_copy(update={"lease_seconds": 5})
    with serving(settings) as client:
        key = key_for(service_in(client), "reviewer", "zhao")
        client.headers["Authorization"] = f"Bearer {key}"
        submission = upload(client).json()["id"]
        awaited(client, submission, "reading", 30)
        reachable(postgres_server, name, yes=False)
        assert client.get("/health/ready").status_code == 503
        # Long enough for the work to come to its end, where it is to be written down.
        time.sleep(6)
        reachable(postgres_server, name, yes=True)
        awaited(client, submission, "done", 120)
        assert client.get("/health/ready").status_code == 200


def test_a_refused_session_says_the_database_is_away_and_a_wrong_statement_does_not(
    postgres_server: str, postgres_template: str
) -> None:
    name = f"t{uuid4().hex}"
    engine = engine_of(create_database(postgres_server, name, postgres_template))
    with engine.connect() as connection, pytest.raises(DBAPIError) as wrong:
        connection.execute(text("SELECT nothing FROM nowhere"))
    assert not is_away(wrong.value)
    engine.dispose()
    reachable(postgres_server, name, yes=False)
    with pytest.raises(DBAPIError) as refused:
        engine.connect()
    assert is_away(refused.value)
