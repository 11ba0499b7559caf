"""Where seals were stamped on a page: round and oval ones, name chops, parts cut by the edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Mask, Pixels
from extractor.seals.chops import NARROWEST, Area, chop, edge_strips, touches_edge
from extractor.seals.fitting import Ellipse, Points
from extractor.seals.greys import grey_frames, grey_rings
from extractor.seals.inks import FAMILIES, Family, coloured_inks
from extractor.seals.rings import SMALLEST, Ring, holes, mostly_paper, outlines, rings
from models.document import BoundingBox

SealShape = Literal["round", "oval", "square", "unknown"]
SealColour = Literal["red", "blue", "grey", "unknown"]

_ARC = 0.6
"""Share of a rim on which there must be ink; a faint stamp misses up to a third of it."""

_STRONG = 45.0
"""Levels of excess the strong parts of a 骑缝章 have: even a pale stamp on paper has 60."""


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
    """All seals on the upright page, larger ones first.

    Grey ones are found where they are round and whole; of coloured ones also chops and parts.
    """
    inks = coloured_inks(pixels)
    found = [
        place
        for family, mask in (inks.masks.items() if inks else ())
        for place in _FamilySearch(pixels, family, mask, inks.step if inks else 1).places()
    ]
    found.sort(key=lambda place: -place.box.area)
    kept: list[SealPlace] = []
    for place in found + _grey_places(pixels):
        # Purple ink shows in both families, and every ink in grey: one seal all the same.
        if all(place.box.overlap(other.box) < 0.8 for other in kept):
            kept.append(place)
    return tuple(sorted(kept, key=lambda place: -place.box.area))


def _grey_places(pixels: Pixels) -> list[SealPlace]:
    """Photocopied seals."""
    return [
        SealPlace(ring, _box_around(ring, *ring.extent, pixels), "round", "grey", True)
        for ring in grey_rings(pixels)
        if mostly_paper(ring, pixels)
    ]


def framed_in_grey(pixels: Pixels, found: Sequence[SealPlace]) -> list[SealPlace]:
    """What may be photocopied chops beside the seals that were found; only reading them can tell."""
    places: list[SealPlace] = []
    for frame in sorted(grey_frames(pixels), key=lambda each: -each.major):
        cos, sin = abs(np.cos(frame.angle)), abs(np.sin(frame.angle))
        wide, high = frame.major * cos + frame.minor * sin, frame.major * sin + frame.minor * cos
        box = _box_around(frame, wide, high, pixels)
        # A frame may be double.
        if all(box.overlap(other.box) < 0.5 for other in (*found, *places)):
            places.append(SealPlace(frame, box, "square", _tone(_crop(pixels, box)), True))
    return places


def _tone(crop: Pixels) -> SealColour:
    """Grey, or the colour of ink that was not told from other ink around it."""
    strong = {family: np.quantile(_excess(crop, family), 0.95) >= _STRONG for family in FAMILIES}
    return "red" if strong["red"] else "blue" if strong["blue"] else "grey"


def _box_around(outline: Ellipse, wide: float, high: float, pixels: Pixels) -> BoundingBox:
    """The box that reaches so far from the centre of the outline."""
    height, width = pixels.shape[:2]
    return BoundingBox.clipped(
        (outline.x - wide) / width,
        (outline.y - high) / height,
        (outline.x + wide) / width,
        (outline.y + high) / height,
    )


@dataclass(frozen=True)
class _FamilySearch:
    """The search for seals in one family of inks."""

    pixels: Pixels
    family: Family
    mask: Mask
    step: int

    def places(self) -> list[SealPlace]:
        """The seals, in no order."""
        short = min(self.mask.shape)
        # Dilated by 1 % of the page: the pieces of a faint ring belong together.
        reach = round(short * 0.02) | 1
        near = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
        groups = cv2.dilate(self.mask.astype(np.uint8), near)
        count, labels, stats, _ = cv2.connectedComponentsWithStats(groups, connectivity=8)
        found: list[SealPlace] = []
        unexplained: list[Area] = []
        for label in range(1, count):
            left, top, wide, high, _area = (int(value) for value in stats[label])
            places: list[SealPlace] = []
            if max(wide, high) >= 1.4 * SMALLEST * short:
                window = (slice(top, top + high), slice(left, left + wide))
                ink = self.mask[window] & (labels[window] == label)
                places = self._in_group(ink, (left, top))
            group = Area(left, top, left + wide, top + high)
            if not places and touches_edge(group, self.mask.shape):
                # Without what it was dilated by, which the edge itself cuts off.
                window = (slice(top, top + high), slice(left, left + wide))
                ys, xs = np.nonzero(self.mask[window] & (labels[window] == label))
                unexplained.append(
                    Area(
                        left + int(xs.min()),
                        top + int(ys.min()),
                        left + int(xs.max()) + 1,
                        top + int(ys.max()) + 1,
                    )
                )
            found += places
        strips = [
            self._straight(area, "unknown", False) for area in edge_strips(self.mask, unexplained)
        ]
        return found + [strip for strip in strips if self._strong(strip.box)]

    def _in_group(self, ink: Mask, corner: tuple[int, int]) -> list[SealPlace]:
        """The seals in one group of ink; several where they were stamped over each other."""
        shape = self.mask.shape
        short = min(shape)
        pieces = outlines(ink, corner, max(3, round(short * 0.006)) | 1)
        chops = [self._chop(piece) for piece in pieces]
        rest = [piece for piece, found in zip(pieces, chops, strict=True) if found is None]
        places = [place for place in chops if place is not None]
        if not any(place.shape == "square" for place in places):
            # Chops that touch each other, or a ring, still have a frame of their own inside.
            framed = [self._chop(hole) for hole in holes(ink, corner, (NARROWEST * short) ** 2)]
            places = [place for place in framed if place is not None] or places
        if not places:
            # The frame of a worn chop is in pieces.
            worn = self._chop(np.concatenate(pieces))
            if worn is not None:
                return [worn]
        if not rest:
            return places
        inked = np.argwhere(ink)[:, ::-1].astype(np.float32) + np.array(corner, dtype=np.float32)
        found = [
            self._round(ring, inked)
            for ring in rings(np.concatenate(rest), inked, shape, _ARC)
            if mostly_paper(ring.outline.scaled(self.step), self.pixels)
        ]
        return places + [place for place in found if place.whole or self._strong(place.box)]

    def _chop(self, piece: Points) -> SealPlace | None:
        """The chop this outline is, or None."""
        left, top = piece.min(axis=0).astype(int)
        right, bottom = piece.max(axis=0).astype(int) + 1
        ink = int(self.mask[max(0, top) : bottom, max(0, left) : right].sum())
        found = chop(piece, ink, min(self.mask.shape))
        if found is None or touches_edge(found.area, self.mask.shape):
            return None
        place = self._straight(found.area, "square" if found.square else "unknown", True)
        return replace(place, outline=found.within.scaled(self.step))

    def _round(self, ring: Ring, inked: Points) -> SealPlace:
        """The ring in pixels of the page; of one that is cut the box holds what is there."""
        full = ring.outline.scaled(self.step)
        wide, high = full.extent
        sides = (full.x - wide, full.y - high, full.x + wide, full.y + high)
        flat = ring.whole and full.minor < 0.85 * full.major
        if not ring.whole:
            there = inked[ring.outline.distances(inked) < 0.05 * ring.outline.major] * self.step
            corners = (*there.min(axis=0), *there.max(axis=0))
            sides = (
                max(sides[0], float(corners[0])),
                max(sides[1], float(corners[1])),
                min(sides[2], float(corners[2])),
                min(sides[3], float(corners[3])),
            )
        box = self._box(*sides)
        # Perspective flattens a circle by a few per cent; oval seals are 4:3 or flatter.
        shape: SealShape = "oval" if flat else "round"
        return SealPlace(full, box, shape, _colour(self.family, box, self.pixels), ring.whole)

    def _straight(self, area: Area, shape: SealShape, whole: bool) -> SealPlace:
        """The rectangle in pixels of the page."""
        left, top, right, bottom = (
            value * self.step for value in (area.left, area.top, area.right, area.bottom)
        )
        wide, high = (right - left) / 2, (bottom - top) / 2
        turn = 0.0 if wide >= high else np.pi / 2
        outline = Ellipse(left + wide, top + high, max(wide, high), min(wide, high), turn)
        box = self._box(left, top, right, bottom)
        return SealPlace(outline, box, shape, _colour(self.family, box, self.pixels), whole)

    def _strong(self, box: BoundingBox) -> bool:
        """Whether the ink in the box is no mere fringe of colour, as photos have at their rims."""
        excess = _excess(_crop(self.pixels, box), self.family)
        return float(np.quantile(excess, 0.95)) >= _STRONG

    def _box(self, left: float, top: float, right: float, bottom: float) -> BoundingBox:
        height, width = self.pixels.shape[:2]
        return BoundingBox.clipped(left / width, top / height, right / width, bottom / height)


def _colour(family: Family, box: BoundingBox, pixels: Pixels) -> SealColour:
    """Red or blue; purple, which is neither, is unknown."""
    crop = _crop(pixels, box)
    excess = _excess(crop, family)
    inked = excess >= max(15.0, float(np.quantile(excess, 0.95)) * 0.6)
    if not inked.any():
        return "unknown"
    blue, green, red = (channel.astype(np.float32) for channel in cv2.split(crop))
    more_red = float(red[inked].mean() - green[inked].mean())
    more_blue = float(blue[inked].mean() - green[inked].mean())
    if family == "red":
        return "red" if more_blue < 0.6 * more_red else "unknown"
    return "blue" if more_red < 0.45 * more_blue else "unknown"


def _crop(pixels: Pixels, box: BoundingBox) -> Pixels:
    height, width = pixels.shape[:2]
    return pixels[
        int(box.top * height) : int(np.ceil(box.bottom * height)),
        int(box.left * width) : int(np.ceil(box.right * width)),
    ]


def _excess(crop: Pixels, family: Family) -> NDArray[np.float32]:
    """How much more red than green, or more blue than red, each pixel has."""
    blue, green, red = (channel.astype(np.float32) for channel in cv2.split(crop))
    return np.asarray(red - green if family == "red" else blue - red, dtype=np.float32)
