"""Page numbers printed at the foot of pages: the bundle's own, and those of a report inside it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractor.values.texts import compact
from models.document import Page

FOOT = 0.88
"""Below this height of the page a number of its own is a page number."""
FEWEST = 3
"""A number may be misread; pages that agree with each other, fewer than these, prove nothing."""

_NUMBER = re.compile(r"[-—–−~·_第]*(\d{1,3})[页\-—–−~·_.。]*")
"""A dash of ``- 1 -`` is read as any short stroke, the one behind it as a point too."""
_OF_ALL = re.compile(r"[-—–第]*(\d{1,3})页?[/,，共]+(\d{1,3})页?[-—–]*")


def foot_numbers(page: Page) -> frozenset[int]:
    """The numbers that stand by themselves at the foot: ``- 12 -``, 第12页, 12."""
    found = (_NUMBER.fullmatch(line) for line in _foot(page))
    return frozenset(int(each[1]) for each in found if each)


def numbers_of_all(page: Page) -> frozenset[tuple[int, int]]:
    """Number and count of pages, where the foot states both: 第3页共12页."""
    found = (_OF_ALL.fullmatch(line) for line in _foot(page))
    return frozenset((int(each[1]), int(each[2])) for each in found if each)


def breaks_in(pages: Sequence[Page]) -> tuple[tuple[int, int], ...]:
    """Where printed numbers jump: (place of the page in the sequence, numbers skipped).

    The difference between the printed number and the page's place is the same on every page of a
    bundle that is numbered through. A jump is a place from which on it is another, for at least
    three pages on either side; single numbers that do not fit were misread. Negative: repeated.
    """
    supports = _supports(pages)
    shifts = sorted(
        (shift for shift, places in supports.items() if len(places) >= FEWEST),
        key=lambda shift: min(supports[shift]),
    )
    apart = [
        (min(supports[later]), later - earlier)
        for earlier, later in zip(shifts, shifts[1:], strict=False)
        if max(supports[earlier]) < min(supports[later])
    ]
    # Numbers of a report inside the bundle overlap with the bundle's own and are no jump.
    return tuple(apart) if len(apart) == len(shifts) - 1 else ()


def is_numbered(pages: Sequence[Page]) -> bool:
    """Whether the pages bear numbers that run through."""
    return any(len(places) >= FEWEST for places in _supports(pages).values())


def bound_volume(pages: Sequence[Page]) -> list[Page]:
    """The pages of the largest scanned file: the bound volume."""
    scanned = [page for page in pages if page.source != "word"]
    files = [page.file for page in scanned]
    largest = max(files, key=files.count, default=None)
    return [page for page in scanned if page.file == largest]


def printed_numbers(pages: Sequence[Page]) -> Mapping[int, int]:
    """Place of a page in the sequence → its printed number, where that is certain.

    A page between two others whose numbers fit together has the number between theirs, read or
    not. Empty where the numbers run through less than half of the pages: those are a report's own.
    """
    runs = sorted(
        (run for run in _supports(pages).items() if len(run[1]) >= FEWEST),
        key=lambda run: -len(run[1]),
    )
    found: dict[int, int] = {}
    for shift, places in runs:
        span = range(min(places), max(places) + 1)
        if not any(place in found for place in span):
            found.update((place, place + shift) for place in span)
    return found if len(found) * 2 >= len(pages) else {}


def _supports(pages: Sequence[Page]) -> Mapping[int, list[int]]:
    """Printed number minus place → the places of the pages that say so."""
    found: dict[int, list[int]] = {}
    for place, page in enumerate(pages):
        for number in foot_numbers(page):
            found.setdefault(number - place, []).append(place)
    return found


def _foot(page: Page) -> list[str]:
    return [compact(line.text) for line in page.lines if line.box.centre[1] > FOOT]
