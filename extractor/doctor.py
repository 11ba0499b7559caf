"""What is installed, which engine is used, what is missing and how to get it."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from extractor.inference.model import choose_runtime
from extractor.settings import Settings
from extractor.weights.cache import state_of
from extractor.weights.catalogue import DEFAULT_WEIGHTS
from models.errors import HeyanError

_PACKAGES = ("paddleocr", "onnxruntime", "openvino", "pypdfium2", "pdfplumber", "layoutparser")


@dataclass(frozen=True)
class Check:
    """One line of the doctor's table."""

    name: str
    fine: bool
    note: str


def checks(settings: Settings) -> tuple[Check, ...]:
    """The state of the installation, one check a line."""
    return (
        Check("处理器", True, f"{platform.machine()}，可用 {len(os.sched_getaffinity(0))} 核"),
        _engine(settings),
        *(_package(name) for name in _PACKAGES),
        _weights(settings),
    )


def _engine(settings: Settings) -> Check:
    try:
        return Check("推理引擎", True, choose_runtime(settings.engine))
    except HeyanError as error:
        return Check("推理引擎", False, error.message)


def _package(name: str) -> Check:
    try:
        return Check(name, True, version(name))
    except PackageNotFoundError:
        optional = name == "openvino"
        note = "未安装：在 x86 处理器上安装后更快" if optional else f"未安装：pip install {name}"
        return Check(name, optional, note)


def _weights(settings: Settings) -> Check:
    missing = [
        each.name for each in DEFAULT_WEIGHTS if state_of(each, settings.weights) != "present"
    ]
    note = f"缺少 {'、'.join(missing)}：请运行 heyan weights" if missing else "齐全"
    return Check("模型权重", not missing, note)
