"""Pictures of lines as the recogniser wants them: 48 pixels high, text running to the right."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Pixels

LINE_HEIGHT = 48
"""Pixels: the height the recogniser was trained on."""

NARROWING = 0.8
"""Lines are squeezed to this part of their width. The recogniser was trained on squeezed lines and
its time goes by width: at 0.8 it read 1,020 of 1,124 lines of photographed licences and 1,433 of
1,500 made ones (1,021 and 1,432 unsqueezed), at 0.7 1,021 and 1,428."""

LONGEST_LINE = 3200
"""Pixels: PaddleOCR squeezes what is longer."""

TALL = 1.5
"""Height over width from which a box may hold several characters below one another."""

GLYPH_HEIGHT = 1.2
"""In widths of the column: parts of one character lie within this height (合 has gaps inside)."""


def is_tall(crop: Pixels) -> bool:
    """Whether the text of the picture may run downwards."""
    return bool(crop.shape[0] >= TALL * crop.shape[1])


def strip(crop: Pixels) -> Pixels:
    """The picture at the height the recogniser wants."""
    height, width = int(crop.shape[0]), int(crop.shape[1])
    wide = min(LONGEST_LINE, max(1, round(NARROWING * LINE_HEIGHT * width / height)))
    return np.asarray(cv2.resize(crop, (wide, LINE_HEIGHT)), dtype=np.uint8)


def tall_strips(crop: Pixels) -> tuple[Pixels, ...]:
    """The ways a tall picture can be read; the surest reading is the right one.

    One character (a lone 1 is tall) is read as it stands: turned, it would be a dash. Several are
    set side by side, as forms print them, or the picture is turned, as on the back of a folder.
    """
    glyphs = [crop[start:end] for start, end in glyph_rows(crop)]
    if len(glyphs) < 2:
        return (strip(crop),)
    size = max(max(glyph.shape[:2]) for glyph in glyphs)
    row = np.concatenate([_centred(glyph, size) for glyph in glyphs], axis=1)
    return strip(row), strip(np.ascontiguousarray(np.rot90(crop)))


def glyph_rows(crop: Pixels) -> list[tuple[int, int]]:
    """Where each of the characters that stand below one another begins and ends, in pixels."""
    grey = cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY)
    _, ink = cv2.threshold(grey, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    columns = np.flatnonzero(ink.any(axis=0))
    if not len(columns):
        return []
    wide = int(columns[-1] - columns[0] + 1)
    glyphs: list[tuple[int, int]] = []
    for start, end in _runs(np.asarray(ink.any(axis=1))):
        if glyphs and end - glyphs[-1][0] <= GLYPH_HEIGHT * wide:
            glyphs[-1] = (glyphs[-1][0], end)
        else:
            glyphs.append((start, end))
    return glyphs


def _runs(marked: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where the marked stretches start and end."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], marked, [False]]).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _centred(glyph: Pixels, size: int) -> Pixels:
    """The glyph in the middle of a square with a margin of a tenth, on its own paper."""
    paper = np.percentile(glyph.reshape(-1, 3), 90, axis=0).tolist()
    margin = max(1, size // 10)
    down, across = size - glyph.shape[0], size - glyph.shape[1]
    return np.asarray(
        cv2.copyMakeBorder(
            glyph,
            down // 2 + margin,
            down - down // 2 + margin,
            across // 2 + margin,
            across - across // 2 + margin,
            cv2.BORDER_CONSTANT,
            value=paper,
        ),
        dtype=np.uint8,
    )
