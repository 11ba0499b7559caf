"""Where things stand: the submission's pages in order, and boxes on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from extractor.reports.wording import KINDS
from models.document import DocumentKind
from models.report import Box, Report, ReportEvidence, ReportFile, ReportPage

_DECIMALS = 4
"""Of fractions of a page: a fifth of a pixel at 200 dpi."""


class PageAsSet(NamedTuple):
    """What people changed on a page."""

    version: int = 0
    kind: bool = False
    """Whether they said what kind it is."""
    turn: int = 0
    """Degrees clockwise."""


UNCHANGED = PageAsSet()


@dataclass(frozen=True)
class PagePlace:
    """One page as the strip and the viewer show it."""

    index: int
    """Position among all pages of the submission, from 0."""
    file: int
    number: int
    file_name: str
    kind: DocumentKind
    kind_title: str
    width: int
    """Pixels of the upright page as read."""
    height: int
    confidence: float
    """Of the kind; 0…1."""
    seals: int
    turned: int
    word: bool
    """Whether it comes from a Word file, which has no picture."""
    version: int
    """How often people changed it: what a further change names as seen."""
    set_by_person: bool
    """Whether a reviewer decided its kind."""
    turns: int
    """Quarter turns clockwise by which people turned it further; boxes are without them."""

    @property
    def address(self) -> str:
        """``0-14``: file index and page number, as it stands in addresses."""
        return f"{self.file}-{self.number}"


@dataclass(frozen=True)
class Spot:
    """A box on a page of the submission."""

    page: int
    """Index of the page."""
    box: Box

    @property
    def code(self) -> str:
        """``14:0.735,0.1418,0.9238,0.1559``: what the viewer's script reads."""
        return f"{self.page}:{','.join(f'{edge:.{_DECIMALS}f}' for edge in self.box)}"


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def page_places(
    report: Report, changes: Mapping[tuple[int, int], PageAsSet]
) -> tuple[PagePlace, ...]:
    """The pages of every file in order, with what people changed on them."""
    files = report.submission.files
    return tuple(
        _place(index, page, files[page.file], changes.get((page.file, page.number), UNCHANGED))
        for index, page in enumerate(report.pages)
    )


def _place(index: int, page: ReportPage, file: ReportFile, as_set: PageAsSet) -> PagePlace:
    return PagePlace(
        index=index,
        file=page.file,
        number=page.number,
        file_name=file.name,
        kind=page.kind,
        kind_title=KINDS[page.kind],
        width=page.size[0],
        height=page.size[1],
        confidence=page.confidence,
        seals=len(page.seals),
        turned=page.turned,
        word=is_word(file),
        version=as_set.version,
        set_by_person=as_set.kind,
        turns=as_set.turn // 90,
    )


def is_word(file: ReportFile) -> bool:
    """Whether its pages have no pictures."""
    return file.media_type == _WORD


Indexes = Mapping[tuple[int, int], int]
"""Page index by file index and page number."""


def page_indexes(report: Report) -> Indexes:
    """Where each page stands among all pages of the submission."""
    return {(page.file, page.number): index for index, page in enumerate(report.pages)}


def spots(indexes: Indexes, evidence: Iterable[ReportEvidence]) -> tuple[Spot, ...]:
    """The boxes of the evidence that stands on a page; a Word cell has none."""
    found = [
        Spot(page=indexes[each.file, each.page], box=each.box)
        for each in evidence
        if each.page is not None and each.box is not None and (each.file, each.page) in indexes
    ]
    return tuple(dict.fromkeys(found))
