"""One typeset document with the place of every value and of every seal."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import pylopdf_fonts_zh_cn
import pypdfium2
import typst

from samples.sheets import DOCUMENT_OF
from samples.typesetting.codes import code_matrix
from samples.typesetting.style import style_of
from samples.typesetting.variants import TEMPLATE_OF, VARIANTS

TEMPLATES = Path(__file__).parent / "templates"

__all__ = ["VARIANTS", "FieldMark", "PageSize", "SealSpot", "Typeset", "typeset"]


@dataclass(frozen=True)
class PageSize:
    """Width and height of a page in points."""

    width: float
    height: float


@dataclass(frozen=True)
class FieldMark:
    """Where a value stands: page from 1, box as (left, top, right, bottom) fractions of it."""

    key: str
    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class SealSpot:
    """Where a seal or a signature goes: page from 1, centre as fractions of it."""

    role: str
    page: int
    centre: tuple[float, float]


@dataclass(frozen=True)
class Typeset:
    """A document as PDF with its marks, in the order of the print."""

    pdf: bytes
    pages: tuple[PageSize, ...]
    marks: tuple[FieldMark, ...]
    seal_spots: tuple[SealSpot, ...]


@cache
def _fonts() -> typst.Fonts:
    """Returns the fonts of the package and of the machine."""
    folder = str(pylopdf_fonts_zh_cn.serif_path().parent)
    return typst.Fonts(include_system_fonts=True, font_paths=[folder])


@cache
def _compiler() -> typst.Compiler:
    """Returns the compiler of this process with the fonts it found."""
    return typst.Compiler(root=str(TEMPLATES), font_paths=_fonts())


@cache
def font_families() -> frozenset[str]:
    """Returns the families the compiler can use."""
    return frozenset(font.family for font in _fonts().fonts())


def typeset(kind: str, data: Mapping[str, Any], variant: str, seed: int) -> Typeset:
    """Returns the document of ``kind`` printed from ``data`` in one of its ``VARIANTS``.

    The same arguments give the same print on one machine; fonts installed there add variety.

    Raises:
        KeyError: the kind is unknown.
        ValueError: the kind has no such variant.
    """
    if variant not in VARIANTS[kind]:
        raise ValueError(f"{kind} has no variant {variant}")
    style = style_of(random.Random(f"{kind}/{variant}/{seed}"), font_families())
    inputs = {
        "data": json.dumps({**data, "kind": kind, "qr_matrix": _code(data)}, ensure_ascii=False),
        "style": json.dumps(style, ensure_ascii=False),
        "variant": variant,
    }
    compiler = _compiler()
    source = str(TEMPLATES / f"{TEMPLATE_OF.get(kind, kind)}.typ")
    pdf = compiler.compile(source, sys_inputs=inputs, timestamp=0, pdf_tags=False)
    assert isinstance(pdf, bytes)
    # The query answers from the document just laid out.
    fields = json.loads(compiler.query("<field>", field="value"))
    seals = json.loads(compiler.query("<seal>", field="value"))
    pages = _pages(pdf)
    document = DOCUMENT_OF[kind]
    return Typeset(
        pdf=pdf,
        pages=pages,
        marks=tuple(_marks(document, fields, pages)),
        seal_spots=tuple(_spots(seals, pages)),
    )


def _code(data: Mapping[str, Any]) -> list[list[int]]:
    """Returns the QR code the sheet shows: its own text, or the check of its code."""
    return code_matrix(str(data.get("qr_text") or data.get("verification_code") or ""))


def _pages(pdf: bytes) -> tuple[PageSize, ...]:
    document = pypdfium2.PdfDocument(pdf)
    sizes = tuple(PageSize(*document.get_page_size(i)) for i in range(len(document)))
    document.close()
    return sizes


def _marks(document: str, records: list[list[Any]], pages: tuple[PageSize, ...]) -> list[FieldMark]:
    """Joins the marks of one value, which are numbered in its order, into one box a page."""
    occurrences: list[list[list[Any]]] = []
    for record in records:
        key, number = record[0], record[1]
        last = occurrences[-1][-1] if occurrences else None
        if last is None or last[0] != key or number <= last[1]:
            occurrences.append([])
        occurrences[-1].append(record)
    marks: list[FieldMark] = []
    for occurrence in occurrences:
        for page, group in groupby(occurrence, key=lambda record: int(record[2])):
            box = _box(list(group), pages[page - 1])
            marks += [
                FieldMark(f"{document}.{key}", page, box)
                for key in str(occurrence[0][0]).split("|")
            ]
    return marks


def _box(records: list[list[Any]], page: PageSize) -> tuple[float, float, float, float]:
    """Returns the box around the clusters recorded.

    A record is (key, number, page, x, y, width, size, height, before). With a height, y is the top
    of a box; without one, y is the baseline of the cluster that follows the mark, and ``before`` is
    the width of the cluster in front of the first mark.
    """
    lefts, tops, rights, bottoms = [], [], [], []
    for record, following in zip(records, [*records[1:], None], strict=True):
        _, number, _, x, y, width, size, height, before = record
        if following is not None and following[4] > y + 0.5 * size and not height:
            # The mark hangs at the end of a line, its cluster begins the next.
            lefts.append(following[3] - (following[1] - number) * width)
            continue
        baseline = y + height
        lefts.append(x - before)
        rights.append(x + width)
        tops.append(min(y, baseline - 0.86 * size) if height else baseline - 0.86 * size)
        bottoms.append(baseline + 0.16 * size)
    return (
        max(0.0, min(lefts) / page.width),
        max(0.0, min(tops) / page.height),
        min(1.0, max(rights) / page.width),
        min(1.0, max(bottoms) / page.height),
    )


def _spots(records: list[list[Any]], pages: tuple[PageSize, ...]) -> list[SealSpot]:
    return [
        SealSpot(role, int(page), (x / pages[page - 1].width, y / pages[page - 1].height))
        for role, page, x, y in records
    ]
