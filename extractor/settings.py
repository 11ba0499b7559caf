"""What the commands take from the environment, read once at the edge and passed on as arguments."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import Field

from models.frozen import Frozen


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
    return Settings.model_validate(given)
