"""What a worker does: reads shards of pages with the one engine of its process."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any

from distributed import WorkerPlugin, get_worker

from api.jobs.edition import reading_edition
from api.jobs.results import PageResults
from api.jobs.settings import JobSettings
from api.jobs.shards import Shard
from api.jobs.supervising import PageProcess, PageTaken
from extractor.intake.opening import OpenedFile
from extractor.settings import settings_from
from models.errors import ClusterLost, EngineError, FileChanged

KEPT_BYTES = 4 * 1024**3
"""Of files sent to a worker that does not share their folder; the least recent ones go."""


@dataclass(frozen=True)
class ShardRead:
    """What a worker says of a shard."""

    taken: tuple[PageTaken, ...] = ()
    """Pages whose results the worker could not keep itself have their contents here."""
    wants_file: str | None = None
    """The worker's address, where it has no file of this content."""


class Station(WorkerPlugin):
    """A Dask worker plugin: the reading process of the worker and the files sent to it."""

    def __init__(self, settings: JobSettings) -> None:
        self.settings = settings
        self.name = station_name(settings)

    def setup(self, worker: Any) -> None:
        """Called by the worker; models are loaded when the first page comes."""
        if not self.settings.weights.is_dir():
            # Another machine than the caller's has its weights in a place of its own.
            own = settings_from(dict(os.environ)).weights
            self.settings = self.settings.model_copy(update={"weights": own})
        self._address = worker.address
        self._lock = Lock()
        self._folder = Path(tempfile.mkdtemp(prefix="heyan-", dir=worker.local_directory))
        scratch = self._folder / "scratch"
        scratch.mkdir()
        self._process = PageProcess(self.settings, scratch)
        self._known: dict[tuple[str, int, int], str] = {}

    def teardown(self, worker: Any) -> None:
        """Called by the worker when it ends."""
        self._process.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def read(self, shard: Shard) -> ShardRead:
        """Every page of the shard that is not kept yet.

        Raises:
            FileChanged: the file was written to meanwhile.
            OutputNotWritable: the data folder can't be written.
            EngineError: the worker is of another version, or can't start its engine.
        """
        if reading_edition(self.settings.engine) != shard.place.edition:
            raise EngineError(
                f"工作节点 {self._address} 的程序版本与本机不同，请在所有机器上安装同一版本后重试"
            )
        path = self._located(shard)
        if path is None:
            return ShardRead(wants_file=self._address)
        results = PageResults.seen_from(shard.place)
        with self._lock:
            return ShardRead(
                tuple(self._taken(shard.file, path, number, results) for number in shard.numbers)
            )

    def _taken(
        self, file: OpenedFile, path: Path, number: int, results: PageResults | None
    ) -> PageTaken:
        if results is not None and results.has(file.sha256, number):
            return PageTaken(number)
        before = _state(path)
        taken = self._process.read(replace(file, path=path), number)
        if before is None or _state(path) != before:
            raise changed(file.name)
        if taken.problem is not None or results is None:
            return taken
        results.put(file.sha256, number, taken.contents, taken.picture)
        return PageTaken(number)

    def _located(self, shard: Shard) -> Path | None:
        """A file of this content on this machine."""
        for path in (shard.file.path, self._kept(shard.file.sha256)):
            try:
                if path.stat().st_size == shard.size and self._hash(path) == shard.file.sha256:
                    return path
            except OSError:
                continue
        return None

    def _hash(self, path: Path) -> str:
        """The file's SHA-256; computed once for as long as it is not written to."""
        stat = path.stat()
        key = (str(path), stat.st_size, stat.st_mtime_ns)
        if key not in self._known:
            with path.open("rb") as stream:
                self._known[key] = hashlib.file_digest(stream, "sha256").hexdigest()
        return self._known[key]

    def _kept(self, sha256: str) -> Path:
        return self._folder / "files" / sha256

    def receive(self, sha256: str, offset: int, piece: bytes, last: bool) -> bool:
        """A piece of a file this machine does not see; False where it has come whole meanwhile.

        A file that is there is left alone: pages of it may be being read.
        """
        path = self._kept(sha256)
        if path.exists():
            return False
        path.parent.mkdir(exist_ok=True)
        part = path.with_suffix(".part")
        with part.open("r+b" if offset else "wb") as stream:
            stream.seek(offset)
            stream.write(piece)
        if last:
            part.replace(path)
            self._make_room(path)
        return True

    def _make_room(self, newest: Path) -> None:
        files = sorted(newest.parent.iterdir(), key=lambda each: each.stat().st_mtime)
        total = sum(each.stat().st_size for each in files)
        for each in files:
            if total <= KEPT_BYTES or each == newest:
                return
            total -= each.stat().st_size
            each.unlink()


def station_name(settings: JobSettings) -> str:
    """The plugin's name on every worker: callers with the same settings share one."""
    told = settings.model_copy(update={"scheduler": None, "certificates": None})
    return f"heyan-{hashlib.sha256(told.model_dump_json().encode()).hexdigest()[:12]}"


def changed(name: str) -> FileChanged:
    """The error for a file that was written to while it was read."""
    return FileChanged("文件在读取过程中被改动；请等文件写完后重新运行", name)


def _state(path: Path) -> tuple[int, int] | None:
    """What tells whether the file was written to; None where it is gone."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns


def read_shard(name: str, shard: Shard) -> ShardRead:
    """The task that runs on a worker.

    Raises:
        ClusterLost: the worker was never told how to read; its scheduler is not the one that was.
    """
    station = get_worker().plugins.get(name)
    if station is None:
        raise ClusterLost("调度进程已重新启动；已识别的页都已保存，请重新运行同一命令")
    assert isinstance(station, Station)
    return station.read(shard)


def receive_piece(
    name: str, sha256: str, offset: int, piece: bytes, last: bool, dask_worker: Any
) -> bool:
    """Takes a piece of a file; runs beside the worker's tasks."""
    station = dask_worker.plugins[name]
    assert isinstance(station, Station)
    return station.receive(sha256, offset, piece, last)
