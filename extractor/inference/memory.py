"""Hands memory that was freed back to the system."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Returns freed memory to the system where the C library keeps it; a few milliseconds.

    glibc keeps what a runtime frees between two pictures of different size: after a few pages that
    is half as much again as what is in use.
    """
    if sys.platform != "linux":
        return
    # musl has no such function, and nothing to give back.
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
