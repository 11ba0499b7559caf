"""Letters under seals without colour: nothing tells the seal's strokes from those of the print.

Coloured ink is lifted off before a page is read. On a photocopy or a grey scan the ring and the
words of a seal stay: they run into letters, cut the first one off a line, or are read as print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Pixels
from extractor.ocr.boxes import in_pixels
from models.document import BoundingBox, Seal, TextLine

AS_DARK = 0.45
"""How dark a rim is, as a share of the print's own darkness, from which it disturbs. The recogniser
overlooks what is paler, as it does the marks of a page's back."""

AROUND = 1.0
"""In heights of the line: a letter beside the seal may be what is left of a word that goes on."""

RIM = np.linspace(0.9, 1.0, 6)
"""In half axes of the seal's box: where its rim is looked for."""

BEARINGS = np.linspace(0, 2 * np.pi, 90, endpoint=False)
"""From the middle of a seal, where its rim is looked at."""


def with_sealed_doubted(
    lines: Sequence[TextLine], seals: Sequence[Seal], pixels: Pixels
) -> tuple[TextLine, ...]:
    """The lines; letters under or beside a seal without colour that is dark read weakly.

    Args:
        lines: as read from the page.
        seals: of the page, the coloured ones too.
        pixels: the page as read.
    """
    grey = [(seal, _rim(seal.box, pixels)) for seal in seals if seal.colour == "grey"]
    if not grey:
        return tuple(lines)
    return tuple(line.less_sure(frozenset(_under(line, grey, pixels))) for line in lines)


def _under(line: TextLine, seals: Sequence[tuple[Seal, float]], pixels: Pixels) -> Iterator[int]:
    """The letters of the line that one of the seals, given with its rim's level, disturbs."""
    high, wide = pixels.shape[:2]
    reach = AROUND * line.box.height * high / wide
    rows = np.linspace(line.box.top, line.box.bottom, 3)
    known = len(line.centres) == len(line.text)
    for seal, rim in seals:
        beside = BoundingBox.clipped(
            line.box.left - reach, line.box.top, line.box.right + reach, line.box.bottom
        )
        if not beside.overlap(seal.box) or not _disturbs(rim, line, pixels):
            continue
        for at in range(len(line.text)):
            centre = line.centres[at] if known else seal.box.centre[0]
            columns = np.array([centre - reach, centre, centre + reach])
            if _holds(seal, columns, rows):
                yield at


def _holds(seal: Seal, columns: NDArray[np.float64], rows: NDArray[np.float64]) -> bool:
    """Whether one of the places lies within the seal."""
    box = seal.box
    x = np.abs(columns - box.centre[0])[:, None] / max(box.width / 2, 1e-6)
    y = np.abs(rows - box.centre[1])[None, :] / max(box.height / 2, 1e-6)
    away = np.maximum(x, y) if seal.shape == "square" else np.hypot(x, y)
    return bool((away <= 1).any())


def _disturbs(rim: float, line: TextLine, pixels: Pixels) -> bool:
    """Whether a rim of this level is about as dark as the print of the line."""
    part = pixels[in_pixels(line.box, pixels.shape[1], pixels.shape[0])]
    if not part.size:
        return False
    ink, paper = np.percentile(part.mean(axis=2), (3, 90))
    return bool(paper - rim >= AS_DARK * (paper - ink))


def _rim(box: BoundingBox, pixels: Pixels) -> float:
    """How light the seal's rim is, 0…255: in most directions the darkest near the side of its box."""
    high, wide = pixels.shape[:2]
    x = box.centre[0] + RIM[:, None] * box.width / 2 * np.cos(BEARINGS)
    y = box.centre[1] + RIM[:, None] * box.height / 2 * np.sin(BEARINGS)
    columns = (x * wide).astype(np.intp).clip(0, wide - 1)
    rows = (y * high).astype(np.intp).clip(0, high - 1)
    return float(np.median(pixels[rows, columns].mean(axis=2).min(axis=0)))
