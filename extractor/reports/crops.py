"""Pieces of page pictures that show where a value was read."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from extractor.page_pictures import picture_path
from models.report import Box, ReportEvidence

_MARGIN_ACROSS = 0.10
"""Fraction of the page's width shown left and right of the box: the caption stands there."""
_MARGIN_DOWN = 0.012
"""Fraction of the page's height above and below: about a line of print."""
_FRAME = (214, 51, 132)
_QUALITY = 60

Place = tuple[int, int, Box]
"""File index, page number, box."""


@dataclass(frozen=True)
class Crop:
    """A piece of a page with the value framed, as a data URI."""

    uri: str
    width: int
    height: int


def place_of(evidence: ReportEvidence) -> Place | None:
    """Where to crop; None for a Word cell, which has no page."""
    if evidence.page is None or evidence.box is None:
        return None
    return evidence.file, evidence.page, evidence.box


def crops_of(places: Iterable[Place], pictures: Path) -> dict[Place, Crop]:
    """A crop for every place whose page has a picture; each page is opened once."""
    wanted: dict[tuple[int, int], list[Place]] = {}
    for place in dict.fromkeys(places):
        wanted.setdefault(place[:2], []).append(place)
    crops = {}
    for (file, page), on_page in wanted.items():
        path = picture_path(pictures, file, page)
        if not path.exists():
            continue
        with Image.open(path) as picture:
            upright = picture.convert("RGB")
        for place in on_page:
            crops[place] = _crop(upright, place[2])
    return crops


def _crop(picture: Image.Image, box: Box) -> Crop:
    wide, high = picture.size
    left, top, right, bottom = box
    outer = (
        int(max(0.0, left - _MARGIN_ACROSS) * wide),
        int(max(0.0, top - _MARGIN_DOWN) * high),
        int(min(1.0, right + _MARGIN_ACROSS / 2) * wide),
        int(min(1.0, bottom + _MARGIN_DOWN) * high),
    )
    piece = picture.crop(outer)
    inner = [left * wide, top * high, right * wide, bottom * high]
    offset = [outer[0], outer[1], outer[0], outer[1]]
    frame = [edge - shift for edge, shift in zip(inner, offset, strict=True)]
    ImageDraw.Draw(piece).rectangle(
        (frame[0] - 2, frame[1] - 2, frame[2] + 2, frame[3] + 2), outline=_FRAME, width=2
    )
    encoded = io.BytesIO()
    piece.save(encoded, "WEBP", quality=_QUALITY, method=2)
    uri = f"data:image/webp;base64,{base64.b64encode(encoded.getvalue()).decode()}"
    return Crop(uri=uri, width=piece.width, height=piece.height)
