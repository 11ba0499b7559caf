"""What an OCR engine is, and how one is chosen by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from extractor.imaging.pixels import Pixels, Ruling
from models.document import TextLine
from models.errors import EngineError

ENGINES = ("auto", "openvino", "onnxruntime", "paddle", "transformers")
"""The names that ``load_engine`` knows."""

FRAMEWORKS = ("paddle", "transformers")
"""Those that run on a framework and models of the user's own."""


@dataclass(frozen=True)
class Recognition:
    """What a picture of one line says.

    ``centres`` are fractions of the picture's width, one a character, left to right; they and
    ``confidences`` are empty where the engine doesn't tell them.
    """

    text: str
    confidence: float
    """0…1, the mean over the characters; 0 where nothing was read."""
    confidences: tuple[float, ...] = ()
    centres: tuple[float, ...] = ()


class Engine(Protocol):
    """Reads text from pixels; not thread-safe, one per process."""

    @property
    def name(self) -> str:
        """The engine and its runtime, for the report: ``PP-OCRv6 small (openvino)``."""

    def read(self, pixels: Pixels, rulings: Sequence[Ruling] = ()) -> tuple[TextLine, ...]:
        """The lines of a page in reading order, cut where a vertical ruling runs through them."""

    def recognise(self, crops: Sequence[Pixels]) -> tuple[Recognition, ...]:
        """What each picture of one line says, in the same order; an empty picture says nothing."""


def runtime_beside(name: str) -> str:
    """The runtime of the models that are ours whatever the engine: turns, rings of seals."""
    return "auto" if name in FRAMEWORKS else name


def load_engine(name: str, weights: Path, threads: int = 1) -> Engine:
    """The engine of that name with the models of the folder, using ``threads`` cores.

    Raises:
        EngineError: no engine has that name, or it is not installed.
        WeightsMissing: a model file is not in the folder.
        WeightsCorrupt: a model file is not the published one.
    """
    if name not in ENGINES:
        raise EngineError(f"没有名为 {name} 的识别引擎，可选 {'、'.join(ENGINES)}")
    # PaddleX takes two seconds to import: only a process that reads pays for it.
    from extractor.ocr.paddle import PaddleEngine

    return PaddleEngine.of(name, weights, threads)
