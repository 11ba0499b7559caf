"""Reads submissions on a cluster: what is kept already is not read again, the rest in shards."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from queue import Empty, Queue
from threading import Event
from time import monotonic, perf_counter, sleep, time
from typing import Any
from uuid import uuid4

from distributed import Client, Future, KilledWorker

from api.jobs.claims import Claim, Claims, PageKey, keys_of, said_of
from api.jobs.delivery import Delivery
from api.jobs.results import PageResults, Place, StoredPage
from api.jobs.settings import JobSettings
from api.jobs.shards import Shard, cut, priority
from api.jobs.source import Progress, ReadSubmission, assembled
from api.jobs.station import ShardRead, changed, read_shard, station_name
from extractor.intake.opening import OpenedFile
from models.batch import Problem
from models.errors import Cancelled, ClusterLost, EngineError, HeyanError

LOST_AFTER = 60.0
"""Seconds without any worker after which a reading is given up."""
SEEN_WITHIN = 90.0
"""Seconds after which a network folder must show what another machine has written."""
_LOOKS = 1.0
"""Seconds between looks whether the caller has cancelled and workers are there."""


class ClusterPages:
    """The pages of submissions as a cluster reads them; one per process."""

    def __init__(
        self, client: Client, settings: JobSettings, results: PageResults, place: Place
    ) -> None:
        self._client = client
        self._results = results
        self._place = place
        self._station = station_name(settings)
        self._claims = Claims()
        self._delivery = Delivery(client, self._station)
        self._started = time()

    @property
    def workers(self) -> int:
        """How many workers the cluster has now."""
        with contextlib.suppress(OSError, ValueError, TimeoutError):
            return len(self._client.nthreads())
        return 0

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
                reading = _Reading(self, mine, total, total - len(missing), progress, cancelled)
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

    def submit(self, shard: Shard, rank: float) -> Future[ShardRead]:
        """Hands a shard to the cluster."""
        key = f"read_shard-{uuid4().hex}"
        try:
            return self._client.submit(
                read_shard, self._station, shard, key=key, priority=rank, pure=False
            )
        except (OSError, RuntimeError, ValueError) as error:
            raise lost() from error

    def shards(self, files: Sequence[OpenedFile], claim: Claim) -> list[Shard]:
        """The claimed pages in shards; raises FileChanged where a file is gone."""
        shards: list[Shard] = []
        workers = max(1, self.workers)
        for each in {file.sha256: file for file in files}.values():
            # The worker, and the process it reads in, run in folders of their own.
            file = replace(each, path=each.path.absolute())
            numbers = sorted(number for sha256, number in claim.pages if sha256 == file.sha256)
            try:
                size = file.path.stat().st_size
            except OSError:
                raise changed(file.name) from None
            shards += cut(file, numbers, workers, self._place, size)
        return shards

    def rank(self, pages: int) -> float:
        """The priority of a submission of so many pages that comes now."""
        return priority(pages, time())

    def keep(self, sha256: str, number: int, contents: bytes, picture: bytes | None) -> None:
        """Stores a page that its worker could not store itself."""
        self._results.put(sha256, number, contents, picture)

    def check_kept(self, sha256: str, number: int) -> None:
        """Waits until a page that its worker stored is seen here: network folders take a while.

        Raises:
            EngineError: it is not; the folder is not the same one after all.
        """
        deadline = monotonic() + SEEN_WITHIN
        while not self._results.has(sha256, number):
            if monotonic() > deadline:
                raise EngineError(
                    "看不到工作节点写入的识别结果；请检查各机器上的数据文件夹是否真的是同一个",
                    str(self._place.folder),
                )
            sleep(0.1)

    def deliver(self, shard: Shard, worker: str) -> None:
        """Sends the shard's file to a worker that doesn't see it."""
        self._delivery.deliver(shard.file, worker)


class _Reading:
    """The shards of one claim while they are being read."""

    def __init__(
        self,
        pages: ClusterPages,
        claim: Claim,
        total: int,
        done: int,
        progress: Progress,
        cancelled: Event,
    ) -> None:
        self._pages = pages
        self._claim = claim
        self._rank = pages.rank(len(claim.pages))
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
            for shard in self._pages.shards(files, self._claim):
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
        future = self._pages.submit(shard, self._rank)
        self._waiting[str(future.key)] = (shard, future)
        future.add_done_callback(lambda done: self._finished.put(str(done.key)))

    def _look(self) -> None:
        if self._cancelled.is_set():
            raise Cancelled("已停止")
        if self._pages.workers:
            self._last_worker = monotonic()
        elif monotonic() - self._last_worker > LOST_AFTER:
            raise lost()

    def _take(self, shard: Shard, future: Future[ShardRead]) -> None:
        read = self._result(shard, future)
        if read is None:
            return
        if read.wants_file is not None:
            self._pages.deliver(shard, read.wants_file)
            self._submit(shard)
            return
        for taken in read.taken:
            if taken.problem is not None:
                self._claim.problems[(shard.file.sha256, taken.number)] = taken.problem
            elif not taken.contents:
                self._pages.check_kept(shard.file.sha256, taken.number)
            else:
                self._pages.keep(shard.file.sha256, taken.number, taken.contents, taken.picture)
        self._done += len(read.taken)
        self._progress(self._done, self._total)

    def _result(self, shard: Shard, future: Future[ShardRead]) -> ShardRead | None:
        """What the worker says; None where it died of the shard."""
        if future.status not in ("finished", "error"):
            raise lost()
        try:
            result: Any = future.result()
        except KilledWorker:
            self._apart(shard)
            return None
        except HeyanError:
            raise
        except (OSError, RuntimeError) as error:
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


def lost() -> ClusterLost:
    """The error for a cluster that is gone."""
    return ClusterLost(
        "与调度进程的连接断开，或没有工作进程；已识别的页都已保存，请检查后重新运行同一命令"
    )
