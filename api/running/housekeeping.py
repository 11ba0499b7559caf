"""What has to be tidied now and then: retention, old keys and sessions, leftovers of killed processes."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from threading import Event as Flag
from threading import Thread

import structlog
from sqlalchemy import select

from api.auth import lockout, sessions
from api.settings import Settings
from api.store import idempotency, retention
from api.store.database import Database
from api.store.files import Files
from api.store.tables import SubmissionFile

_EVERY_SECONDS = 3600.0
_UPLOAD_DAYS = 3
_SCRATCH_DAYS = 1
_DAY = 86400.0
_BY_TURNS = 500

log = structlog.get_logger("heyan.housekeeping")


@dataclass
class Housekeeping:
    """The thread that tidies; once at the start, then every hour."""

    settings: Settings
    database: Database
    files: Files
    _stopping: Flag = field(default_factory=Flag)
    _thread: Thread | None = None

    def start(self) -> None:
        """Starts tidying."""
        self._thread = Thread(target=self._run, name="heyan-housekeeping", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(10)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self.tidy(datetime.now(UTC))
            except Exception as error:  # noqa: BLE001 - tried again in an hour
                log.error("housekeeping.fault", fault=type(error).__name__)
            self._stopping.wait(_EVERY_SECONDS)

    def tidy(self, at: datetime) -> None:
        """Everything that is due now."""
        deleted = retention.purge(
            self.database, self.files, at=at, program_version=version("heyan")
        )
        with self.database.transaction() as session:
            idempotency.clear(session, at=at)
            sessions.clear(session, self.settings, at=at)
            lockout.clear(session, at=at, length=self.settings.lockout)
        forget_pages(self.database, self.settings.data / "pages", older_than=time.time() - _DAY)
        _clear(self.settings.data / "uploads", _UPLOAD_DAYS, depth=2)
        _clear(self.settings.data / "scratch", _SCRATCH_DAYS, depth=1)
        if deleted:
            log.info("retention.deleted", submissions=deleted)


def forget_pages(database: Database, results: Path, older_than: float) -> int:
    """Removes what was read of files that no submission has any more; returns how many files.

    ``results`` is the folder of the page results: ``<edition>/<ab>/<sha256>/``.
    """
    removed = 0
    for some in _by_turns(results, older_than):
        with database.snapshot() as session:
            wanted = [folder.name for folder in some]
            held = set(
                session.scalars(
                    select(SubmissionFile.sha256).where(SubmissionFile.sha256.in_(wanted))
                )
            )
        for folder in some:
            if folder.name not in held:
                shutil.rmtree(folder, ignore_errors=True)
                removed += 1
    return removed


def _by_turns(results: Path, older_than: float) -> Iterator[list[Path]]:
    old = [each for each in results.glob("*/??/*") if each.stat().st_mtime < older_than]
    for start in range(0, len(old), _BY_TURNS):
        yield old[start : start + _BY_TURNS]


def _clear(folder: Path, days: int, depth: int) -> None:
    """Removes what lies ``depth`` levels down and was not touched for so many days."""
    limit = time.time() - days * _DAY
    for path in folder.glob("/".join("*" * depth)):
        with suppress(OSError):
            if path.stat().st_mtime >= limit:
                continue
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink()
