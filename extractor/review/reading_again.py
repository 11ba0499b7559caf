"""A piece of a page read once more, where a person drew a box around it."""

from __future__ import annotations

from extractor.imaging.deskewing import deskew
from extractor.imaging.inking import ink_mask, lift_ink
from extractor.imaging.turning import turn_back
from extractor.intake.limits import Limits
from extractor.intake.opening import OpenedFile
from extractor.intake.rendering import render
from extractor.ocr.engine import Engine, load_engine
from extractor.page_reading import ReaderSettings
from models.box import BoundingBox
from models.errors import EngineError, InputError
from models.frozen import Frozen

_SMALLEST = 4
"""Pixels: a smaller box holds nothing that could be read."""


class RereadLine(Frozen):
    """A line in the box, top to bottom."""

    text: str
    confidence: float


class Reread(Frozen):
    """What stands in a box."""

    lines: tuple[RereadLine, ...]
    source: str
    """``text_layer`` where the PDF itself says it, else ``ocr``."""

    @property
    def text(self) -> str:
        """The lines joined without a break."""
        return "".join(line.text for line in self.lines)


# As with the page readers, the engine lives beside the function that a spawned process calls.
_engine: Engine | None = None
_limits = Limits()
_settings: ReaderSettings | None = None


def become_reader(settings: ReaderSettings) -> None:
    """Makes this process one that can read; the models are loaded when a scan needs them."""
    global _settings, _limits
    _settings, _limits = settings, settings.limits


def read_again(file: OpenedFile, number: int, turned: int, box: BoundingBox) -> Reread:
    """What stands in the box; ``turned`` is the page's quarter turn as the report has it.

    Raises:
        InputError: the box is too small, or the file can't be opened.
        EngineError: the models are missing.
    """
    raw = render(file, number, _limits)
    if raw.lines is not None:
        inside = [line for line in raw.lines if box.contains(*line.box.centre)]
        return Reread(
            lines=tuple(RereadLine(text=each.text, confidence=each.confidence) for each in inside),
            source="text_layer",
        )
    pixels = turn_back(raw.pixels, turned)
    height, width = pixels.shape[:2]
    top, bottom = round(box.top * height), round(box.bottom * height)
    left, right = round(box.left * width), round(box.right * width)
    if bottom - top < _SMALLEST or right - left < _SMALLEST:
        raise InputError("框选的范围太小，请重新框选")
    straight = deskew(pixels[top:bottom, left:right]).pixels
    clean = lift_ink(straight, ink_mask(straight))
    lines = _loaded().read(clean)
    return Reread(
        lines=tuple(RereadLine(text=each.text, confidence=each.confidence) for each in lines),
        source="ocr",
    )


def _loaded() -> Engine:
    global _engine
    if _settings is None:
        raise EngineError("识别进程没有启动，请运行 heyan doctor 查看原因")
    if _engine is None:
        _engine = load_engine(_settings.engine, _settings.weights, _settings.threads)
    return _engine
