"""The most memory a process and its children held together while something ran."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import psutil

INTERVAL = 0.25
"""Seconds between two looks: a page takes longer."""


class PeakMemory:
    """Bytes; memory that processes share is counted once where the system can tell (PSS)."""

    def __init__(self, pid: int) -> None:
        self.bytes = 0
        self._pid = pid

    def look(self) -> None:
        """Takes the present state into account."""
        try:
            parent = psutil.Process(self._pid)
            family = [parent, *parent.children(recursive=True)]
        except psutil.NoSuchProcess:
            return
        self.bytes = max(self.bytes, sum(_held(process) for process in family))


def _held(process: psutil.Process) -> int:
    """Bytes of one process; 0 where it has ended meanwhile."""
    try:
        full = process.memory_full_info()
        return int(getattr(full, "pss", full.rss))
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0


@contextmanager
def peak_memory(pid: int | None = None) -> Iterator[PeakMemory]:
    """Watches the process (this one by default) and its children for the time of the block."""
    peak = PeakMemory(pid or os.getpid())
    done = Event()

    def watch() -> None:
        while not done.wait(INTERVAL):
            peak.look()

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        peak.look()
        done.set()
        watcher.join()
