"""Reads submissions on a cluster: what is kept already is not read again, the rest in shards."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from concurrent.futures import CancelledError
from dataclasses import replace
from pathlib import Path
from queue import Empty, Queue
from threading import Event
from time import monotonic, perf_counter
from typing import Any

from distributed import Client, Future, KilledWorker

from api.jobs.claims import Claim, Claims, PageKey, keys_of, said_of
from api.jobs.results import PageResults, Place, StoredPage
from api.jobs.settings import JobSettings
from api.jobs.shard_cluster import ShardCluster, lost
from api.jobs.shards import Shard
from api.jobs.source import Progress, ReadSubmission, assembled
from api.jobs.station import ShardRead
from extractor.intake.opening import OpenedFile
from models.batch import Problem
from models.errors import Cancelled, EngineError, HeyanError

LOST_AFTER = 180.0
"""Seconds without any worker after which a reading is given up; starting one takes a while."""
_LOOKS = 1.0
"""Seconds between looks whether the caller has cancelled and workers are there."""


class ClusterPages:
    """The pages of submissions as a cluster reads them; one per process."""

    def __init__(
        self, client: Client, settings: JobSettings, results: PageResults, place: Place
    ) -> None:
        self._results = results
        self._cluster = ShardCluster(client, settings, results, place)
        self._claims = Claims()

    @property
    def workers(self) -> int:
        """How many workers the cluster has now."""
        return self._cluster.workers

    def missing(self, files: Sequence[OpenedFile]) -> int:
        """How many of the pages were not read yet."""
        return sum(not self._results.has(*key) for key in keys_of(files))

    def picture(self, sha256: str, number: int) -> Path | None:
        """The upright picture of a page as JPEG; None where there is none."""
        return self._results.picture(sha256, number)

    def read(
        self,
        name: str,
        files: Sequence[OpenedFile],
        progress: Progress = lambda *_: None,
        cancelled: Event | None = None,
    ) -> ReadSubmission:
        """Every page of the files; see ``PageSource``."""
        started = perf_counter()
        problems: dict[PageKey, Problem] = {}
        wanted = list(dict.fromkeys(keys_of(files)))
        while True:
            missing = [key for key in wanted if key not in problems and not self._results.has(*key)]
            progress(len(wanted) - len(missing), len(wanted))
            if missing:
                self._read(missing, files, problems, progress, cancelled or Event())
                continue
            stored = self._stored(files, problems)
            if stored is not None:
                said = said_of(files, problems)
                return assembled(name, files, stored, said, perf_counter() - started)

    def _read(
        self,
        missing: list[PageKey],
        files: Sequence[OpenedFile],
        problems: dict[PageKey, Problem],
        progress: Progress,
        cancelled: Event,
    ) -> None:
        """Reads the pages nobody else reads, and waits for those who read the others."""
        mine, others = self._claims.claim(missing)
        total = len(set(keys_of(files)))
        try:
            if mine.pages:
                reading = _Reading(
                    self._cluster, mine, total, total - len(missing), progress, cancelled
                )
                reading.run(files)
                problems.update(mine.problems)
        finally:
            self._claims.release(mine)
        for claim in others:
            while not claim.done.wait(_LOOKS):
                if cancelled.is_set():
                    raise Cancelled("已停止")
            problems.update({key: claim.problems[key] for key in missing if key in claim.problems})

    def _stored(
        self, files: Sequence[OpenedFile], problems: dict[PageKey, Problem]
    ) -> list[StoredPage] | None:
        """Every page that was read; None where one of them turned out to be damaged."""
        stored = []
        for index, file in enumerate(files):
            for number in range(1, file.pages + 1):
                if (file.sha256, number) in problems:
                    continue
                page = self._results.load(file.sha256, number, index)
                if page is None:
                    return None
                stored.append(page)
        return stored


class _Reading:
    """The shards of one claim while they are being read."""

    def __init__(
        self,
        cluster: ShardCluster,
        claim: Claim,
        total: int,
        done: int,
        progress: Progress,
        cancelled: Event,
    ) -> None:
        self._cluster = cluster
        self._claim = claim
        self._rank = cluster.rank(len(claim.pages))
        self._progress = progress
        self._total, self._done = total, done
        self._cancelled = cancelled
        self._waiting: dict[str, tuple[Shard, Future[ShardRead]]] = {}
        self._finished: Queue[str] = Queue()
        self._last_worker = monotonic()
        self._suspects: list[Shard] = []
        """Pages whose worker died of them, or of the page it read while they waited: read alone last."""

    def run(self, files: Sequence[OpenedFile]) -> None:
        """Reads everything claimed; raises what ends the whole submission."""
        try:
            for shard in self._cluster.shards(files, self._claim):
                self._submit(shard)
            self._take_all()
            for suspect in self._suspects:
                self._submit(suspect)
                self._take_all()
        finally:
            for _, future in self._waiting.values():
                with contextlib.suppress(Exception):
                    future.cancel(force=True)

    def _take_all(self) -> None:
        while self._waiting:
            try:
                key = self._finished.get(timeout=_LOOKS)
            except Empty:
                self._look()
            else:
                self._take(*self._waiting.pop(key))

    def _submit(self, shard: Shard) -> None:
        future = self._cluster.submit(shard, self._rank)
        self._waiting[str(future.key)] = (shard, future)
        future.add_done_callback(lambda done: self._finished.put(str(done.key)))

    def _look(self) -> None:
        if self._cancelled.is_set():
            raise Cancelled("已停止")
        if self._cluster.workers:
            self._last_worker = monotonic()
        elif monotonic() - self._last_worker > LOST_AFTER:
            raise lost()

    def _take(self, shard: Shard, future: Future[ShardRead]) -> None:
        read = self._result(shard, future)
        if read is None:
            return
        if read.wants_file is not None:
            self._cluster.deliver(shard, read.wants_file)
            self._submit(shard)
            return
        for taken in read.taken:
            if taken.problem is not None:
                self._claim.problems[(shard.file.sha256, taken.number)] = taken.problem
            elif not taken.contents:
                self._cluster.check_kept(shard.file.sha256, taken.number)
            else:
                self._cluster.keep(shard.file.sha256, taken.number, taken.contents, taken.picture)
        self._done += len(read.taken)
        self._progress(self._done, self._total)

    def _result(self, shard: Shard, future: Future[ShardRead]) -> ShardRead | None:
        """What the worker says; None where the shard has to be asked for again."""
        if future.status in ("pending", "lost"):
            # It was read, and its worker died before the answer was fetched.
            self._submit(shard)
            return None
        try:
            result: Any = future.result(timeout=LOST_AFTER)
        except KilledWorker:
            self._apart(shard)
            return None
        except HeyanError:
            raise
        except (OSError, RuntimeError, CancelledError) as error:
            if isinstance(error, TimeoutError) and future.status != "error":
                self._submit(shard)
                return None
            raise lost() from error
        except Exception as error:
            raise EngineError(
                f"工作进程出错（{type(error).__name__}: {error}）；请运行 heyan doctor 检查安装",
                shard.file.name,
            ) from error
        assert isinstance(result, ShardRead)
        return result

    def _apart(self, shard: Shard) -> None:
        """Each page alone after workers died of the shard, so that the one at fault is named."""
        if len(shard.numbers) > 1:
            for page in shard.numbers:
                self._submit(replace(shard, numbers=(page,)))
        elif shard not in self._suspects:
            self._suspects.append(shard)
        else:
            [number] = shard.numbers
            self._claim.problems[(shard.file.sha256, number)] = Problem(
                class_="CRASH",
                file=shard.file.name,
                page=number,
                message="识别该页时工作进程屡次意外退出，已跳过；请把这一页单独重新扫描或另存后重新提交",
            )
            self._done += 1
