"""How often values are right, by how confident the reading was: what a reliability diagram shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from extractor.evaluate.results import FieldResult
from models.frozen import Frozen

EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.0)
"""Finer towards 1, where nearly all readings are."""


class Bin(Frozen):
    """The values of one range of confidence."""

    status: Literal["sure", "doubtful"]
    low: float
    high: float
    values: int
    right: int
    confidence: float
    """Mean over the values."""

    @property
    def share(self) -> float:
        """How many of them are right, 0…1."""
        return self.right / self.values


def reliability(fields: Iterable[FieldResult]) -> tuple[Bin, ...]:
    """The ranges that hold any value, sure ones first; only fields with a value are looked at."""
    valued = [field for field in fields if field.read is not None]
    return tuple(
        Bin(
            status=status,
            low=low,
            high=high,
            values=len(inside),
            right=sum(field.outcome == "right" for field in inside),
            confidence=sum(field.confidence for field in inside) / len(inside),
        )
        for status in ("sure", "doubtful")
        for low, high in zip(EDGES, EDGES[1:], strict=False)
        if (inside := _inside([each for each in valued if each.status == status], low, high))
    )


def _inside(fields: Sequence[FieldResult], low: float, high: float) -> list[FieldResult]:
    """Fields from ``low`` on and below ``high``; the last range holds its end."""
    return [
        field
        for field in fields
        if low <= field.confidence < high or (high == EDGES[-1] == field.confidence)
    ]
