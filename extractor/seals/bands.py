"""Where in a seal the name runs: between which curves, and from where to where round the ring."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Grey
from extractor.seals.detecting import Likelihood
from extractor.seals.fitting import Ellipse

TURNS = 360
"""Directions round the ring at which things are looked at."""
_ROWS = 64
"""Depths at which things are looked at, from the outline to the deepest name."""
_DEEPEST = 0.62
"""How far in from the outline the name may reach, as a share of the short half axis; the star or
the words in the middle begin there."""
LIKELY = 0.2
"""PaddleOCR's own threshold for the seal text detector's map."""


@dataclass(frozen=True)
class Band:
    """The part of a seal between two curves that follow its outline."""

    outline: Ellipse
    outer: float
    """Distance of the characters' heads from the outline, inwards, in pixels of the picture."""
    inner: float
    """… and of their feet."""
    sway: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """How the band leaves the outline, in pixels: cosine and sine of one and of two turns."""

    def at(
        self, turns: NDArray[np.float64], depths: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Points (x, y) at these parameters of the outline; depth 0 is the heads, 1 the feet."""
        one_cos, one_sin, two_cos, two_sin = self.sway
        away = one_cos * np.cos(turns) + one_sin * np.sin(turns)
        away += two_cos * np.cos(2 * turns) + two_sin * np.sin(2 * turns)
        return self.outline.at(turns, self.outer + depths * (self.inner - self.outer) + away)


def sampled(
    picture: Grey | Likelihood,
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    way: int = cv2.INTER_LINEAR,
) -> Likelihood:
    """What the picture holds at these places; at its edge what lies nearest."""
    xs, ys = x.astype(np.float32), y.astype(np.float32)
    found = cv2.remap(picture, xs, ys, way, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(found, dtype=np.float32)


def polar(seen: Likelihood, outline: Ellipse) -> Likelihood:
    """The detector's map along the outline: rows go inwards to the deepest name, columns clockwise."""
    turns = np.arange(TURNS) / TURNS * 2 * np.pi
    depths = np.arange(_ROWS)[:, None] / _ROWS * _DEEPEST * outline.minor
    return sampled(seen, *outline.at(turns, depths))


def band_by_profile(ink: Grey, outline: Ellipse) -> Band:
    """The band where most strokes begin and end as one goes round the ring."""
    return _tight(ink, Band(outline, 0.0, _DEEPEST * outline.minor), np.ones(TURNS, dtype=np.bool_))


def band_by_detector(ink: Grey, seen: Likelihood, outline: Ellipse) -> Band | None:
    """The band the detector's map (along the outline, see ``polar``) shows, or None.

    It follows the map's own middle line, so it is right where the outline is a little off and
    where a photo was taken at an angle.
    """
    text = seen > LIKELY
    there: NDArray[np.bool_] = np.asarray(text.any(axis=0))
    if there.mean() < 0.15:
        return None
    rows = np.arange(len(seen))[:, None]
    heights = text.sum(axis=0)
    middles = (rows * text).sum(axis=0) / np.maximum(heights, 1)
    turns = np.arange(TURNS) / TURNS * 2 * np.pi
    waves = [np.ones(TURNS), np.cos(turns), np.sin(turns), np.cos(2 * turns), np.sin(2 * turns)]
    system = np.stack(waves, axis=1)
    weight = there * heights
    # Held back where half the ring is unseen: the waves may not swing out there.
    held = np.diag([0.0, 1.0, 1.0, 4.0, 4.0]) * 0.05 * weight.sum()
    weighted = system * weight[:, None]
    centre, *sway = np.linalg.solve(system.T @ weighted + held, weighted.T @ middles)
    # The map covers the shrunken core of the characters; DB widens it by about as much again.
    half = max(float(np.quantile(heights[there], 0.7)), 3.0)
    step = _DEEPEST * outline.minor / len(seen)
    one_cos, one_sin, two_cos, two_sin = (float(each) * step for each in sway)
    wide = Band(
        outline,
        (float(centre) - half) * step,
        (float(centre) + half) * step,
        (one_cos, one_sin, two_cos, two_sin),
    )
    return _tight(ink, wide, there)


def _tight(ink: Grey, wide: Band, where: NDArray[np.bool_]) -> Band:
    """The part of the band that holds strokes, looked for in these directions.

    A stroke shows as a change from one direction to the next: a rim changes little as it goes
    round, the paper not at all.
    """
    turns = np.arange(TURNS * 2) / (TURNS * 2) * 2 * np.pi
    laid = sampled(ink, *wide.at(turns, (np.arange(_ROWS)[:, None] + 0.5) / _ROWS))
    changes = np.abs(np.diff(laid, axis=1, append=laid[:, :1]))[:, np.repeat(where, 2)]
    profile = cv2.blur(changes.mean(axis=1)[:, None], (1, 3))[:, 0]
    thick = np.convolve(profile, np.ones(_ROWS // 6) / (_ROWS // 6), "same")
    peak = int(thick[_ROWS // 12 : -_ROWS // 12].argmax()) + _ROWS // 12
    low = 0.3 * float(thick[peak])
    outer, inner = peak, peak
    rim = (laid[:, np.repeat(where, 2)] < 150).mean(axis=1) > 0.6
    while outer > 0 and profile[outer - 1] > low and not rim[outer - 1]:
        outer -= 1
    while inner < _ROWS - 1 and profile[inner + 1] > low:
        inner += 1
    spare = 0.05 * (inner + 1 - outer)
    step = (wide.inner - wide.outer) / _ROWS
    return Band(
        wide.outline,
        wide.outer + (outer - spare) * step,
        wide.outer + (inner + 1 + spare) * step,
        wide.sway,
    )


def name_alone(seen: Likelihood, outline: Ellipse) -> Likelihood:
    """The detector's map (of the picture) without the number and the words in the middle.

    The largest piece in the ring is the name; others stay where they lie at the same depth and are
    as thick, which the parts of a broken name are and a number is not.
    """
    count, labels, stats, _ = cv2.connectedComponentsWithStats(
        (seen > LIKELY).astype(np.uint8), connectivity=8
    )
    if count <= 2:
        return seen
    depths: list[float] = []
    for label in range(1, count):
        points = np.argwhere(labels == label)[::5, ::-1].astype(np.float32)
        depths.append(float(-outline.distances(points).mean() / outline.minor))
    areas = stats[1:, cv2.CC_STAT_AREA]
    in_ring = [0.0 < depth < _DEEPEST for depth in depths]
    if not any(in_ring):
        return seen
    main = int(np.argmax(areas * in_ring))
    kept = [
        label + 1
        for label, depth in enumerate(depths)
        if abs(depth - depths[main]) < 0.07 and areas[label] > 0.05 * areas[main]
    ]
    return np.asarray(np.where(np.isin(labels, kept), seen, 0.0), dtype=np.float32)


def likely_turns(seen: Likelihood) -> NDArray[np.bool_]:
    """For each direction whether the detector saw text there."""
    return np.asarray((seen > LIKELY).any(axis=0))


@dataclass(frozen=True)
class Span:
    """From where to where round the ring the name runs."""

    start: float
    """The parameter of the outline at the first character, in radians clockwise."""
    turn: float
    """Radians to the last."""


def name_span(strip: Grey, start: float, likely: NDArray[np.bool_] | None) -> Span:
    """Where the name begins and ends in a strip that goes all round.

    It is what is left when the widest stretch without tall characters is taken away. The number at
    the foot of a seal is half as high as the name and does not count, nor does what the detector
    did not take for text.
    """
    height, columns = strip.shape
    tall = _tall(strip)
    if likely is not None:
        turns = (start / (2 * np.pi) + (np.arange(columns) + 0.5) / columns) % 1.0
        reach = max(1, round(TURNS * 1.3 * height / columns))
        near = cv2.dilate(np.tile(likely, 3).astype(np.uint8)[None], np.ones((1, 2 * reach + 1)))
        around = np.asarray(near)[0, TURNS : 2 * TURNS] > 0
        tall &= around[(turns * TURNS).astype(int) % TURNS]
    if tall.all() or not tall.any():
        return Span(start, 2 * np.pi)
    twice = np.concatenate([tall, tall]).astype(np.int8)
    edges = np.flatnonzero(np.diff(np.concatenate([[1], twice, [1]])))
    starts, stops = edges[::2], edges[1::2]
    widest = int(np.argmax(np.minimum(stops - starts, columns)))
    gap = min(int(stops[widest] - starts[widest]), columns)
    spare = min(gap / 2, 0.3 * height)
    round_once = 2 * np.pi / columns
    return Span(
        start + float(stops[widest] - spare) * round_once,
        (columns - gap + 2 * spare) * round_once,
    )


def _tall(strip: Grey) -> NDArray[np.bool_]:
    """For each column of a strip whether strokes of a full-size character stand around it."""
    height, _columns = strip.shape
    dark = strip < 255 - 0.35 * (255 - float(np.quantile(strip, 0.05)))
    dark[dark.mean(axis=1) > 0.7] = False  # the rim, where the band touches it
    wide = np.asarray(cv2.dilate(dark.astype(np.uint8), np.ones((1, height // 2 | 1)))) > 0
    rows = np.arange(height)[:, None]
    top = np.where(wide, rows, height).min(axis=0)
    bottom = np.where(wide, rows, -1).max(axis=0)
    # A run of empty columns ends at the strokes themselves, give or take one.
    own = dark.any(axis=0)
    own = own | np.roll(own, 1) | np.roll(own, -1)
    return np.asarray((bottom - top + 1 >= 0.62 * height) & own)
