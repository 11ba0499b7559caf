"""Processes beside those that read: they extract and check, which holds up one core for seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from threading import Lock
from typing import ParamSpec, TypeVar

from extractor.child_processes import child_processes
from extractor.garbage import collect_seldom
from models.errors import HeyanError

_P = ParamSpec("_P")
_T = TypeVar("_T")
TRIES = 2


class Finishers:
    """A pool of processes that is started again where one of them dies."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._lock = Lock()
        self._pool = self._started()

    def run(self, work: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """What the function returns or raises in one of the processes; waits for it.

        Raises:
            HeyanError: the process died of it, more than once.
        """
        for _ in range(TRIES):
            pool = self._pool
            try:
                return self._submitted(pool, work, *args, **kwargs).result()
            except BrokenProcessPool:
                self._replace(pool)
        raise HeyanError("核对这份材料的进程意外退出；请检查内存是否足够，然后重新运行")

    def submit(self, work: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """The function's result, when it is there."""
        return self._submitted(self._pool, work, *args, **kwargs)

    def close(self) -> None:
        """Ends the processes; work that has not begun is dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _submitted(
        self,
        pool: ProcessPoolExecutor,
        work: Callable[_P, _T],
        *args: _P.args,
        **kwargs: _P.kwargs,
    ) -> Future[_T]:
        return pool.submit(work, *args, **kwargs)

    def _started(self) -> ProcessPoolExecutor:
        return child_processes(self._processes, collect_seldom)

    def _replace(self, broken: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is broken:
                self._pool = self._started()
        broken.shutdown(wait=False)


@contextmanager
def finishers(processes: int) -> Iterator[Finishers]:
    """The processes for the time of the block."""
    pool = Finishers(processes)
    try:
        yield pool
    finally:
        pool.close()
