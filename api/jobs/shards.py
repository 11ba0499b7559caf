"""Cuts the pages of a submission into the pieces that workers take, and says which go first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.jobs.results import Place
from extractor.intake.opening import OpenedFile

SHARD_PAGES = 8
"""Most pages of a shard: what a short submission waits for at the worst."""
SHARDS_PER_WORKER = 2
"""Of one file, so that all workers end it at about the same time."""
PAGES_PER_SECOND = 0.5
"""How many pages of length a second of waiting makes up for: the rate of one core."""


@dataclass(frozen=True)
class Shard:
    """Some pages of one file, to be read by one worker."""

    file: OpenedFile
    numbers: tuple[int, ...]
    size: int
    """Bytes of the file."""
    place: Place
    """Where the results are kept, for a worker that shares the folder."""


def cut(
    file: OpenedFile, numbers: Sequence[int], workers: int, place: Place, size: int
) -> list[Shard]:
    """The pages in shards of neighbours: small ones where there are workers for them."""
    pieces = max(1, workers * SHARDS_PER_WORKER)
    pages = min(SHARD_PAGES, max(1, -(-len(numbers) // pieces)))
    return [
        Shard(file, tuple(numbers[start : start + pages]), size, place)
        for start in range(0, len(numbers), pages)
    ]


def priority(pages: int, waited_since: float) -> float:
    """The Dask priority of a submission's shards, larger first.

    A short submission goes before a long one that came at the same time, and a long one is not
    put off for ever: each second it waits counts for some pages.

    Args:
        pages: how many are to be read.
        waited_since: when it came, in seconds on any clock that all callers share.
    """
    return -(waited_since * PAGES_PER_SECOND + pages)
