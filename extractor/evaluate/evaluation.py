"""A whole measurement, as its JSON file has it (schema heyan.evaluation/1)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field as Described

from extractor.evaluate.counting import Counts
from extractor.evaluate.machine import Machine
from extractor.evaluate.results import Comparison
from models.frozen import Frozen


class Timing(Frozen):
    """How long one submission took, in seconds."""

    name: str
    pages: int
    stages: dict[str, float]
    """Work by stage, added over the processes that read pages."""
    elapsed: float
    """From the first page to the last."""
    extract: float
    """Kinds, documents and fields, in one process."""
    verify: float
    """Rules and report."""


class Speed(Frozen):
    """How fast all submissions together were."""

    pages: int
    pages_per_minute: float | None
    """None where readings were replayed."""
    seconds_per_page: dict[str, float]
    """Work by stage; with several processes more than what passes on the clock."""
    peak_memory_mib: float | None
    processes: int


class Evaluation(Frozen):
    """How good and how fast on one folder of samples."""

    schema_: Literal["heyan.evaluation/1"] = Described(default="heyan.evaluation/1", alias="schema")
    what: Literal["samples", "licences"]
    """Submissions with truth, or labelled pictures of licences."""
    made_on: str
    engine: str
    machine: Machine
    counts: Counts
    speed: Speed
    timings: tuple[Timing, ...]
    submissions: tuple[Comparison, ...]


def speed_of(
    timings: tuple[Timing, ...], peak_memory: int | None, processes: int, replayed: bool
) -> Speed:
    """The speed over all submissions; ``peak_memory`` in bytes."""
    pages = sum(timing.pages for timing in timings)
    stages: dict[str, float] = {}
    for timing in timings:
        own = {**timing.stages, "extract": timing.extract, "verify": timing.verify}
        for stage, seconds in own.items():
            stages[stage] = stages.get(stage, 0.0) + seconds
    clock = sum(timing.elapsed + timing.extract + timing.verify for timing in timings)
    return Speed(
        pages=pages,
        pages_per_minute=None if replayed or not clock else round(60 * pages / clock, 1),
        seconds_per_page={
            stage: round(seconds / max(1, pages), 4) for stage, seconds in stages.items()
        },
        peak_memory_mib=None if peak_memory is None else round(peak_memory / (1 << 20), 1),
        processes=processes,
    )
