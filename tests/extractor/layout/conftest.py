"""Printed lines and pages to find things on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from extractor.imaging.pixels import Ruling
from extractor.layout.tables import tables_of
from models.document import BoundingBox, Document, Page, TextLine

LineMaker = Callable[..., TextLine]
DocumentMaker = Callable[..., Document]

LETTER = 0.018
"""Width of a printed letter on these pages."""


@pytest.fixture
def line() -> LineMaker:
    """A line of print whose letters stand side by side from ``left`` on."""

    def make(
        text: str, left: float, top: float, height: float = 0.014, confidence: float = 0.99
    ) -> TextLine:
        count = len(text)
        return TextLine(
            text=text,
            box=BoundingBox.clipped(left, top, left + LETTER * count, top + height),
            confidence=confidence,
            centres=tuple(left + LETTER * (at + 0.5) for at in range(count)),
            confidences=(confidence,) * count,
        )

    return make


@pytest.fixture
def document() -> DocumentMaker:
    """A document of one page with these lines and drawn lines."""

    def make(lines: Sequence[TextLine], rulings: Sequence[Ruling] = ()) -> Document:
        page = Page(
            file=0,
            number=1,
            width=1654,
            height=2339,
            lines=tuple(lines),
            tables=tables_of(rulings, lines),
        )
        return Document(id="other-1", kind="other", title="", pages=(page,))

    return make


@pytest.fixture
def grid() -> Callable[[Sequence[float], Sequence[float]], list[Ruling]]:
    """The drawn lines of a table whose columns and rows have these edges."""

    def make(xs: Sequence[float], ys: Sequence[float]) -> list[Ruling]:
        return [
            *(Ruling((xs[0], y), (xs[-1], y)) for y in ys),
            *(Ruling((x, ys[0]), (x, ys[-1])) for x in xs),
        ]

    return make
