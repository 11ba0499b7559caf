"""Round and oval seals in a group of ink, also several over each other or cut by the page."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Mask, Pixels
from extractor.seals.fitting import Ellipse, Points, arc_seen, best_circle, best_ellipse

SMALLEST = 0.035
"""Radius of the smallest round seal as a share of the page's short side: 15 mm across on A4."""
LARGEST = 0.20
"""… and of the largest, seen on a card or a photo that was cropped close."""
LEAST_CUT, LARGEST_CUT = 0.07, 0.14
"""Radii of seals stamped across an edge (骑缝章), as shares of the short side: company seals are 38
to 45 mm wide, which is .09 to .11 of A4."""

_WHOLE = 0.75
"""Share of the curve on the page from which a name can still be read."""
_LEAST_PAPER = 0.4
"""A stamped ring is mostly paper or print on paper; an emblem or a filled disc is not."""
_BINS = 72
_STRAY = 2
"""Of the angles at which a cut seal has a rim, at how many something may stand just outside it."""


@dataclass(frozen=True)
class Ring:
    """A round or oval seal, in pixels of the image it was looked for in."""

    outline: Ellipse
    whole: bool


def outlines(ink: Mask, corner: tuple[int, int], reach: int) -> list[Points]:
    """The outer boundary of each piece of ink, gaps up to the reach closed."""
    padded = np.pad(ink.astype(np.uint8), reach)
    ball = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    closed = cv2.morphologyEx(padded, cv2.MORPH_CLOSE, ball)
    contours, _ = cv2.findContours(closed, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    shift = np.array(corner) - reach
    return [np.asarray(each.reshape(-1, 2) + shift, dtype=np.float32) for each in contours]


def holes(ink: Mask, corner: tuple[int, int], least: float) -> list[Points]:
    """The inner boundary of each frame that closes round an area of at least so many pixels."""
    contours, hierarchy = cv2.findContours(
        np.pad(ink.astype(np.uint8), 1), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE
    )
    shift = np.array(corner) - 1
    return [
        np.asarray(each.reshape(-1, 2) + shift, dtype=np.float32)
        for each, (_, _, _, parent) in zip(contours, np.reshape(hierarchy, (-1, 4)), strict=True)
        if parent >= 0 and cv2.contourArea(each) >= least
    ]


def rings(outline: Points, inked: Points, shape: tuple[int, ...], least_arc: float) -> list[Ring]:
    """The rings the outline consists of, the clearest first.

    Args:
        outline: the outer boundaries of a group of ink.
        inked: all its pixels.
        shape: height and width of the image.
        least_arc: share of the curve on which ink must be seen.
    """
    found: list[Ring] = []
    rest = _off_the_edge(outline, shape)
    for _ in range(5):
        ring = _ring(rest, inked, shape, least_arc)
        if ring is None:
            break
        found.append(ring)
        rest = rest[ring.outline.distances(rest) > 0.06 * ring.outline.major]
    return found


def mostly_paper(curve: Ellipse, pixels: Pixels) -> bool:
    """Whether what is inside looks mostly like the paper around; the curve is in page pixels."""
    height, width = pixels.shape[:2]
    reach = 2 * curve.major
    around = pixels[
        max(0, int(curve.y - reach)) : max(0, int(curve.y + reach)),
        max(0, int(curve.x - reach)) : max(0, int(curve.x + reach)),
    ]
    step = max(1, round(curve.major / 40))
    paper = np.quantile(around[::step, ::step].reshape(-1, 3), 0.75, axis=0)
    turns = np.linspace(0, 2 * np.pi, 90, endpoint=False)
    circles = [curve.at(turns, (1 - part) * curve.minor) for part in (0.85, 0.7, 0.55, 0.4, 0.25)]
    x, y = (np.concatenate([circle[axis] for circle in circles]) for axis in (0, 1))
    kept = (x >= 0) & (y >= 0) & (x < width) & (y < height)
    inside = pixels[y[kept].astype(int), x[kept].astype(int)]
    return bool(len(inside) and (inside > 0.8 * paper).all(axis=1).mean() >= _LEAST_PAPER)


def _ring(outline: Points, inked: Points, shape: tuple[int, ...], least_arc: float) -> Ring | None:
    """The ring most of the outline lies on."""
    short = min(shape)
    smallest, largest = SMALLEST * short, LARGEST * short
    circle = best_circle(outline, smallest, largest, tolerance=max(1.5, 0.004 * short))
    if circle is None:
        return None
    curve, seen = _rounder_or_flatter(circle, outline, inked, 0.8 * smallest)
    on_page = _on_page(curve, shape)
    if on_page.mean() < 0.15 or (_beyond(curve, outline) & ~seen).sum() > 0.3 * on_page.sum():
        return None
    seen &= on_page
    whole = bool(on_page.mean() > _WHOLE)
    if whole and seen.sum() < least_arc * on_page.sum():
        # 骑缝章: of the last page's part only the far side is there, cut straight on the near one.
        cut = _by_the_edge(curve, shape) and _longest_run(seen) >= 0.3 * _BINS
        if not cut or (_beyond(curve, outline) & seen).sum() > _STRAY:
            return None
        whole = False
    if not whole and not _holds_words(curve, inked, short):
        return None
    return Ring(curve, whole)


def _by_the_edge(curve: Ellipse, shape: tuple[int, ...]) -> bool:
    """Whether the curve comes nearly up to an edge of the page."""
    room = min(curve.x, curve.y, shape[1] - curve.x, shape[0] - curve.y)
    return room < curve.major + 0.06 * min(shape)


def _longest_run(seen: NDArray[np.bool_]) -> int:
    """How many neighbouring angles are seen."""
    if seen.all():
        return len(seen)
    gaps = np.flatnonzero(~np.concatenate([seen, seen]))
    return int(np.diff(gaps).max(initial=1)) - 1


def _rounder_or_flatter(
    circle: Ellipse, outline: Points, inked: Points, smallest: float
) -> tuple[Ellipse, NDArray[np.bool_]]:
    """The circle, or an ellipse near it on which clearly more ink lies, and where ink lies."""
    tolerance = max(1.5, 0.025 * circle.major)
    seen = arc_seen(inked, circle, tolerance)
    ellipse = best_ellipse(outline, circle, tolerance)
    if ellipse is None or ellipse.minor < max(0.5 * ellipse.major, smallest):
        return circle, seen
    by_ellipse = arc_seen(inked, ellipse, tolerance)
    if ellipse.minor < 0.97 * ellipse.major and by_ellipse.sum() > seen.sum() + 3:
        return ellipse, by_ellipse
    return circle, seen


def _holds_words(curve: Ellipse, inked: Points, short: int) -> bool:
    """Whether a curve cut by the edge is a company seal's, with words in it.

    The rim of a page is full of shadows and colour fringes that bend: an arc alone is not enough.
    """
    within = curve.distances(inked) / curve.major
    inside = inked[within < 0.05]
    if not len(inside) or np.ptp(inside, axis=0).min() < 0.3 * curve.major:
        return False
    words = ((within < -0.1) & (within > -0.45)).sum()
    usual = LEAST_CUT * short < curve.major < LARGEST_CUT * short
    return bool(usual and words > 0.3 * (np.abs(within) < 0.05).sum())


def _beyond(curve: Ellipse, outline: Points) -> NDArray[np.bool_]:
    """For each of the equal angles whether the shape goes on just outside the curve."""
    away = curve.distances(outline)
    near = outline[(away > 0.08 * curve.major) & (away < 0.4 * curve.major)]
    seen = np.zeros(_BINS, dtype=np.bool_)
    turns = (curve.turns(near) % (2 * np.pi)) / (2 * np.pi) * _BINS
    seen[turns.astype(int) % _BINS] = True
    return seen


def _off_the_edge(outline: Points, shape: tuple[int, ...]) -> Points:
    """The points that are not merely where the page ends."""
    x, y = outline[:, 0], outline[:, 1]
    inside = (x > 1) & (y > 1) & (x < shape[1] - 2) & (y < shape[0] - 2)
    return np.asarray(outline[inside], dtype=np.float32)


def _on_page(curve: Ellipse, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """For each of the equal angles whether the curve is on the page there."""
    turns = (np.arange(_BINS) + 0.5) / _BINS * 2 * np.pi
    x, y = curve.at(turns)
    return np.asarray((x > 1) & (y > 1) & (x < shape[1] - 2) & (y < shape[0] - 2))
