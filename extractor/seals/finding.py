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

_MOST_INK = 0.62
"""A stamped ring is mostly paper; an emblem or a filled disc is not."""


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
    height, width = mask.shape
    short = min(height, width)
    ink = mask.astype(np.uint8)
    reach = max(3, round(short * 0.006)) | 1
    ball = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    groups = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, ball)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(groups, connectivity=8)
    places: list[SealPlace] = []
    for label in range(1, count):
        left, top, wide, high, _area = (int(value) for value in stats[label])
        if max(wide, high) < 2 * _SMALLEST * short * 0.7:
            continue
        window = (slice(top, top + high), slice(left, left + wide))
        group = labels[window] == label
        places += _in_group(group, mask[window] & group, (left, top), mask, family, step, pixels)
    return places


def _in_group(
    group: Mask,
    ink: Mask,
    corner: tuple[int, int],
    mask: Mask,
    family: Family,
    step: int,
    pixels: Pixels,
) -> list[SealPlace]:
    """The seals in one connected shape; several where they were stamped over each other."""
    outline = _outline(group, corner)
    short = min(mask.shape)
    places: list[SealPlace] = []
    for _ in range(5):
        fitted = _round_one(outline, mask, short)
        if fitted is None:
            break
        curve, whole = fitted
        places.append(_place(curve, family, whole, step, pixels))
        inside = curve.distances(outline) < 0.06 * curve.major
        outline = outline[~inside]
    if not places:
        chop = _square_one(group, ink, corner, short)
        if chop is not None:
            box, shape = chop
            places.append(_chop(box, shape, family, step, pixels))
    return places


def _outline(group: Mask, corner: tuple[int, int]) -> Points:
    """The outer boundary of the shape, in pixels of the working image."""
    padded = cv2.copyMakeBorder(group.astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_CONSTANT)
    contours, _ = cv2.findContours(padded, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    longest = max(contours, key=len).reshape(-1, 2)
    return np.asarray(longest + np.array(corner) - 1, dtype=np.float32)


def _round_one(outline: Points, mask: Mask, short: int) -> tuple[Ellipse, bool] | None:
    """The round or oval seal most of the outline lies on, and whether it is whole."""
    smallest, largest = _SMALLEST * short, _LARGEST * short
    points = _off_the_edge(outline, mask)
    circle = best_circle(points, smallest, largest, tolerance=max(1.5, 0.004 * short))
    if circle is None:
        return None
    tolerance = max(1.5, 0.03 * circle.major)
    curve, seen = circle, arc_seen(points, circle, tolerance)
    ellipse = best_ellipse(points, circle, tolerance)
    if ellipse is not None and ellipse.minor > 0.5 * ellipse.major:
        by_ellipse = arc_seen(points, ellipse, tolerance)
        flat = ellipse.minor < 0.97 * ellipse.major
        if flat and by_ellipse.sum() > seen.sum() + 3 and ellipse.minor >= smallest * 0.8:
            curve, seen = ellipse, by_ellipse
    on_page = _on_page(curve, mask.shape)
    if on_page.mean() < 0.15 or (seen & on_page).sum() < 0.55 * on_page.sum():
        return None
    if not _like_a_stamp(curve, mask):
        return None
    return curve, bool(on_page.mean() > 0.75)


def _off_the_edge(outline: Points, mask: Mask) -> Points:
    """The points that are not merely where the page ends."""
    height, width = mask.shape
    x, y = outline[:, 0], outline[:, 1]
    inside = (x > 1) & (y > 1) & (x < width - 2) & (y < height - 2)
    return np.asarray(outline[inside], dtype=np.float32)


def _on_page(curve: Ellipse, shape: tuple[int, ...], bins: int = 72) -> NDArray[np.bool_]:
    """For each of the equal angles whether the curve is on the page there."""
    turns = (np.arange(bins) + 0.5) / bins * 2 * np.pi
    x, y = curve.at(turns)
    return np.asarray((x > 1) & (y > 1) & (x < shape[1] - 2) & (y < shape[0] - 2))


def _like_a_stamp(curve: Ellipse, mask: Mask) -> bool:
    """Whether the inside is partly ink, as ring, words and star are, and not one filled disc."""
    canvas = np.zeros(mask.shape, dtype=np.uint8)
    middle = (round(curve.x), round(curve.y))
    axes = (round(curve.major), round(curve.minor))
    cv2.ellipse(canvas, middle, axes, np.degrees(curve.angle), 0, 360, (1,), -1)
    share = float(mask[canvas > 0].mean()) if canvas.any() else 0.0
    return 0.05 <= share <= _MOST_INK


def _square_one(
    group: Mask, ink: Mask, corner: tuple[int, int], short: int
) -> tuple[tuple[float, float, float, float], SealShape] | None:
    """The box of a chop with straight sides, and its shape."""
    outline = _outline(group, (0, 0))
    (_, _), (first, second), _ = cv2.minAreaRect(outline)
    long, narrow = max(first, second), min(first, second)
    if narrow < 0.035 * short or long > 0.5 * short or long > 3.2 * narrow:
        return None
    hull = cv2.contourArea(cv2.convexHull(outline))
    if hull < 0.86 * long * narrow or not 0.12 <= ink.sum() / hull <= 0.9:
        return None
    # A frame, or a filled ground: the outline keeps to the four sides.
    filled = cv2.contourArea(outline)
    if filled < 0.8 * hull:
        return None
    left, top = float(corner[0]), float(corner[1])
    box = (left, top, left + group.shape[1], top + group.shape[0])
    return box, "square" if long <= 1.35 * narrow else "unknown"


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
