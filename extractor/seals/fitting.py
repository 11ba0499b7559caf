"""Circles and ellipses through the outline of an ink shape."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float32]
"""n × 2, each (x, y) in pixels."""


@dataclass(frozen=True)
class Ellipse:
    """A closed curve; a circle has equal axes."""

    x: float
    y: float
    major: float
    """Half of the longer axis, in pixels."""
    minor: float
    """Half of the shorter axis, in pixels."""
    angle: float = 0.0
    """Direction of the longer axis, in radians clockwise from the page's x axis."""

    @classmethod
    def within(cls, rectangle: cv2.typing.RotatedRect) -> Ellipse:
        """The curve that touches the sides of a turned rectangle, as ``cv2.minAreaRect`` gives it."""
        (x, y), (first, second), degrees = rectangle
        # OpenCV's angle is that of the first side; ours is that of the longer one.
        turn = degrees if first >= second else degrees + 90
        long, narrow = max(first, second), min(first, second)
        return cls(x, y, long / 2, narrow / 2, float(np.radians(turn % 180)))

    def distances(self, points: Points) -> NDArray[np.float32]:
        """About how far each point lies outside (positive) or inside the curve, in pixels."""
        away = points - np.array([self.x, self.y], dtype=np.float32)
        cos, sin = np.cos(self.angle), np.sin(self.angle)
        along = (away[:, 0] * cos + away[:, 1] * sin) / self.major
        across = (away[:, 1] * cos - away[:, 0] * sin) / self.minor
        share = np.hypot(along, across)
        reach = np.hypot(away[:, 0], away[:, 1])
        return np.asarray(reach - reach / np.maximum(share, 1e-3), dtype=np.float32)

    def turns(self, points: Points) -> NDArray[np.float32]:
        """The direction of each point as seen from the centre, in radians."""
        turns = np.arctan2(points[:, 1] - self.y, points[:, 0] - self.x)
        return np.asarray(turns, dtype=np.float32)

    def at(
        self, turns: NDArray[np.float64], inset: float | NDArray[np.float64] = 0.0
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Points (x, y) of the curve at these parameters, moved inwards by so many pixels."""
        along, across = self.major * np.cos(turns), self.minor * np.sin(turns)
        # The inward normal of an ellipse, not the way to its centre: they differ on an oval.
        normal = np.hypot(self.minor * np.cos(turns), self.major * np.sin(turns))
        along = along - inset * self.minor * np.cos(turns) / normal
        across = across - inset * self.major * np.sin(turns) / normal
        cos, sin = np.cos(self.angle), np.sin(self.angle)
        return self.x + along * cos - across * sin, self.y + along * sin + across * cos

    def scaled(self, factor: float) -> Ellipse:
        """The same curve in an image enlarged by this factor."""
        return Ellipse(
            self.x * factor,
            self.y * factor,
            self.major * factor,
            self.minor * factor,
            self.angle,
        )

    @property
    def extent(self) -> tuple[float, float]:
        """Half the width and half the height of the upright box around it, in pixels."""
        cos, sin = np.cos(self.angle), np.sin(self.angle)
        return (
            float(np.hypot(self.major * cos, self.minor * sin)),
            float(np.hypot(self.major * sin, self.minor * cos)),
        )


def best_circle(
    points: Points, smallest: float, largest: float, tolerance: float, trials: int = 600
) -> Ellipse | None:
    """The circle of an allowed radius that most points lie on, by random sampling; or None.

    The sampling is seeded: the same page gives the same circle.
    """
    if len(points) < 12:
        return None
    chance = np.random.default_rng(len(points))
    if len(points) > 500:
        points = points[chance.choice(len(points), 500, replace=False)]
    triples = points[chance.integers(0, len(points), (trials, 3))]
    centres, radii = _through(triples)
    allowed = (radii >= smallest) & (radii <= largest)
    centres, radii = centres[allowed], radii[allowed]
    if not len(radii):
        return None
    reach = np.hypot(
        points[None, :, 0] - centres[:, None, 0], points[None, :, 1] - centres[:, None, 1]
    )
    counts = (np.abs(reach - radii[:, None]) < tolerance).sum(axis=1)
    best = int(counts.argmax())
    circle = Ellipse(float(centres[best, 0]), float(centres[best, 1]), *[float(radii[best])] * 2)
    for width in (1.5 * tolerance, tolerance):
        near = points[np.abs(circle.distances(points)) < width]
        if len(near) >= 8:
            circle = _least_squares(near) or circle
    return circle if smallest <= circle.major <= largest * 1.05 else None


def best_ellipse(points: Points, start: Ellipse, tolerance: float) -> Ellipse | None:
    """The ellipse through the points near the start, improved in a few rounds; or None."""
    ellipse = start
    for width in (4 * tolerance, 2 * tolerance, tolerance, tolerance):
        near = points[np.abs(ellipse.distances(points)) < width]
        if len(near) < 12:
            return None
        (x, y), (first, second), degrees = cv2.fitEllipseDirect(near)
        if not (np.isfinite([x, y, first, second]).all() and min(first, second) > 4):
            return None
        # OpenCV's angle is that of the first axis; ours is that of the longer one.
        turn = degrees if first >= second else degrees + 90
        ellipse = Ellipse(
            x, y, max(first, second) / 2, min(first, second) / 2, float(np.radians(turn % 180))
        )
    return ellipse


def arc_seen(points: Points, curve: Ellipse, tolerance: float, bins: int = 72) -> NDArray[np.bool_]:
    """For each of the equal angles around the centre whether a point lies on the curve there."""
    near = points[np.abs(curve.distances(points)) < tolerance]
    seen = np.zeros(bins, dtype=np.bool_)
    turns = (curve.turns(near) % (2 * np.pi)) / (2 * np.pi) * bins
    seen[turns.astype(int) % bins] = True
    return seen


def _through(triples: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Centre and radius of the circle through each three points; straight ones get radius inf."""
    first, second, third = (triples[:, index].astype(np.float64) for index in range(3))
    one, two = second - first, third - first
    twice = 2 * (one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0])
    with np.errstate(divide="ignore", invalid="ignore"):
        ones, twos = (one**2).sum(axis=1), (two**2).sum(axis=1)
        x = (two[:, 1] * ones - one[:, 1] * twos) / twice
        y = (one[:, 0] * twos - two[:, 0] * ones) / twice
    radii = np.hypot(x, y)
    radii[~np.isfinite(radii)] = np.inf
    centres = first + np.stack([x, y], axis=1)
    return centres.astype(np.float32), radii.astype(np.float32)


def _least_squares(points: Points) -> Ellipse | None:
    """The circle of least algebraic error through the points."""
    middle = points.mean(axis=0)
    x, y = (points - middle).T.astype(np.float64)
    system = np.stack([x, y, np.ones_like(x)], axis=1)
    solution, *_ = np.linalg.lstsq(system, x**2 + y**2, rcond=None)
    square = solution[2] + (solution[0] ** 2 + solution[1] ** 2) / 4
    if square <= 0:
        return None
    radius = float(np.sqrt(square))
    return Ellipse(
        float(solution[0] / 2 + middle[0]), float(solution[1] / 2 + middle[1]), radius, radius
    )
