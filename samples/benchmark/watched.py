"""Runs ``heyan`` as a command and watches the memory of each process it starts."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep

import psutil

INTERVAL = 0.5
"""Seconds between two looks."""
READER = "api.jobs.page_process"
"""What stands in the command line of a reading process."""
_MIB = 1024 * 1024


@dataclass(frozen=True)
class Look:
    """The memory of one process at one moment."""

    seconds: float
    """Since the command was started."""
    pid: int
    mib: float
    pages: int
    """Kept by then, of all workers together."""


@dataclass
class Watched:
    """What a command did."""

    seconds: float = 0.0
    status: int = 0
    looks: list[Look] = field(default_factory=list)
    """Of the processes that read pages."""

    @property
    def peak_mib(self) -> float:
        """The most that one reading process with its Dask worker held."""
        return max((look.mib for look in self.looks), default=0.0)


def heyan(*arguments: str | Path) -> list[str]:
    """The command of this installation."""
    program = "from api.cli import main; main()"
    return [sys.executable, "-c", program, *(str(each) for each in arguments)]


def watch(
    command: Sequence[str],
    kept: Path | None = None,
    environment: Mapping[str, str] | None = None,
    longest: float | None = None,
) -> Watched:
    """Runs the command to its end.

    Args:
        command: the program and its arguments.
        kept: the folder in which pages appear as they are read.
        environment: variables beside those of this process.
        longest: seconds after which the command is ended.
    """
    watched = Watched()
    started = monotonic()
    process = subprocess.Popen(
        command,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while process.poll() is None:
        watched.looks += _look(process.pid, monotonic() - started, kept)
        if longest is not None and monotonic() - started > longest:
            process.terminate()
            process.wait()
        sleep(INTERVAL)
    watched.seconds, watched.status = monotonic() - started, process.returncode
    return watched


def _look(pid: int, seconds: float, kept: Path | None) -> list[Look]:
    try:
        family = psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []
    pages = 0 if kept is None else _pages_in(kept)
    looks = []
    for each in family:
        try:
            if READER not in each.cmdline():
                continue
            held = each.memory_info().rss + psutil.Process(each.ppid()).memory_info().rss
        except psutil.Error:
            continue
        looks.append(Look(seconds, each.pid, held / _MIB, pages))
    return looks


def _pages_in(folder: Path) -> int:
    """The pages kept so far; folders may go while they are counted."""
    return sum(name.endswith(".json.gz") for _, _, names in os.walk(folder) for name in names)
