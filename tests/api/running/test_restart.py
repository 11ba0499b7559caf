"""A service that is killed in the middle of its work, started again on the same folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx
import psutil

from api.auth import api_keys
from api.settings import Settings
from api.store import jobs, revisions
from api.store.database import Database
from api.store.migrating import upgrade
from api.store.tables import Account

ROOT = Path(__file__).parents[3]
FILES = sorted((ROOT / "samples" / "golden" / "conflicts").iterdir())


@contextmanager
def served(data: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The real command in a process group of its own, and its address."""
    environment = {
        **os.environ,
        "HEYAN_DATA": str(data),
        "HEYAN_ENGINE": "recorded",
        "HEYAN_LEASE_SECONDS": "5",
        "HEYAN_MIN_FREE_MB": "0",
        "HEYAN_PORT": "0",
    }
    process = subprocess.Popen(
        [sys.executable, "-c", "from api.cli import main; main()", "serve"],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    try:
        assert process.stdout is not None
        address = ""
        for line in process.stdout:
            if "http://" in line:
                address = "http://" + line.partition("http://")[2].partition("（")[0]
                break
        yield process, address
    finally:
        kill(process)


def kill(process: subprocess.Popen[str]) -> None:
    """kill -9 of the server and everything it started."""
    family = []
    if process.poll() is None:
        family = psutil.Process(process.pid).children(recursive=True)
        os.kill(process.pid, signal.SIGKILL)
    for each in family:
        if each.is_running():
            each.kill()
    process.wait()
    if process.stdout is not None:
        process.stdout.close()


def answered(client: httpx.Client) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            if client.get("/health/live").status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError("the service does not answer")


def test_a_job_under_way_at_kill_minus_nine_is_finished_once_after_the_start(
    tmp_path: Path,
) -> None:
    settings = Settings(data=tmp_path)
    upgrade(settings.database_url)
    database = Database(settings.database_url)
    at = datetime.now(UTC)
    with database.transaction() as session:
        account = Account(username="a", display_name="a", role="reviewer", created_at=at)
        session.add(account)
        session.flush()
        key = api_keys.issue(session, account, "t", at=at).secret
    headers = {"Authorization": f"Bearer {key}"}
    with (
        served(tmp_path) as (process, address),
        httpx.Client(base_url=address, headers=headers, timeout=60) as client,
    ):
        answered(client)
        parts = [("file", (path.name, path.read_bytes())) for path in FILES]
        submission = client.post("/v1/submissions", files=parts).json()["id"]
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with database.snapshot() as session:
                job = jobs.of_submission(session, submission)[0]
            if job.state == "running":
                break
            time.sleep(0.01)
        assert job.state == "running"
        kill(process)
    with database.snapshot() as session:
        assert jobs.of_submission(session, submission)[0].state == "running"
        assert revisions.history(session, submission) == []
    with (
        served(tmp_path) as (_, address),
        httpx.Client(base_url=address, headers=headers, timeout=60) as client,
    ):
        answered(client)
        until = time.monotonic() + 120
        while time.monotonic() < until:
            view = client.get(f"/v1/submissions/{submission}").json()
            if view["processing"] in ("done", "failed"):
                break
            time.sleep(0.2)
    assert view["processing"] == "done"
    with database.snapshot() as session:
        done = jobs.of_submission(session, submission)
        assert [(each.state, each.attempts) for each in done] == [("done", 2)]
        assert [each.number for each in revisions.history(session, submission)] == [1]
    database.close()
