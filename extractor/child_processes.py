"""Processes that work for this one."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import ParamSpec

_P = ParamSpec("_P")


def child_processes(
    count: int, prepare: Callable[_P, None], *args: _P.args, **kwargs: _P.kwargs
) -> ProcessPoolExecutor:
    """A pool of processes, started when there is work for them; none outlives this one.

    Each first calls ``prepare`` with the arguments that follow it.
    """
    return ProcessPoolExecutor(
        count,
        # A fork would inherit the threads' locks, and engines that can't be used in two processes.
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_begin,
        initargs=(prepare, args, kwargs),
    )


def _begin(
    prepare: Callable[..., None], args: tuple[object, ...], kwargs: dict[str, object]
) -> None:
    _end_with_parent()
    prepare(*args, **kwargs)


def _end_with_parent() -> None:
    """Makes this process end however its parent ends: by itself it would wait for work for ever."""
    parent = multiprocessing.parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
