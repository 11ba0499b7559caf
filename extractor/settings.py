"""What the commands take from the environment, read once at the edge and passed on as arguments."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import Field, ValidationError

from models.errors import InputError
from models.frozen import Frozen

_ASKED = {
    "int_parsing": "应为整数",
    "float_parsing": "应为数字",
    "bool_parsing": "应为 true 或 false",
    "missing": "须设置",
    "literal_error": "应为 {expected}",
    "value_error": "{error}",
    "greater_than_equal": "不能小于 {ge}",
    "greater_than": "应大于 {gt}",
    "less_than_equal": "不能大于 {le}",
}


class Settings(Frozen):
    """Where things are and how much is allowed; every value has an option or a variable."""

    home: Path = Field(default_factory=lambda: Path.home() / ".cache" / "heyan")
    """HEYAN_HOME: the folder of the weights."""
    engine: str = "auto"
    """HEYAN_ENGINE: auto, openvino or onnxruntime."""
    workers: int = Field(default_factory=lambda: len(os.sched_getaffinity(0)))
    """HEYAN_WORKERS: processes that read pages, one core each."""
    max_pages: int = 1000
    """HEYAN_MAX_PAGES: pages of one file."""

    @property
    def weights(self) -> Path:
        """The folder of the model files."""
        return self.home / "weights"


def settings_from(environment: dict[str, str]) -> Settings:
    """The settings with the HEYAN_… variables of the environment in place."""
    given = {
        name: environment[f"HEYAN_{name.upper()}"]
        for name in Settings.model_fields
        if environment.get(f"HEYAN_{name.upper()}")
    }
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        name, asked = refused(error)
        raise InputError(f"环境变量 HEYAN_{name.upper()} 的值不可用：{asked}") from None


def refused(error: ValidationError) -> tuple[str, str]:
    """The first setting that can't be taken, and what is asked of it."""
    first = error.errors(include_input=False, include_url=False)[0]
    asked = _ASKED.get(first["type"], "").format(**first.get("ctx", {}))
    return "_".join(str(part) for part in first["loc"]), asked or first["msg"]
