"""Where seals were stamped on a page: round and oval ones, name chops, parts cut by the edge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Mask, Pixels
from extractor.seals.fitting import Ellipse, Points, arc_seen, best_circle, best_ellipse
from extractor.seals.inks import Family, coloured_inks
from models.document import BoundingBox

SealShape = Literal["round", "oval", "square", "unknown"]
SealColour = Literal["red", "blue", "grey", "unknown"]

_SMALLEST = 0.035
"""Radius of the smallest round seal as a share of the page's short side: 15 mm across on A4."""
_LARGEST = 0.20
"""… and of the largest, seen on a card or a photo that was cropped close."""

_LEAST_CUT = 0.07
"""Radius of the smallest seal stamped across an edge (骑缝章), as a share of the short side."""

_LEAST_PAPER = 0.4
"""A stamped ring is mostly paper or print on paper; an emblem or a filled disc is not."""


@dataclass(frozen=True)
class SealPlace:
    """A seal as found, before it is read."""

    outline: Ellipse
    """In pixels of the page; for a chop the ellipse inside its frame."""
    box: BoundingBox
    shape: SealShape
    colour: SealColour
    whole: bool
    """False where the edge of the page cuts off so much that its text can't be read."""


def find_seals(pixels: Pixels) -> tuple[SealPlace, ...]:
    """All seals in coloured ink on the upright page, larger ones first."""
    inks = coloured_inks(pixels)
    if inks is None:
        return ()
    found: list[SealPlace] = []
    for family, mask in inks.masks.items():
        found += _in_mask(mask, family, inks.step, pixels)
    found.sort(key=lambda place: -place.box.area)
    kept: list[SealPlace] = []
    for place in found:
        # Purple ink shows in both families: one seal all the same.
        if all(place.box.overlap(other.box) < 0.8 for other in kept):
            kept.append(place)
    return tuple(kept)


def _in_mask(mask: Mask, family: Family, step: int, pixels: Pixels) -> list[SealPlace]:
    """The seals in one family of inks."""
    short = min(mask.shape)
    ink = mask.astype(np.uint8)
    # Close by 1 % of the page: the pieces of a faint ring belong together.
    reach = round(short * 0.02) | 1
    near = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    groups = cv2.dilate(ink, near)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(groups, connectivity=8)
    places: list[SealPlace] = []
    for label in range(1, count):
        left, top, wide, high, _area = (int(value) for value in stats[label])
        if max(wide, high) < 2 * _SMALLEST * short * 0.7:
            continue
        window = (slice(top, top + high), slice(left, left + wide))
        inked = mask[window] & (labels[window] == label)
        places += _in_group(inked, (left, top), mask.shape, family, step, pixels)
    return places


def _in_group(
    ink: Mask,
    corner: tuple[int, int],
    shape: tuple[int, ...],
    family: Family,
    step: int,
    pixels: Pixels,
) -> list[SealPlace]:
    """The seals in one group of ink; several where they were stamped over each other."""
    short = min(shape)
    outline = _outline(ink, corner, max(3, round(short * 0.006)) | 1)
    chop = _square_one(outline, int(ink.sum()), short)
    if chop is not None:
        return [_chop(*chop, family, step, pixels)]
    inked = np.argwhere(ink)[:, ::-1].astype(np.float32) + np.array(corner, dtype=np.float32)
    places: list[SealPlace] = []
    for _ in range(5):
        fitted = _round_one(_off_the_edge(outline, shape), inked, shape)
        if fitted is None:
            break
        curve, whole = fitted
        if _mostly_paper(curve.scaled(step), pixels):
            places.append(_place(curve, family, whole, step, pixels))
        outline = outline[curve.distances(outline) > 0.06 * curve.major]
    return places


