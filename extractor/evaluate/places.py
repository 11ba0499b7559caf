"""Whether a box lies where the thing is."""

from __future__ import annotations

from collections.abc import Iterable

from models.document import BoundingBox
from models.report import Box

POINTING = 0.1
"""Share of a page: a larger box points at nothing, unless the value itself is larger."""


def bounding(box: Box) -> BoundingBox:
    """The box of the contract as one with edges; edges in the wrong order are put right."""
    return BoundingBox.clipped(*box)


def shared(one: BoundingBox, other: BoundingBox) -> float:
    """Intersection over union, 0…1."""
    common = one.overlap(other) * one.area
    union = one.area + other.area - common
    return common / union if union > 0 else 0.0


def points_at(evidence: BoundingBox, truth: BoundingBox) -> bool:
    """Whether the centre of one lies in the other, give or take half a line of print.

    A cell's box holds more than its print, and a caption's column cuts a wide value: asking for a
    centre instead of a shared area lets both pass, and a neighbouring row neither.
    """
    if evidence.area > max(POINTING, 2 * truth.area):
        return False
    slack = truth.height / 2
    return _wider(truth, slack).contains(*evidence.centre) or _wider(evidence, slack).contains(
        *truth.centre
    )


def any_points_at(
    evidence: Iterable[tuple[int, int, Box]], truth: Iterable[tuple[int, int, Box]]
) -> bool:
    """Whether one of the places (file, page, box) as read is one of the true ones."""
    true = list(truth)
    return any(
        (file, page) == (on_file, on_page) and points_at(bounding(box), bounding(stands))
        for file, page, box in evidence
        for on_file, on_page, stands in true
    )


def _wider(box: BoundingBox, slack: float) -> BoundingBox:
    """The box with some room around it."""
    return BoundingBox.clipped(
        box.left - slack, box.top - slack, box.right + slack, box.bottom + slack
    )
