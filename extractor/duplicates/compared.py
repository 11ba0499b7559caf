"""Submissions laid side by side, and how what they share is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractor.duplicates.catalogue import SOURCES
from extractor.duplicates.units import allied, shared_members, units_of
from extractor.rules.catalogue import catalogue_codes
from extractor.rules.wording import cut
from models.duplicate import Duplicate, Fingerprint, Place, Printed

SHOWN = 5
"""A message names so many submissions; the finding lists them all."""


@dataclass(frozen=True)
class Compared:
    """Submissions in the order of their names; a submission is its place in that order."""

    names: tuple[str, ...]
    prints: tuple[Fingerprint, ...]
    units: tuple[int, ...]
    """The number of each submission's unit."""

    @classmethod
    def of(cls, fingerprints: Mapping[str, Fingerprint]) -> Compared:
        """The fingerprints by the names of their submissions."""
        names = tuple(sorted(fingerprints))
        prints = tuple(fingerprints[name] for name in names)
        return cls(names, prints, tuple(units_of(prints)))

    def one_unit(self, places: Iterable[int]) -> bool:
        """Whether all of them were handed in by the same unit."""
        return len({self.units[place] for place in places}) == 1

    def one_consortium(self, pair: tuple[int, int]) -> bool:
        """Whether both are of one unit, or one of their units is in the other's consortium."""
        one, other = (self.prints[place] for place in pair)
        return self.one_unit(pair) or allied(one, other)

    def common_members(self, pair: tuple[int, int]) -> bool:
        """Whether both are of one consortium, or some unit stands in both of theirs."""
        one, other = (self.prints[place] for place in pair)
        return self.one_consortium(pair) or bool(shared_members(one, other))

    def unit(self, place: int) -> str:
        """The applicant's name in quotation marks, the submission's own name where it has none."""
        return f"“{cut(self.prints[place].unit or self.names[place])}”"

    def listed(self, places: Iterable[int], words: Sequence[str]) -> str:
        """What the message says of each submission, the first few of them."""
        count = len(list(places))
        more = f"等 {count} 份申报" if count > SHOWN else ""
        return "、".join(dict.fromkeys(words[:SHOWN])) + more

    def duplicate(
        self,
        rule: str,
        message: str,
        places: Iterable[int],
        printed: Iterable[tuple[int, Printed]] = (),
        *,
        also: tuple[str, ...] = (),
    ) -> Duplicate:
        """The finding, of the catalogue's severity and title."""
        severity, title = catalogue_codes()[rule]
        return Duplicate(
            rule=rule,
            also=also,
            title=title,
            severity=severity,
            outcome="failed" if severity in "AB" else "doubtful",
            message=message,
            submissions=tuple(self.names[place] for place in sorted(set(places))),
            places=tuple(
                Place(submission=self.names[place], **each.model_dump()) for place, each in printed
            ),
            source=SOURCES[rule],
        )
