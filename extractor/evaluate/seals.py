"""Every seal of the truth beside the one the report has in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.evaluate.equality import plain
from extractor.evaluate.places import bounding, shared
from extractor.evaluate.results import ExtraSeal, Place, RingOutcome, SealResult
from extractor.evaluate.truth import TruePage, TrueSeal
from models.report import ReportPage, ReportSeal

FOUND = 0.3
"""Intersection over union from which a seal counts as found: the box of a faint or cut seal is
easily a third too small each way."""


def compare_seals(
    read: Mapping[tuple[int, int], ReportPage], truth: Sequence[TruePage]
) -> tuple[tuple[SealResult, ...], tuple[ExtraSeal, ...]]:
    """The true seals, and the report's that stand where none is; pages by (file, number)."""
    results: list[SealResult] = []
    extra: list[ExtraSeal] = []
    for page in truth:
        seen = read.get((page.file, page.number))
        seals = seen.seals if seen is not None else []
        taken = _matched(seals, page.seals)
        for number, expected in enumerate(page.seals):
            found = seals[taken[number]] if number in taken else None
            results.append(_compared(page, expected, found))
        extra += [
            ExtraSeal(text=seal.text, certain=seal.certain, seen_at=_place(page, seal))
            for number, seal in enumerate(seals)
            if number not in taken.values()
        ]
    return tuple(results), tuple(extra)


def _matched(seals: Sequence[ReportSeal], truth: Sequence[TrueSeal]) -> dict[int, int]:
    """Number of a true seal → of the seal found there, those that share most first."""
    shares = sorted(
        (
            (shared(bounding(seal.box), bounding(expected.box)), mine, other)
            for mine, expected in enumerate(truth)
            for other, seal in enumerate(seals)
        ),
        reverse=True,
    )
    taken: dict[int, int] = {}
    for share, mine, other in shares:
        if share >= FOUND and mine not in taken and other not in taken.values():
            taken[mine] = other
    return taken


def _place(page: TruePage, seal: ReportSeal | TrueSeal) -> Place:
    return Place(file=page.file, page=page.number, box=seal.box)


def _compared(page: TruePage, expected: TrueSeal, found: ReportSeal | None) -> SealResult:
    return SealResult(
        page=page.number,
        role=expected.role,
        shape=expected.shape,
        whole=expected.whole,
        expected=expected.text,
        text=None if found is None else found.text,
        outcome=_outcome(expected, found),
        seen_at=None if found is None else _place(page, found),
        stands_at=_place(page, expected),
    )


def _outcome(expected: TrueSeal, found: ReportSeal | None) -> RingOutcome:
    if found is None:
        return "not_found"
    if not found.text:
        return "unread"
    if plain(found.text) == plain(expected.text):
        return "exact"
    return "certain_wrong" if found.certain else "uncertain_wrong"
