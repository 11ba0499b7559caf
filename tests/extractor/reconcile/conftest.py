"""Passages and fields to reconcile."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from extractor.layout.passage import Passage
from extractor.reconcile.certainty import WEAK
from models.document import BoundingBox, InkMark, Page, Source, TextLine
from models.extraction import Amount, Evidence, Field

BOX = BoundingBox(left=0.4, top=0.4, right=0.6, bottom=0.45)


@pytest.fixture
def passage() -> Callable[..., Passage]:
    """Builds a passage of one line per text, all characters as sure as ``weakest`` says."""

    def build(
        *texts: str,
        weakest: float = 0.99,
        mean: float | None = None,
        second: str | None = None,
        source: Source = "ocr",
        ink: bool = False,
    ) -> Passage:
        lines = tuple(
            TextLine(
                text=text,
                box=BOX,
                confidence=weakest if mean is None else mean,
                confidences=(weakest,) * len(text),
                second_text=second,
                source=source,
            )
            for text in texts
        )
        marks = (InkMark(box=BOX),) if ink else ()
        page = Page(
            file=0, number=3, width=1000, height=1400, source=source, lines=lines, ink_marks=marks
        )
        return Passage(page=page, lines=lines, box=BOX)

    return build


@pytest.fixture
def amount() -> Callable[..., Field]:
    """Builds the field of an amount that was read."""

    def build(
        key: str,
        value: str | None,
        *,
        sure: bool = True,
        doubts: tuple[str, ...] = (),
        source: Source = "ocr",
        confidence: float = 0.99,
    ) -> Field:
        reasons = doubts or (() if sure else (WEAK,))
        return Field(
            key=key,
            label=key.partition(".")[2],
            kind="amount",
            value=None if value is None else Amount(value=Decimal(value)),
            text=value or "",
            confidence=confidence,
            status="unreadable" if value is None else "doubtful" if reasons else "sure",
            evidence=(Evidence(file=0, page=1, box=BOX, text=value or "", source=source),),
            doubts=reasons,
        )

    return build
