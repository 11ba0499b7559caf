"""Tells whether a page's own text says what is drawn on the page.

A font may map its glyphs to other characters than it draws, by carelessness or to deceive: what a
program copies is then not what a person sees. A few lines with numbers are read from the picture.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from extractor.imaging.pixels import Pixels
from extractor.ocr.boxes import in_pixels
from extractor.ocr.engine import Recognition
from models.document import TextLine

LINES = 4
"""Lines that are compared, of those with the most digits."""

FEWEST_DIGITS = 4
"""A line with fewer says little: a page number, a footnote."""

LONGEST = 60
"""Characters: in a longer line a digit may be lost between others."""

LEGIBLE = 0.9
"""Confidence of a reading that may speak against the text: clean print is read at .97 and more."""

MARGIN = 0.15
"""In heights of the line: the text's own boxes end at the glyphs, the recogniser wants paper."""


def says_what_is_drawn(
    lines: Sequence[TextLine],
    pixels: Pixels,
    recognise: Callable[[Sequence[Pixels]], Sequence[Recognition]],
) -> bool:
    """Whether at least half of the lines compared have the digits that the picture shows there.

    True where no line bears enough digits, or none can be read from the picture.
    """
    candidates = [line for line in lines if len(line.text) <= LONGEST]
    candidates.sort(key=lambda line: -len(_digits(line.text)))
    chosen = [line for line in candidates[:LINES] if len(_digits(line.text)) >= FEWEST_DIGITS]
    readings = recognise([_cut_out(line, pixels) for line in chosen])
    same = [
        _digits(line.text) == _digits(reading.text)
        for line, reading in zip(chosen, readings, strict=True)
        if reading.confidence >= LEGIBLE
    ]
    return 2 * sum(same) >= len(same)


def _cut_out(line: TextLine, pixels: Pixels) -> Pixels:
    """The picture of the line with a little paper around it."""
    height, width = pixels.shape[:2]
    rows, columns = in_pixels(line.box, width, height)
    spare = round(MARGIN * (rows.stop - rows.start))
    return pixels[
        max(0, rows.start - spare) : rows.stop + spare,
        max(0, columns.start - spare) : columns.stop + spare,
    ]


def _digits(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKC", text) if each in "0123456789")
