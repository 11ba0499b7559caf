"""What a measurement was made on: processor, cores, versions; nothing that names the machine."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import psutil

from models.frozen import Frozen

_GIB = 1 << 30
MEASURED = ("heyan", "openvino", "onnxruntime", "paddleocr", "paddlex", "opencv-contrib-python",
            "pypdfium2")  # fmt: skip
"""Packages whose version changes a figure."""


class Machine(Frozen):
    """Processor, cores this process may use, memory, system."""

    processor: str
    cores: int
    memory_gib: float
    system: str
    python: str
    packages: dict[str, str]


def this_machine(packages: Sequence[str] = MEASURED) -> Machine:
    """The machine this runs on, with the versions of these packages where installed."""
    return Machine(
        processor=_processor(),
        cores=len(os.sched_getaffinity(0)),
        memory_gib=round(psutil.virtual_memory().total / _GIB, 1),
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        packages={name: found for name in packages if (found := _version(name))},
    )


def _processor() -> str:
    """The model as the system names it."""
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
