"""Renders pages; a worker process owns one renderer, because PDFium is not thread-safe."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium

from extractor.imaging.pixels import Pixels, Ruling
from extractor.intake.characters import characters_of
from extractor.intake.content import PDF, WORD
from extractor.intake.drawn import drawn_rulings
from extractor.intake.images import read_image
from extractor.intake.limits import Limits
from extractor.intake.opening import OpenedFile
from extractor.intake.sizes import scale_of_page
from extractor.intake.text_layer import lines_of
from models.document import TextLine
from models.errors import DamagedFile, UnsupportedFile

SCANNED = 0.7
"""Share of the page from which pictures make it a scan."""
PICTURED = 0.1
"""Share of the page up to which pictures may hold no print: seals, signatures, a crest."""
BLANK = 250
"""Level from which a page is white: nothing on it was drawn."""
LEAST_SIDE = 16
"""Pixels: on less no line of print has room, and the engines refuse it."""
SPEAKING = ("WIDGET", "FREETEXT", "STAMP", "INK")
"""Annotations that show print or handwriting which the text layer does not have."""


@dataclass(frozen=True)
class RawPage:
    """A page as it came: not yet turned, not yet read."""

    pixels: Pixels
    lines: tuple[TextLine, ...] | None
    """Of the text layer; None where there is none to trust."""
    rulings: tuple[Ruling, ...] | None
    """As drawn; None where they are to be found in the pixels."""


class PageRenderer:
    """Renders pages and keeps the file it last rendered from open."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._path: Path | None = None
        self._document: pypdfium2.PdfDocument | None = None
        self._plumbed: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file that is open; the renderer can still be used."""
        # Forgotten first: a damaged file that can't be closed must not stand in the next one's way.
        document, plumbed = self._document, self._plumbed
        self._path = self._document = self._plumbed = None
        if document is not None:
            document.close()
        if plumbed is not None:
            with contextlib.suppress(Exception):
                plumbed.close()
            plumbed.stream.close()

    def render(self, file: OpenedFile, number: int) -> RawPage:
        """Page ``number``, from 1, of a PDF or image file.

        Raises:
            DamagedFile: where the page can't be drawn, or has no room for print.
            UnsupportedFile: for a Word file, which has cells instead of pages.
        """
        page = self._drawn_page(file, number)
        if min(page.pixels.shape[:2]) < LEAST_SIDE:
            raise DamagedFile(
                f"第 {number} 页的图像太小，放不下文字，请重新扫描后提交。", file.name, number
            )
        return page

    def _drawn_page(self, file: OpenedFile, number: int) -> RawPage:
        if file.media_type == WORD:
            raise UnsupportedFile("Word 文件没有可渲染的页面。", file.name)
        if file.media_type != PDF:
            limit = self._limits.rendered_megapixels
            return RawPage(read_image(file.path, file.name, number, limit), None, None)
        try:
            return self._pdf_page(file, number)
        except pypdfium2.PdfiumError as error:
            raise DamagedFile(
                f"PDF 第 {number} 页已损坏，请重新导出后提交。", file.name, number
            ) from error

    def _pdf_page(self, file: OpenedFile, number: int) -> RawPage:
        page = self._opened(file.path)[number - 1]
        try:
            width, height = page.get_size()
            pictures = _pictures(page, width * height)
            covered = sum(share for share, _ in pictures)
            scan = max((dense for share, dense in pictures if share > 0.05), default=None)
            limit = self._limits.rendered_megapixels
            scale = scale_of_page(width, height, scan if covered >= SCANNED else None, limit)
            pixels = _drawn(page, scale)
            if covered >= SCANNED and pixels[::4, ::4].min() > BLANK and not _decodes(page):
                raise DamagedFile(
                    f"PDF 第 {number} 页的图像已损坏，请重新扫描或导出后提交。", file.name, number
                )
            if covered > PICTURED or _annotated(page):
                return RawPage(pixels, None, None)
            characters = characters_of(page)
        finally:
            page.close()
        if not characters:
            return RawPage(pixels, None, None)
        rulings = self._rulings(file.path, number)
        lines = None if rulings is None else lines_of(characters, rulings, pixels)
        return RawPage(pixels, lines, None if lines is None else rulings)

    def _opened(self, path: Path) -> pypdfium2.PdfDocument:
        if self._document is None or self._path != path:
            self.close()
            self._document = pypdfium2.PdfDocument(path)
            self._document.init_forms()
            self._path = path
        return self._document

    def _rulings(self, path: Path, number: int) -> tuple[Ruling, ...] | None:
        """The rulings the page draws; None where pdfplumber can't read it."""
        try:
            if self._plumbed is None:
                self._plumbed = pdfplumber.open(path)
            page = self._plumbed.pages[number - 1]
            found = drawn_rulings(page)
            page.close()
        except Exception:
            # A second parser has its own idea of what is damaged; the pixels are there for it.
            return None
        return found


def render(file: OpenedFile, number: int, limits: Limits) -> RawPage:
    """One page, with the file opened and closed around it; see ``PageRenderer.render``."""
    with PageRenderer(limits) as renderer:
        return renderer.render(file, number)


def _drawn(page: pypdfium2.PdfPage, scale: float) -> Pixels:
    """The page with its annotations and form fields on white, sides rounded to whole pixels.

    ``PdfPage.render`` rounds up, and one pixel more than a scan has would resample and blur it.
    """
    width, height = (max(1, round(side * scale)) for side in page.get_size())
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, pdfium.FPDFBitmap_BGR)
    try:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        place = (bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        pdfium.FPDF_RenderPageBitmap(*place)
        if page.formenv:
            pdfium.FPDF_FFLDraw(page.formenv, *place)
        return np.array(bitmap.to_numpy(), dtype=np.uint8)
    finally:
        bitmap.close()


def _pictures(page: pypdfium2.PdfPage, area: float) -> list[tuple[float, float]]:
    """Share of the page and pixels for each point of every picture on it."""
    found = []
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = picture.get_bounds()
        wide, high = right - left, top - bottom
        if wide <= 0 or high <= 0:
            continue
        across, down = picture.get_px_size()
        dense = max(max(across, down) / max(wide, high), min(across, down) / min(wide, high))
        found.append((wide * high / area, dense))
    return found


def _decodes(page: pypdfium2.PdfPage) -> bool:
    """Whether every picture of the page can be decoded; PDFium leaves out those that can't."""
    try:
        for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
            picture.get_bitmap().close()
    except pypdfium2.PdfiumError:
        return False
    return True


def _annotated(page: pypdfium2.PdfPage) -> bool:
    """Whether annotations show something that the text layer does not have."""
    kinds = {getattr(pdfium, f"FPDF_ANNOT_{name}") for name in SPEAKING}
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in kinds:
            return True
    return False
