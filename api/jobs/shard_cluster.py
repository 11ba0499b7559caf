"""A cluster as one reading uses it: takes shards, keeps the pages that come back."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from time import monotonic, sleep, time
from uuid import uuid4

from distributed import Client, Future

from api.jobs.claims import Claim
from api.jobs.delivery import Delivery
from api.jobs.results import PageResults, Place
from api.jobs.settings import JobSettings
from api.jobs.shards import Shard, cut, priority
from api.jobs.station import ShardRead, changed, read_shard, station_name
from extractor.intake.opening import OpenedFile
from models.errors import ClusterLost, EngineError

SEEN_WITHIN = 90.0
"""Seconds after which a network folder must show what another machine has written."""


class ShardCluster:
    """The workers of a cluster, and the folder their results come to."""

    def __init__(
        self, client: Client, settings: JobSettings, results: PageResults, place: Place
    ) -> None:
        self._client = client
        self._results = results
        self._place = place
        self._station = station_name(settings)
        self._delivery = Delivery(client, self._station)

    @property
    def workers(self) -> int:
        """How many workers there are now."""
        with contextlib.suppress(OSError, ValueError, TimeoutError):
            return len(self._client.nthreads())
        return 0

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


def lost() -> ClusterLost:
    """The error for a cluster that is gone."""
    return ClusterLost(
        "与调度进程的连接断开，或没有工作进程；已识别的页都已保存，请检查后重新运行同一命令"
    )
