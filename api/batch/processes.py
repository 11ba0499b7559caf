"""Processes beside those that read: they extract and check, which holds up one core for seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from threading import Lock
from typing import ParamSpec, TypeVar

from extractor.child_processes import child_processes
from extractor.garbage import collect_seldom
from models.errors import HeyanError

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Finishers:
    """A pool of processes that is started again where one of them dies."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._lock = Lock()
        self._alone = Lock()
        self._pool = self._started(self._processes)

    def run(self, work: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """What the function returns or raises in one of the processes; waits for it.

        Raises:
            HeyanError: a process that did nothing else died of it.
        """
        pool = self._pool
        try:
            return pool.submit(work, *args, **kwargs).result()
        except BrokenProcessPool:
            self._replace(pool)
        # Whatever was in the pool saw it break: which work is at fault shows when each is alone.
        with self._alone:
            apart = self._started(1)
            try:
                return apart.submit(work, *args, **kwargs).result()
            except BrokenProcessPool:
                raise HeyanError(
                    "核对这份材料的进程意外退出；请检查内存是否足够，然后重新运行"
                ) from None
            finally:
                apart.shutdown(wait=True)

    def close(self) -> None:
        """Ends the processes; work that has not begun is dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _started(self, processes: int) -> ProcessPoolExecutor:
        return child_processes(processes, collect_seldom)

    def _replace(self, broken: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is broken:
                self._pool = self._started(self._processes)
        broken.shutdown(wait=False)


@contextmanager
def finishers(processes: int) -> Iterator[Finishers]:
    """The processes for the time of the block."""
    pool = Finishers(processes)
    try:
        yield pool
    finally:
        pool.close()
