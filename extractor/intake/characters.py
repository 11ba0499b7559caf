"""The characters of a PDF page's text layer, with their places on the page as it is shown."""

from __future__ import annotations

import ctypes
import unicodedata
from dataclasses import dataclass
from math import pi
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from extractor.intake.symbols import is_picture_font, symbol

FINE = 10_000_000
"""Units of a page's side in which PDFium, which knows whole numbers only, gives places."""
LEVEL = 0.035
"""Radians by which a level character may be turned: 2°."""


@dataclass(frozen=True)
class Character:
    """A character as drawn; places are fractions of the page as shown."""

    text: str
    """Empty where the file does not say which character it is."""
    left: float
    top: float
    right: float
    bottom: float
    angle: float
    """Radians, 0…2π, by which it is turned on the page as shown."""

    @property
    def level(self) -> bool:
        """Whether it stands upright."""
        return self.angle <= LEVEL or self.angle >= 2 * pi - LEVEL


@dataclass(frozen=True)
class Break:
    """A line break or a gap that PDFium found between two characters."""


def characters_of(page: pypdfium2.PdfPage) -> list[Character | Break]:
    """Every drawn character in the order of the file; spaces are left out."""
    matrix = _to_shown(page)
    turned = page.get_rotation() * pi / 180
    layer = page.get_textpage()
    found: list[Character | Break] = []
    box = (ctypes.c_float * 4)()
    try:
        for index in range(layer.count_chars()):
            code = pdfium.FPDFText_GetUnicode(layer, index)
            if code in (0x0A, 0x0D):
                found.append(Break())
                continue
            text = _text(layer, index, code)
            if text.isspace():
                continue
            rect = pdfium.FS_RECTF.from_buffer(box)
            if not pdfium.FPDFText_GetLooseCharBox(layer, index, rect):
                continue
            corners = np.array([[rect.left, rect.bottom, 1.0], [rect.right, rect.top, 1.0]])
            (x0, y0), (x1, y1) = corners @ matrix
            angle = (pdfium.FPDFText_GetCharAngle(layer, index) + turned) % (2 * pi)
            found.append(Character(text, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), angle))
    finally:
        layer.close()
    return found


def _text(layer: Any, index: int, code: int) -> str:
    """The character, signs of picture fonts as what they look like; empty where unknown."""
    if code == 0 or pdfium.FPDFText_HasUnicodeMapError(layer, index) == 1:
        return ""
    if 0xF000 <= code <= 0xF0FF or code < 0x100:
        font = _font(layer, index) if code >= 0xF000 or code < 0x100 and _may_be_sign(code) else ""
        if is_picture_font(font):
            return symbol(font, code) or "•"
    character = chr(code)
    if unicodedata.category(character) in ("Co", "Cn", "Cs", "Cc") or character == "\ufffd":
        return ""
    # Some writers map common characters to radicals and compatibility forms that look the same.
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF:
        return unicodedata.normalize("NFKC", character)
    return character


def _may_be_sign(code: int) -> bool:
    """Whether a plain code is one of those picture fonts are used for."""
    return code in (0x2A, 0x30, 0x4F, 0x50, 0x51, 0x52, 0x53, 0x54, 0x6F, 0x71, 0x78) or code > 0x7E


def _font(layer: Any, index: int) -> str:
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(128)
    length = pdfium.FPDFText_GetFontInfo(layer, index, name, len(name), flags)
    return name.value.decode("utf-8", "replace") if length else ""


def _to_shown(page: pypdfium2.PdfPage) -> NDArray[np.float64]:
    """The matrix from points of the file, (x, y, 1), to fractions of the page as shown."""
    x, y = ctypes.c_int(), ctypes.c_int()

    def shown(px: float, py: float) -> NDArray[np.float64]:
        pdfium.FPDF_PageToDevice(page, 0, 0, FINE, FINE, 0, px, py, x, y)
        return np.array([x.value / FINE, y.value / FINE])

    origin = shown(0, 0)
    return np.stack([(shown(100, 0) - origin) / 100, (shown(0, 100) - origin) / 100, origin])
