"""Reads one page: the order of the stages from the file to a typed Page.

One reader lives in one process, with one engine: neither PDFium nor PaddleX is thread-safe.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from extractor.codes.decoding import read_codes
from extractor.imaging.deskewing import Deskewed, deskew
from extractor.imaging.inking import ink_mask, lift_ink
from extractor.imaging.pixels import Pixels, Ruling
from extractor.imaging.rulings import find_rulings
from extractor.imaging.turning import Classifier, upright
from extractor.intake.limits import Limits
from extractor.intake.opening import OpenedFile
from extractor.intake.rendering import PageRenderer, RawPage
from extractor.intake.word import read_word
from extractor.layout.checkboxes import find_checkboxes
from extractor.layout.ink_marks import find_ink_marks
from extractor.layout.tables import tables_of
from extractor.ocr.engine import Engine
from extractor.ocr.second_reading import with_second_reading
from extractor.page_pictures import picture_path, save_picture
from extractor.seals.reading import SealReader
from models.document import Page, TextLine

_T = TypeVar("_T")


@dataclass(frozen=True)
class PageRead:
    """A page with how long each stage took."""

    page: Page
    seconds: dict[str, float] = field(default_factory=dict)


class _Stopwatch:
    """Collects the seconds of each named stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, stage: str, work: Callable[[], _T]) -> _T:
        started = perf_counter()
        result = work()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + perf_counter() - started
        return result


class PageReader:
    """Reads pages with one engine; one per process."""

    def __init__(
        self,
        engine: Engine,
        classify_turn: Classifier,
        seal_reader: SealReader,
        limits: Limits,
        pictures: Path | None = None,
    ) -> None:
        """``pictures``: the folder where an upright picture of each page is kept for the report."""
        self._engine = engine
        self._classify_turn = classify_turn
        self._seals = seal_reader
        self._renderer = PageRenderer(limits)
        self._pictures = pictures

    def read(self, file: OpenedFile, index: int, number: int) -> PageRead:
        """The page ``number`` (from 1) of the file, which is the ``index``-th of its submission."""
        if file.is_word:
            return PageRead(read_word(file.path, index))
        watch = _Stopwatch()
        raw = watch.time("render", lambda: self._renderer.render(file, number))
        turned = watch.time("turn", lambda: upright(raw.pixels, self._classify_turn))
        if self._pictures is not None:
            picture = picture_path(self._pictures, index, number)
            watch.time("picture", lambda: save_picture(turned.pixels, picture))
        height, width = turned.pixels.shape[:2]
        page = Page(file=index, number=number, width=width, height=height, turned=turned.turned)
        if raw.lines is not None and turned.turned == 0:
            return PageRead(self._born_digital(page, raw, watch), watch.seconds)
        return PageRead(self._scanned(page, turned.pixels, watch), watch.seconds)

    def _born_digital(self, page: Page, raw: RawPage, watch: _Stopwatch) -> Page:
        """A page whose own text is used; only its seals, codes and ticks are looked at."""
        read = page.model_copy(update={"source": "text_layer"})
        return self._seen(read, raw.pixels, raw.pixels, raw.lines or (), raw.rulings or (), watch)

    def _scanned(self, page: Page, pixels: Pixels, watch: _Stopwatch) -> Page:
        """A page that is an image: straightened, freed of ink, read; boxes mapped back."""
        straight: Deskewed = watch.time("deskew", lambda: deskew(pixels))
        ink = watch.time("ink", lambda: ink_mask(straight.pixels))
        clean = watch.time("ink", lambda: lift_ink(straight.pixels))
        rulings = watch.time("rulings", lambda: find_rulings(clean))
        lines = watch.time("ocr", lambda: self._engine.read(clean, rulings))
        if ink.any():
            lines = watch.time(
                "second reading",
                lambda: with_second_reading(lines, straight.pixels, ink, self._engine),
            )
        seen = self._seen(page, straight.pixels, clean, lines, rulings, watch)
        return straight.mapped_back(seen)

    def _seen(
        self,
        page: Page,
        pixels: Pixels,
        clean: Pixels,
        lines: tuple[TextLine, ...],
        rulings: tuple[Ruling, ...],
        watch: _Stopwatch,
    ) -> Page:
        """The page with everything that stands on it."""
        seals = watch.time("seals", lambda: self._seals.read(pixels))
        return page.model_copy(
            update={
                "lines": lines,
                "seals": seals,
                "codes": watch.time("codes", lambda: read_codes(pixels)),
                "tables": watch.time("tables", lambda: tables_of(rulings, lines)),
                "checkboxes": watch.time("checkboxes", lambda: find_checkboxes(clean)),
                "ink_marks": watch.time(
                    "ink marks", lambda: find_ink_marks(pixels, lines, seals, rulings)
                ),
            }
        )
