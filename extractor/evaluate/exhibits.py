"""The worst results with crops of their pages, so that a person can see why."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from extractor.evaluate.evaluation import Evaluation
from extractor.evaluate.licences import PICTURES
from extractor.evaluate.results import Comparison, FieldResult, Place, SealResult
from extractor.evaluate.running import sample_of
from extractor.evaluate.truth import SUFFIX, load_truth
from extractor.evaluate.wording import FIELD_OUTCOMES, RING_OUTCOMES, STATUSES, shortened
from extractor.imaging.turning import turn_back
from extractor.intake.limits import Limits
from extractor.intake.opening import OpenedFile, open_submission
from extractor.intake.rendering import PageRenderer
from extractor.page_pictures import picture_path, save_picture
from extractor.reports.crops import Crop, crops_of

MOST = 120
"""Crops in one page: about 5 MB. Wrong and sure ones come first."""


_SHOWN = 200
"""Characters of the text as read."""


@dataclass(frozen=True)
class Said:
    """What was to be read and what was."""

    title: str
    outcome: str
    expected: str
    read: str
    text: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Exhibit:
    """One result that is not as it should be."""

    sample: str
    page: int | None
    said: Said
    severe: bool
    """Wrong and believed to be right."""
    seen: Crop | None
    """Where it was read."""
    stands: Crop | None
    """Where it stands, if elsewhere."""


@dataclass(frozen=True)
class _Case:
    """A result before its crops are cut."""

    rank: int
    sample: str
    result: FieldResult | SealResult

    @property
    def places(self) -> tuple[Place | None, Place | None]:
        """Where it was read, and where it stands unless that is the same place."""
        seen, stands = self.result.seen_at, self.result.stands_at
        pointing = isinstance(self.result, SealResult) or self.result.box_hit
        return seen, None if seen is not None and pointing else stands


def exhibits(evaluation: Evaluation, folder: Path) -> tuple[Exhibit, ...]:
    """The worst results of the evaluation; ``folder`` holds what was evaluated."""
    ranked = [case for each in evaluation.submissions for case in _cases(each)]
    worst = sorted(ranked, key=lambda case: case.rank)[:MOST]
    shown = []
    with tempfile.TemporaryDirectory(prefix="heyan-") as scratch:
        for submission in evaluation.submissions:
            cases = [case for case in worst if case.sample == submission.name]
            if cases:
                files = _files(evaluation, folder, submission.name, Path(scratch))
                crops = _crops(cases, submission, files, Path(scratch) / submission.name)
                shown += [(case.rank, _exhibit(case, crops)) for case in cases]
    return tuple(exhibit for _, exhibit in sorted(shown, key=lambda pair: pair[0]))


def _cases(comparison: Comparison) -> Iterator[_Case]:
    """What is not as it should be, ranked by how much it hurts."""
    for field in comparison.fields:
        rank = {"wrong_sure": 0, "wrong_doubtful": 2, "missing": 4}.get(field.outcome)
        if rank is None and field.box_hit is False:
            rank = 3
        if rank is not None:
            yield _Case(rank, comparison.name, field)
    for seal in comparison.seals:
        rank = {"certain_wrong": 1, "uncertain_wrong": 5, "unread": 6}.get(seal.outcome)
        if rank is not None:
            yield _Case(rank, comparison.name, seal)


def _files(evaluation: Evaluation, folder: Path, name: str, scratch: Path) -> dict[int, OpenedFile]:
    """File number of the truth → the file."""
    if evaluation.what == "licences":
        found = open_submission(folder / PICTURES, Limits(), scratch / "unpacked")
        return {0: next(file for file in found if PurePath(file.name).stem == name)}
    truth = folder / f"{name}{SUFFIX}"
    found = open_submission(sample_of(truth), Limits(), scratch / "unpacked" / name)
    by_name = {PurePath(file.name).name: file for file in found}
    names = load_truth(truth).files
    return {number: by_name[each] for number, each in enumerate(names) if each in by_name}


def _crops(
    cases: Sequence[_Case], comparison: Comparison, files: dict[int, OpenedFile], pictures: Path
) -> Callable[[Place | None], Crop | None]:
    """Gives the crop of a place; every page is drawn once."""
    pictures.mkdir(parents=True, exist_ok=True)
    places = [place for case in cases for place in case.places if place is not None]
    turns = {(page.file, page.number): page.turn or 0 for page in comparison.pages}
    with PageRenderer(Limits()) as renderer:
        for file, page in _pages(places):
            if file in files:
                pixels = turn_back(
                    renderer.render(files[file], page).pixels, turns.get((file, page), 0)
                )
                save_picture(pixels, picture_path(pictures, file, page))
    cut = crops_of(((place.file, place.page, place.box) for place in places), pictures)
    return lambda place: None if place is None else cut.get((place.file, place.page, place.box))


def _pages(places: Iterable[Place]) -> list[tuple[int, int]]:
    return sorted({(place.file, place.page) for place in places})


def _exhibit(case: _Case, crop: Callable[[Place | None], Crop | None]) -> Exhibit:
    seen, stands = case.places
    place = seen or stands
    said = _of_seal(case.result) if isinstance(case.result, SealResult) else _of_field(case.result)
    return Exhibit(
        sample=case.sample,
        page=None if place is None else place.page,
        said=said,
        severe=case.rank < 2,
        seen=crop(seen),
        stands=crop(stands),
    )


def _of_field(field: FieldResult) -> Said:
    expected, read = shortened(field.expected, field.read)
    return Said(
        title=field.key,
        outcome=FIELD_OUTCOMES[field.outcome],
        expected=expected,
        read=read,
        text=field.text[:_SHOWN],
        notes=(*field.doubts, f"{STATUSES[field.status]}，置信度 {field.confidence:.3f}"),
    )


def _of_seal(seal: SealResult) -> Said:
    expected, read = shortened(seal.expected, seal.text)
    return Said(f"印章 {seal.role}", RING_OUTCOMES[seal.outcome], expected, read)
