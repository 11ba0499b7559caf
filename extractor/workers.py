"""The processes that read pages: one engine each, spawned, replaced when one dies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass

from extractor.child_processes import child_processes
from extractor.intake.opening import OpenedFile
from extractor.page_reading import PageRead, PageReader, ReaderSettings
from models.errors import EngineError


@dataclass(frozen=True)
class PageTask:
    """One page to read."""

    file: OpenedFile
    index: int
    number: int


class PagePool:
    """Worker processes that read pages; results come as they finish, in any order."""

    def __init__(self, settings: ReaderSettings, workers: int) -> None:
        self._settings = settings
        self._workers = workers
        self._executor = self._start()

    def _start(self) -> ProcessPoolExecutor:
        return child_processes(self._workers, _become_reader, self._settings)

    def read(self, tasks: list[PageTask]) -> Iterator[PageRead]:
        """Every page of the tasks; raises EngineError where a page kills its worker twice."""
        waiting = {self._executor.submit(_read, task): task for task in tasks}
        while waiting:
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            broken = [waiting[future] for future in done if _died(future)]
            for future in done:
                task = waiting.pop(future)
                if task not in broken:
                    yield future.result()
            if broken:
                yield from self._read_apart([*broken, *waiting.values()])
                return

    def _read_apart(self, tasks: list[PageTask]) -> Iterator[PageRead]:
        """Each page alone, after a worker died, so that the page at fault can be named."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = self._start()
        for task in tasks:
            try:
                yield self._executor.submit(_read, task).result()
            except BrokenProcessPool:
                raise EngineError(
                    "读取该页时识别进程意外退出，请把这一页单独另存后重试",
                    task.file.name,
                    task.number,
                ) from None

    def close(self) -> None:
        """Ends the processes."""
        self._executor.shutdown(wait=True, cancel_futures=True)


def _died(future: Future[PageRead]) -> bool:
    return isinstance(future.exception(), BrokenProcessPool)


@contextmanager
def page_pool(settings: ReaderSettings, workers: int | None = None) -> Iterator[PagePool]:
    """A pool for the time of the block; one worker per core unless told otherwise."""
    pool = PagePool(settings, workers or len(os.sched_getaffinity(0)))
    try:
        yield pool
    finally:
        pool.close()


# A spawned worker builds its reader once and keeps it: the executor calls a plain function for
# each page, so the reader has to live beside that function, in the worker's own process only.
_reader: PageReader | None = None


def _become_reader(settings: ReaderSettings) -> None:
    global _reader
    _reader = PageReader.of(settings)


def _read(task: PageTask) -> PageRead:
    if _reader is None:
        raise EngineError("识别进程没有启动，请运行 heyan doctor 查看原因")
    return _reader.read(task.file, task.index, task.number)
