"""Who reads which page, so that a page which two submissions have is read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Event, Lock

from extractor.intake.opening import OpenedFile
from models.batch import Problem

PageKey = tuple[str, int]
"""The file's SHA-256 and the page number from 1."""


@dataclass
class Claim:
    """The pages one caller is reading; what went wrong with them stands here when it is done."""

    pages: frozenset[PageKey]
    problems: dict[PageKey, Problem] = field(default_factory=dict)
    done: Event = field(default_factory=Event)


class Claims:
    """All claims of one process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._owners: dict[PageKey, Claim] = {}

    def claim(self, pages: Iterable[PageKey]) -> tuple[Claim, list[Claim]]:
        """A claim on those pages nobody reads yet, and the claims of others on the rest."""
        with self._lock:
            wanted = list(pages)
            others = {id(owner): owner for each in wanted if (owner := self._owners.get(each))}
            mine = Claim(frozenset(each for each in wanted if each not in self._owners))
            self._owners.update(dict.fromkeys(mine.pages, mine))
            return mine, list(others.values())

    def release(self, claim: Claim) -> None:
        """Ends a claim, whether its pages were read or given up."""
        with self._lock:
            for each in claim.pages:
                del self._owners[each]
        claim.done.set()


def keys_of(files: Sequence[OpenedFile]) -> list[PageKey]:
    """Every page of the files."""
    return [(file.sha256, number) for file in files for number in range(1, file.pages + 1)]


def said_of(files: Sequence[OpenedFile], problems: Mapping[PageKey, Problem]) -> list[Problem]:
    """The problems under the names that this submission's files have."""
    return [
        problems[key].model_copy(update={"file": file.name})
        for file in files
        for number in range(1, file.pages + 1)
        if (key := (file.sha256, number)) in problems
    ]
