"""Which submissions are of one unit, and which things belong together."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from extractor.values.names import normalise
from models.duplicate import Fingerprint


def grouped(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The places 0…count-1 in groups joined by the pairs, each group in order."""
    first = list(range(count))

    def root(place: int) -> int:
        while first[place] != place:
            first[place] = first[first[place]]
            place = first[place]
        return place

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        first[high] = low
    groups: dict[int, list[int]] = {}
    for place in range(count):
        groups.setdefault(root(place), []).append(place)
    return list(groups.values())


def units_of(fingerprints: Sequence[Fingerprint]) -> list[int]:
    """For each submission the number of its unit: one code or one name makes them one unit's."""
    seen: dict[Hashable, int] = {}
    pairs = []
    for place, each in enumerate(fingerprints):
        for mark in (*each.codes, *(normalise(name) for name in each.names)):
            pairs.append((seen.setdefault(mark, place), place))
    numbers = [0] * len(fingerprints)
    for number, group in enumerate(grouped(len(fingerprints), pairs)):
        for place in group:
            numbers[place] = number
    return numbers


def allied(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether one of the units is in the other's consortium."""
    return _leads(one, other) or _leads(other, one)


def shared_members(one: Fingerprint, other: Fingerprint) -> set[str]:
    """Units that stand in both consortia, as lead or member."""
    return _everyone(one).keys() & _everyone(other).keys()


def _leads(lead: Fingerprint, unit: Fingerprint) -> bool:
    members = {normalise(name) for name in lead.members}
    return any(normalise(name) in members for name in unit.names)


def _everyone(each: Fingerprint) -> Mapping[str, str]:
    return {normalise(name): name for name in (*each.names, *each.members)}
