"""PaddleOCR's detector and recogniser on their own framework, for whoever has a graphics card.

The models are the user's: a folder ``det`` and a folder ``rec`` under ``<weights>/paddle`` or
``<weights>/transformers``, as PaddleOCR publishes them. The frameworks tell no places of single
characters. Untested here without a card.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import yaml  # type: ignore[import-untyped]

from extractor.imaging.pixels import Pixels
from extractor.ocr.boxes import Quad
from extractor.ocr.engine import Recognition
from models.errors import EngineError, WeightsMissing

BATCH_LINES = 16
"""Enough to keep a graphics card busy without running out of its memory."""

LONGEST_SIDE = 1920
"""Pixels of the page's longer side as the detector sees it; a card needs no smaller one."""


class FrameworkDetector:
    """Finds the boxes of text lines."""

    def __init__(self, framework: str, weights: Path) -> None:
        """The user's model ``det``.

        Raises:
            EngineError: the framework is not installed.
            WeightsMissing: the model's folder is not there.
        """
        self._model = _load("TextDetection", framework, weights / framework / "det")

    def find(self, pixels: Pixels) -> list[Quad]:
        """The boxes on the page."""
        [found] = self._model.predict(pixels, limit_side_len=LONGEST_SIDE, limit_type="max")
        return [np.asarray(quad, np.float32) for quad in found["dt_polys"]]


class FrameworkRecogniser:
    """Reads strips of one line."""

    def __init__(self, framework: str, weights: Path) -> None:
        """The user's model ``rec``; raises as the detector does."""
        self._model = _load("TextRecognition", framework, weights / framework / "rec")

    def read(self, strips: Sequence[Pixels]) -> list[Recognition]:
        """What each strip says, in the same order."""
        if not strips:
            return []
        return [
            Recognition(each["rec_text"].strip(), float(each["rec_score"]))
            for each in self._model.predict(list(strips), batch_size=BATCH_LINES)
        ]


def _load(task: str, framework: str, folder: Path) -> Any:
    """PaddleOCR's module of that task with the model of the folder."""
    if find_spec(framework) is None:
        raise EngineError(f"没有安装 {framework}，请按其官网说明安装，或改用 --engine auto")
    config = folder / "inference.yml"
    if not config.is_file():
        raise WeightsMissing(f"{framework} 引擎需要自备模型，请把 PaddleOCR 的模型放入 {folder}")
    os.environ.setdefault("PADDLE_PDX_DISABLE_MODEL_SOURCE_CHECK", "True")
    import paddleocr

    name = yaml.safe_load(config.read_text("utf-8"))["Global"]["model_name"]
    return getattr(paddleocr, task)(model_name=name, model_dir=str(folder), engine=framework)
