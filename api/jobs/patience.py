"""When a page has had its time: by the processor's clock while it works, by the wall's once it idles.

A busy machine must not make a page fail that would have been read on a free one.
"""

from __future__ import annotations

from time import monotonic

import psutil

IDLE_SECONDS = 5.0
"""How long a process whose time is up may do nothing."""
IDLE_WORK = 0.02
"""Seconds of the processor that are nothing; one of twenty that share a core gets ten times as much."""
LONGEST = 10
"""How many times its time a page may take on the busiest machine."""


class Patience:
    """Watches one process from now on."""

    def __init__(self, process: psutil.Process, seconds: float, threads: int) -> None:
        """``seconds``: what it may work on one core; with more threads, on as many cores."""
        self._process = process
        self._seconds, self._threads = seconds, threads
        self._started = self._looked = monotonic()
        self._work_before = self._work_then = self._work()

    def is_over(self) -> bool:
        """Whether the process worked too long, or its time is up and it does nothing."""
        now, work = monotonic(), self._work()
        if work - self._work_before > self._seconds * self._threads:
            return True
        waited = now - self._started
        if waited > self._seconds * LONGEST:
            return True
        if now - self._looked < IDLE_SECONDS:
            return False
        idle = work - self._work_then < IDLE_WORK
        self._looked, self._work_then = now, work
        return idle and waited > self._seconds

    def _work(self) -> float:
        """Seconds of the processor the process has used; 0 where it is gone."""
        try:
            times = self._process.cpu_times()
        except psutil.Error:
            return 0.0
        return float(times.user + times.system)
