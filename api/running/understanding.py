"""From a reading to its report, with what people changed in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from importlib.metadata import version
from time import perf_counter
from typing import Any, NamedTuple

from api.store.tables import Correction as CorrectionRow
from api.store.tables import PageChange
from extractor.pipeline import verify
from extractor.programmes.programme import Programme
from extractor.review.correcting import corrected
from extractor.review.reviewed import machine_submission
from extractor.weights.catalogue import DEFAULT_WEIGHTS
from models.extraction import Submission
from models.reading import Reading
from models.report import Produced, Report
from models.review import Correction, PageId, PageKindChange, Review


class Understood(NamedTuple):
    """What a reading means, and the report on it."""

    submission: Submission
    report: Report


def understood(
    reading: Reading, programme: Programme, submitted_on: date | None, review: Review
) -> Understood:
    """The submission with everything people changed, and all rules run on it."""
    started = perf_counter()
    machine = machine_submission(reading, programme, submitted_on, review)
    submission = corrected(machine, review.corrections, programme, submitted_on)
    seconds = reading.elapsed + perf_counter() - started
    return Understood(submission, verify(submission, programme, produced_by(reading, seconds)))


def produced_by(reading: Reading, seconds: float) -> Produced:
    """What made a report of this reading."""
    return Produced(
        version=version("heyan"),
        engine=reading.engine,
        weights=weights_in_use(),
        seconds=round(seconds, 3),
        pages_per_minute=round(60 * len(reading.pages) / max(seconds, 0.001), 1),
    )


def weights_in_use() -> Mapping[str, str] | Any:
    """Name → sha256 of the model files this version reads with."""
    return {each.name: each.sha256 for each in DEFAULT_WEIGHTS}


def review_of(
    reading: Reading, corrections: Sequence[CorrectionRow], pages: Sequence[PageChange]
) -> Review:
    """What people changed, out of the store's rows that are in force."""
    return Review(
        corrections=stated_in(corrections),
        kinds=tuple(
            PageKindChange.model_validate(
                {
                    "page": {"file": each.file, "number": each.page},
                    "kind": each.kind,
                    "who": each.by,
                    "when": each.at,
                }
            )
            for each in pages
            if each.kind is not None
        ),
        order=_order(reading, pages),
    )


def stated_in(rows: Sequence[CorrectionRow]) -> tuple[Correction, ...]:
    """The corrections of these rows, in the order they were made."""
    made = sorted(rows, key=lambda each: (each.at, each.number))
    return tuple(Correction.model_validate(each.stated) for each in made if each.stated is not None)


def _order(reading: Reading, pages: Sequence[PageChange]) -> tuple[PageId, ...]:
    """Every page in the order people gave: each moved page at its place, the rest around them."""
    places = {(each.file, each.page): each.position for each in pages if each.position is not None}
    if not places:
        return ()
    every = [(page.file, page.number) for page in reading.pages]
    rest = [page for page in every if page not in places]
    for page, place in sorted(places.items(), key=lambda each: each[1]):
        rest.insert(min(place - 1, len(rest)), page)
    return tuple(PageId(file=file, number=number) for file, number in rest)
