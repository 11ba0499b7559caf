"""The folder on this machine where the model files lie, and what lies in it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from extractor.weights.catalogue import Weight, weight
from models.errors import WeightsCorrupt, WeightsMissing

WeightState = Literal["present", "missing", "corrupt"]

_READ_BYTES = 1 << 20


def home(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder for everything that is fetched once: ``HEYAN_HOME``, else ``~/.cache/heyan``."""
    named = environment.get("HEYAN_HOME")
    return Path(named).expanduser() if named else Path.home() / ".cache" / "heyan"


def weights_folder(home: Path) -> Path:
    """Where the model files lie under ``home``."""
    return home / "weights"


def sha256_of(path: Path) -> str:
    """The file's SHA-256 in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_READ_BYTES):
            digest.update(block)
    return digest.hexdigest()


def state_of(entry: Weight, folder: Path) -> WeightState:
    """Whether the file is there and is the published one."""
    path = folder / entry.name
    if not path.is_file():
        return "missing"
    if path.stat().st_size != entry.size or sha256_of(path) != entry.sha256:
        return "corrupt"
    return "present"


def weight_path(name: str, folder: Path) -> Path:
    """The model file of that name, after its checksum was verified.

    Raises:
        KeyError: there is no such model file in the catalogue.
        WeightsMissing: it was not fetched yet.
        WeightsCorrupt: its SHA-256 is not the published one.
    """
    entry = weight(name)
    state = state_of(entry, folder)
    command = "heyan weights" if entry.default else f"heyan weights {name}"
    if state == "missing":
        raise WeightsMissing(f"缺少模型文件 {name}（{entry.purpose}），请运行 {command} 获取")
    if state == "corrupt":
        raise WeightsCorrupt(
            f"模型文件 {name} 与公布的校验值不符，可能下载不完整，请运行 {command} 重新获取"
        )
    return folder / name
