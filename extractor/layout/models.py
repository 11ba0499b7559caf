"""Layout models behind layoutparser's interface, so that any model of its zoo plugs in.

They are not part of reading a page: a model trained on papers takes a scanned form or statement
for a figure, and a ruled form says more by its lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from extractor.imaging.pixels import Pixels
from extractor.inference.model import compile_model
from models.document import BoundingBox


@dataclass(frozen=True)
class Region:
    """A part of a page that a layout model tells apart."""

    kind: str
    """The model's own word: text, title, figure, table, header, footer, …"""
    box: BoundingBox
    confidence: float


class Block(Protocol):
    """What layoutparser calls a ``TextBlock``."""

    type: str | None
    score: float | None

    @property
    def coordinates(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom in pixels."""


class RegionModel(Protocol):
    """What layoutparser calls a ``BaseLayoutModel``."""

    def detect(self, image: Pixels) -> Iterable[Block]:
        """The layout of a page."""


def regions(model: RegionModel, pixels: Pixels) -> tuple[Region, ...]:
    """The regions of an upright page, from top to bottom."""
    high, wide = pixels.shape[:2]
    found = []
    for block in model.detect(pixels):
        left, top, right, bottom = block.coordinates
        box = BoundingBox.clipped(left / wide, top / high, right / wide, bottom / high)
        found.append(Region(block.type or "", box, float(block.score or 0.0)))
    return tuple(sorted(found, key=lambda region: (region.box.top, region.box.left)))


def load_region_model(path: Path, threads: int = 1, runtime: str = "auto") -> RegionModel:
    """The detector of a ``layout_cdla.onnx`` file.

    Raises:
        EngineError: the file can't be loaded.
    """
    from extractor.layout.picodet import PicoDetModel

    model: RegionModel = PicoDetModel(compile_model(path, threads, runtime))
    return model
