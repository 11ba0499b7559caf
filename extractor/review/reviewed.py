"""From the stored reading to the submission as people see it, without reading a page again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from extractor.pipeline import extract
from extractor.programmes.programme import Programme
from models.document import DocumentKind
from models.extraction import Submission
from models.reading import Reading
from models.review import Review


def machine_submission(
    reading: Reading, programme: Programme, submitted_on: date | None, review: Review
) -> Submission:
    """What the machine understands of the pages, of the kinds and in the order people gave them."""
    return extract(in_order(reading, review), programme, submitted_on, kinds_by_people(review))


def in_order(reading: Reading, review: Review) -> Reading:
    """The reading with its pages in the order people put them; unnamed pages stay behind."""
    if not review.order:
        return reading
    places = {(page.file, page.number): place for place, page in enumerate(review.order)}
    ordered = sorted(
        reading.pages, key=lambda page: places.get((page.file, page.number), len(places))
    )
    return reading.model_copy(update={"pages": tuple(ordered)})


def kinds_by_people(review: Review) -> Mapping[tuple[int, int], DocumentKind]:
    """(file, page) → the kind a person says it is; the last word counts."""
    return {(each.page.file, each.page.number): each.kind for each in review.kinds}
