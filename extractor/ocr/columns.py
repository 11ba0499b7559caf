"""Tells characters set downwards from the first characters of spaced captions.

Licences print their captions as wide as the widest (名　　称 above 类　　型 above 住　　所), and the
detector takes the column 名类住 for one text. In a cell of its own such a column is a text.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractor.imaging.pixels import Pixels, Ruling
from extractor.ocr.boxes import Quad, cut_out, is_level
from extractor.ocr.strips import glyph_rows, is_tall

LOOSE = 0.5
"""In heights of a character: rows of captions stand further apart than characters of one text."""

NEAR = 3
"""In widths of the column: how far to its right the side of its cell may lie."""

ALONG = 0.8
"""The part of the column's height that the side of its cell goes along."""


def split_columns(quads: Sequence[Quad], rulings: Sequence[Ruling], pixels: Pixels) -> list[Quad]:
    """The boxes, a loose column outside of any cell split into its characters."""
    split: list[Quad] = []
    for quad in quads:
        crop = cut_out(pixels, quad) if is_level(quad) else None
        if crop is None or not crop.size or not is_tall(crop) or _in_cell(quad, rulings, pixels):
            split.append(quad)
        else:
            split += _characters(quad, crop)
    return split


def _characters(quad: Quad, crop: Pixels) -> list[Quad]:
    """The box of each character, where they stand far apart; else the whole box."""
    rows = glyph_rows(crop)
    gaps = [below - end for (_, end), (below, _) in zip(rows, rows[1:], strict=False)]
    if not gaps or min(gaps) < LOOSE * float(np.median([end - start for start, end in rows])):
        return [quad]
    left, top = quad.min(axis=0)
    right = quad[:, 0].max()
    # The margin that the detector leaves around a text, never into the next character's.
    margin = min(gaps) / 3
    return [
        np.array(
            [
                [left, top + start - margin],
                [right, top + start - margin],
                [right, top + end + margin],
                [left, top + end + margin],
            ],
            dtype=np.float32,
        )
        for start, end in rows
    ]


def _in_cell(quad: Quad, rulings: Sequence[Ruling], pixels: Pixels) -> bool:
    """Whether a vertical ruling runs down the right of the box."""
    height, width = pixels.shape[:2]
    left, top = quad.min(axis=0)
    right, bottom = quad.max(axis=0)
    for ruling in rulings:
        ends = sorted((ruling.start[1] * height, ruling.end[1] * height))
        along = min(bottom, ends[1]) - max(top, ends[0])
        beside = 0 <= ruling.start[0] * width - right <= NEAR * (right - left)
        if not ruling.horizontal and beside and along >= ALONG * (bottom - top):
            return True
    return False
