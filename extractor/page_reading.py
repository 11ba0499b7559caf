"""Reads one page: the order of the stages from the file to a typed Page.

One reader lives in one process, with one engine: neither PDFium nor PaddleX is thread-safe.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TypeVar

import cv2

from extractor.codes.decoding import read_codes
from extractor.imaging.deskewing import Deskewed, deskew
from extractor.imaging.inking import ink_mask, lift_ink
from extractor.imaging.pixels import Pixels, Ruling
from extractor.imaging.rulings import find_rulings, without_rims
from extractor.imaging.turning import Classifier, Upright, upright
from extractor.imaging.voting import vote_by_reading
from extractor.inference.model import compile_model
from extractor.intake.content import WORD
from extractor.intake.limits import Limits
from extractor.intake.opening import OpenedFile
from extractor.intake.rendering import PageRenderer, RawPage
from extractor.intake.word import read_word
from extractor.layout.checkboxes import find_checkboxes
from extractor.layout.figures import find_figures
from extractor.layout.ink_marks import find_ink_marks
from extractor.layout.tables import tables_of
from extractor.layout.unread_cells import read_unread_cells
from extractor.ocr.checking import says_what_is_drawn
from extractor.ocr.crossed import with_crossed_doubted
from extractor.ocr.engine import Engine, load_engine, runtime_beside
from extractor.ocr.ink_letters import without_ink_letters
from extractor.ocr.lost_letters import with_lost_letters_doubted
from extractor.ocr.script import in_one_script
from extractor.ocr.second_reading import with_second_reading
from extractor.ocr.under_seals import with_sealed_doubted
from extractor.page_pictures import picture_path, save_picture
from extractor.seals.detecting import load_ring_detector
from extractor.seals.reading import SealReader
from extractor.weights.cache import weight_path
from extractor.weights.catalogue import ORIENTATION, SEAL_DETECTION
from models.document import InkMark, Page, TextLine

_T = TypeVar("_T")


@dataclass(frozen=True)
class PageRead:
    """A page with how long each stage took."""

    page: Page
    engine: str = ""
    """The engine that read it; empty for a page that needed none."""
    seconds: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class ReaderSettings:
    """What a process needs to build its PageReader."""

    engine: str
    weights: Path
    limits: Limits
    threads: int = 1
    pictures: Path | None = None


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
        self._vote = vote_by_reading(engine.recognise)
        self._seals = seal_reader
        self._limits = limits
        self._renderer = PageRenderer(limits)
        self._pictures = pictures

    @classmethod
    def of(cls, settings: ReaderSettings) -> PageReader:
        """The reader with its models loaded; raises EngineError where one can't be."""
        # Readers share the cores: OpenCV would start a thread for each core in every one of them.
        cv2.setNumThreads(settings.threads)
        runtime = runtime_beside(settings.engine)
        engine = load_engine(settings.engine, settings.weights, settings.threads)
        orientation = weight_path(ORIENTATION, settings.weights)
        ring = weight_path(SEAL_DETECTION, settings.weights)
        return cls(
            engine=engine,
            classify_turn=compile_model(orientation, settings.threads, runtime),
            seal_reader=SealReader(
                engine.recognise, load_ring_detector(ring, settings.threads, runtime)
            ),
            limits=settings.limits,
            pictures=settings.pictures,
        )

    @property
    def engine(self) -> str:
        """The engine's name with its runtime."""
        return self._engine.name

    def read(self, file: OpenedFile, index: int, number: int) -> PageRead:
        """The page ``number`` (from 1) of the file, which is the ``index``-th of its submission."""
        if file.media_type == WORD:
            return PageRead(read_word(file.path, index, self._limits))
        watch = _Stopwatch()
        raw = watch.time("render", lambda: self._renderer.render(file, number))
        if raw.lines is not None:
            turned = Upright(raw.pixels, turned=0, confidence=1.0)
        else:
            turned = watch.time(
                "turn", lambda: upright(raw.pixels, self._classify_turn, self._vote)
            )
        if self._pictures is not None:
            picture = picture_path(self._pictures, index, number)
            watch.time("picture", lambda: save_picture(turned.pixels, picture))
        height, width = turned.pixels.shape[:2]
        page = Page(file=index, number=number, width=width, height=height, turned=turned.turned)
        if raw.lines is not None and watch.time("check", lambda: self._is_as_drawn(raw)):
            return PageRead(self._born_digital(page, raw, watch), "", watch.seconds)
        return PageRead(self._scanned(page, turned.pixels, watch), self._engine.name, watch.seconds)

    def _is_as_drawn(self, raw: RawPage) -> bool:
        """Whether the page's own text can be believed."""
        return says_what_is_drawn(raw.lines or (), raw.pixels, self._engine.recognise)

    def _born_digital(self, page: Page, raw: RawPage, watch: _Stopwatch) -> Page:
        """A page whose own text is used; only its seals, codes and ticks are looked at."""
        read = page.model_copy(update={"source": "text_layer"})
        return self._seen(read, raw.pixels, raw.pixels, raw.lines or (), raw.rulings or (), watch)

    def _scanned(self, page: Page, pixels: Pixels, watch: _Stopwatch) -> Page:
        """A page that is an image: straightened, freed of ink, read."""
        straight: Deskewed = watch.time("deskew", lambda: deskew(pixels))
        ink = watch.time("ink", lambda: ink_mask(straight.pixels))
        clean = watch.time("ink", lambda: lift_ink(straight.pixels, ink))
        rulings = watch.time("rulings", lambda: find_rulings(straight.pixels, ink))
        lines = watch.time("ocr", lambda: self._engine.read(clean, rulings))
        if ink.any():
            lines = without_ink_letters(lines, clean, ink)
            lines = watch.time(
                "second reading",
                lambda: with_second_reading(lines, straight.pixels, ink, self._engine),
            )
        lines = with_crossed_doubted(in_one_script(lines), rulings, clean)
        lines = with_lost_letters_doubted(lines, clean)
        page = page.model_copy(update={"skew": straight.angle})
        return self._seen(page, straight.pixels, clean, lines, rulings, watch)

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
        if page.source == "ocr":
            lines = with_sealed_doubted(lines, seals, clean)
            rulings = without_rims(rulings, [each.box for each in seals if each.colour == "grey"])
        tables = watch.time("tables", lambda: tables_of(rulings, lines))
        unread: tuple[InkMark, ...] = ()
        if page.source == "ocr":
            tables, added, unread = watch.time(
                "cells", lambda: read_unread_cells(clean, tables, self._engine.recognise)
            )
            lines = (*lines, *added)
        codes = watch.time("codes", lambda: read_codes(pixels))
        return page.model_copy(
            update={
                "lines": lines,
                "seals": seals,
                "codes": codes,
                "tables": tables,
                "checkboxes": watch.time("checkboxes", lambda: find_checkboxes(clean, pixels)),
                "ink_marks": unread
                + watch.time("ink marks", lambda: find_ink_marks(pixels, lines, seals, rulings)),
                "figures": watch.time(
                    "figures",
                    lambda: find_figures(pixels, lines, rulings, tables, seals, codes),
                ),
            }
        )
