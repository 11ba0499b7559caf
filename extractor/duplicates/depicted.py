"""The pictures that an applicant made or chose itself, as they are compared with others'."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence

from extractor.values.texts import compact
from models.document import BoundingBox, Figure, Page
from models.duplicate import Printed, ShownPicture
from models.extraction import DocumentSummary, Submission

_ISSUED = re.compile(r"证书|执照|许可证|资质|登记证|牌匾|授予|荣誉|奖|商标|中华人民共和国|人民政府")
"""Print within the picture of an issued paper or a plaque: those of a kind are all alike."""
_TICK = re.compile(r"-?\d+%?|\W*")
"""What stands beside the axes of every chart."""
_LABELS = 0.025
"""Of the page, 5 to 7 mm: how far from its axes a chart's labels stand."""


def pictures_of(submission: Submission) -> Iterator[ShownPicture]:
    """The pictures of the R&D report and the photographs of the form, in the order of their pages.

    Other papers are issued: licences, certificates and reports of one office look alike, and so do
    the grids of the form.
    """
    pages = {(each.page.file, each.page.number): each.page for each in submission.pages}
    for document in submission.documents:
        if document.kind not in ("rd_report", "application_form"):
            continue
        for file, number in _places(document, submission):
            page = pages[file, number]
            for figure in page.figures:
                words = _words(page, figure)
                if any(map(_ISSUED.search, words)) or (
                    figure.drawn and document.kind == "application_form"
                ):
                    continue
                yield ShownPicture(
                    hash=figure.hash,
                    drawn=figure.drawn,
                    words=tuple(sorted({zlib.crc32(each.encode()) for each in words})),
                    place=Printed(document=document.id, file=file, page=number),
                )


def _places(document: DocumentSummary, submission: Submission) -> Sequence[tuple[int, int]]:
    """The document's pages; pages of a report that show nothing but pictures belong to none."""
    own = set(document.pages)
    if document.kind == "rd_report" and own:
        first, last = min(own), max(own)
        other = (
            (each.page.file, each.page.number) for each in submission.pages if each.kind == "other"
        )
        own.update(place for place in other if first < place < last)
    return sorted(own)


def _words(page: Page, figure: Figure) -> list[str]:
    """The lines in the picture, with those along the edges of a drawing; no ticks of an axis."""
    box, spare = figure.box, _LABELS if figure.drawn else 0.0
    around = BoundingBox.clipped(
        box.left - spare, box.top - spare, box.right + spare, box.bottom + spare
    )
    inside = (line for line in page.lines if around.contains(*line.box.centre))
    texts = (compact(line.text) for line in inside)
    return [text for text in texts if not _TICK.fullmatch(text)]
