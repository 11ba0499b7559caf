"""A rectangle on a page: the one convention for places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from pydantic import model_validator

from models.frozen import Frozen


class BoundingBox(Frozen):
    """A rectangle on a page, in fractions 0…1 of the upright page, origin top left."""

    left: float
    top: float
    right: float
    bottom: float

    @model_validator(mode="after")
    def _lies_on_the_page(self) -> Self:
        if not (0 <= self.left <= self.right <= 1 and 0 <= self.top <= self.bottom <= 1):
            raise ValueError(f"not a box on a page: {self.left, self.top, self.right, self.bottom}")
        return self

    @classmethod
    def clipped(cls, left: float, top: float, right: float, bottom: float) -> Self:
        """The box cut to the page and put in order, for measurements that overshoot the edge."""
        xs = sorted(min(1.0, max(0.0, float(x))) for x in (left, right))
        ys = sorted(min(1.0, max(0.0, float(y))) for y in (top, bottom))
        return cls(left=xs[0], top=ys[0], right=xs[1], bottom=ys[1])

    @classmethod
    def around(cls, boxes: Iterable[BoundingBox]) -> Self:
        """The smallest box that holds all the given boxes; at least one is needed."""
        every = list(boxes)
        return cls(
            left=min(box.left for box in every),
            top=min(box.top for box in every),
            right=max(box.right for box in every),
            bottom=max(box.bottom for box in every),
        )

    @property
    def width(self) -> float:
        """Fraction of the page's width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Fraction of the page's height."""
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        """The middle as (x, y)."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def area(self) -> float:
        """Fraction of the page's area."""
        return self.width * self.height

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def overlap(self, other: BoundingBox) -> float:
        """The shared part as a fraction of this box's own area; 0 where this box has none."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        if wide <= 0 or high <= 0 or self.area == 0:
            return 0.0
        return wide * high / self.area