def _outline(ink: Mask, corner: tuple[int, int], reach: int) -> Points:
    """The outer boundaries of the pieces, in pixels of the working image."""
    padded = np.pad(ink.astype(np.uint8), reach)
    ball = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    closed = cv2.morphologyEx(padded, cv2.MORPH_CLOSE, ball)
    contours, _ = cv2.findContours(closed, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    points = np.concatenate([contour.reshape(-1, 2) for contour in contours])
    return np.asarray(points + np.array(corner) - reach, dtype=np.float32)


def _round_one(
    outline: Points, inked: Points, shape: tuple[int, ...]
) -> tuple[Ellipse, bool] | None:
    """The round or oval seal most of the outline lies on, and whether it is whole."""
    short = min(shape)
    smallest, largest = _SMALLEST * short, _LARGEST * short
    circle = best_circle(outline, smallest, largest, tolerance=max(1.5, 0.004 * short))
    if circle is None:
        return None
    tolerance = max(1.5, 0.025 * circle.major)
    curve, seen = circle, arc_seen(inked, circle, tolerance)
    ellipse = best_ellipse(outline, circle, tolerance)
    if ellipse is not None and ellipse.minor > max(0.5 * ellipse.major, 0.8 * smallest):
        by_ellipse = arc_seen(inked, ellipse, tolerance)
        if ellipse.minor < 0.97 * ellipse.major and by_ellipse.sum() > seen.sum() + 3:
            curve, seen = ellipse, by_ellipse
    on_page = _on_page(curve, shape)
    if on_page.mean() < 0.15 or (seen & on_page).sum() < 0.6 * on_page.sum():
        return None
    beyond = _beyond(curve, outline)
    if (beyond & ~seen).sum() > 0.3 * on_page.sum():
        return None
    whole = bool(on_page.mean() > 0.75)
    if not whole and not _plain_part(curve, inked, short):
        return None
    return curve, whole


def _plain_part(curve: Ellipse, inked: Points, short: int) -> bool:
    """Whether a curve cut by the edge is a company seal's, with words in it.

    The rim of a page is full of shadows and colour fringes that bend: an arc alone is not enough.
    """
    within = curve.distances(inked) / curve.major
    words = ((within < -0.1) & (within > -0.45)).sum()
    return bool(curve.major > _LEAST_CUT * short and words > 0.3 * (np.abs(within) < 0.05).sum())


def _beyond(curve: Ellipse, outline: Points, bins: int = 72) -> NDArray[np.bool_]:
    """For each of the equal angles whether the shape goes on just outside the curve."""
    away = curve.distances(outline)
    near = outline[(away > 0.08 * curve.major) & (away < 0.4 * curve.major)]
    seen = np.zeros(bins, dtype=np.bool_)
    turns = (curve.turns(near) % (2 * np.pi)) / (2 * np.pi) * bins
    seen[turns.astype(int) % bins] = True
    return seen


def _off_the_edge(outline: Points, shape: tuple[int, ...]) -> Points:
    """The points that are not merely where the page ends."""
    height, width = shape
    x, y = outline[:, 0], outline[:, 1]
    inside = (x > 1) & (y > 1) & (x < width - 2) & (y < height - 2)
    return np.asarray(outline[inside], dtype=np.float32)


def _on_page(curve: Ellipse, shape: tuple[int, ...], bins: int = 72) -> NDArray[np.bool_]:
    """For each of the equal angles whether the curve is on the page there."""
    turns = (np.arange(bins) + 0.5) / bins * 2 * np.pi
    x, y = curve.at(turns)
    return np.asarray((x > 1) & (y > 1) & (x < shape[1] - 2) & (y < shape[0] - 2))


def _mostly_paper(curve: Ellipse, pixels: Pixels) -> bool:
    """Whether what is inside looks mostly like the paper just outside."""
    height, width = pixels.shape[:2]
    reach = 2 * curve.major
    around = pixels[
        max(0, int(curve.y - reach)) : max(0, int(curve.y + reach)),
        max(0, int(curve.x - reach)) : max(0, int(curve.x + reach)),
    ]
    step = max(1, round(curve.major / 40))
    paper = np.quantile(around[::step, ::step].reshape(-1, 3), 0.75, axis=0)
    turns = np.linspace(0, 2 * np.pi, 90, endpoint=False)
    rings = [curve.at(turns, (1 - share) * curve.minor) for share in (0.85, 0.7, 0.55, 0.4, 0.25)]
    x, y = (np.concatenate([ring[axis] for ring in rings]) for axis in (0, 1))
    kept = (x >= 0) & (y >= 0) & (x < width) & (y < height)
    inside = pixels[y[kept].astype(int), x[kept].astype(int)]
    return bool(len(inside) and (inside > 0.8 * paper).all(axis=1).mean() >= _LEAST_PAPER)


def _square_one(
    outline: Points, ink: int, short: int
) -> tuple[tuple[float, float, float, float], SealShape] | None:
    """The box of a chop with straight sides, and its shape."""
    (_, _), (first, second), _ = cv2.minAreaRect(outline)
    long, narrow = max(first, second), min(first, second)
    if narrow < 0.035 * short or long > 0.5 * short or long > 3.2 * narrow:
        return None
    hull = float(cv2.contourArea(cv2.convexHull(outline)))
    # A disc fills π/4 of the box around it, a frame all of it.
    if hull < 0.9 * long * narrow or not 0.1 <= ink / hull <= 0.9:
        return None
    if _sides_seen(outline) < 0.75:
        return None
    left, top = outline.min(axis=0)
    right, bottom = outline.max(axis=0) + 1
    box = (float(left), float(top), float(right), float(bottom))
    return box, "square" if long <= 1.35 * narrow else "unknown"


def _sides_seen(outline: Points) -> float:
    """The share of the four sides of the box around the points that have points on them."""
    rectangle = cv2.minAreaRect(outline)
    corners = cv2.boxPoints(rectangle)
    tolerance = max(2.0, 0.05 * min(rectangle[1]))
    covered: list[float] = []
    for start, stop in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        along = (stop - start) / max(1e-6, float(np.hypot(*(stop - start))))
        away = outline - start
        place = away @ along / max(1.0, float(np.hypot(*(stop - start))))
        aside = np.abs(away[:, 0] * along[1] - away[:, 1] * along[0])
        bins = (place[aside < tolerance] * 20).astype(int)
        covered.append(len(set(bins[(bins >= 0) & (bins < 20)])) / 20)
    return float(np.mean(covered))


def _place(curve: Ellipse, family: Family, whole: bool, step: int, pixels: Pixels) -> SealPlace:
    """The seal in pixels of the page."""
    full = curve.scaled(step)
    wide, high = full.extent
    box = _box(full.x - wide, full.y - high, full.x + wide, full.y + high, pixels)
    # Perspective flattens a circle by a few per cent; oval seals are 4:3 or flatter.
    shape: SealShape = "oval" if full.minor < 0.85 * full.major else "round"
    return SealPlace(full, box, shape, _colour(family, box, pixels), whole)


def _chop(
    box: tuple[float, float, float, float],
    shape: SealShape,
    family: Family,
    step: int,
    pixels: Pixels,
) -> SealPlace:
    """The chop in pixels of the page."""
    left, top, right, bottom = (value * step for value in box)
    wide, high = (right - left) / 2, (bottom - top) / 2
    outline = Ellipse(
        left + wide,
        top + high,
        max(wide, high),
        min(wide, high),
        0.0 if wide >= high else np.pi / 2,
    )
    placed = _box(left, top, right, bottom, pixels)
    return SealPlace(outline, placed, shape, _colour(family, placed, pixels), True)


def _box(left: float, top: float, right: float, bottom: float, pixels: Pixels) -> BoundingBox:
    height, width = pixels.shape[:2]
    return BoundingBox.clipped(left / width, top / height, right / width, bottom / height)


def _colour(family: Family, box: BoundingBox, pixels: Pixels) -> SealColour:
    """Red or blue; purple, which is neither, is unknown."""
    height, width = pixels.shape[:2]
    crop = pixels[
        int(box.top * height) : int(np.ceil(box.bottom * height)),
        int(box.left * width) : int(np.ceil(box.right * width)),
    ]
    blue, green, red = (channel.astype(np.float32) for channel in cv2.split(crop))
    excess = red - green if family == "red" else blue - red
    inked = excess >= max(15.0, float(np.quantile(excess, 0.95)) * 0.6)
    if not inked.any():
        return "unknown"
    more_red = float(red[inked].mean() - green[inked].mean())
    more_blue = float(blue[inked].mean() - green[inked].mean())
    if family == "red":
        return "red" if more_blue < 0.6 * more_red else "unknown"
    return "blue" if more_red < 0.45 * more_blue else "unknown"
