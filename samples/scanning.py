"""What a scanner or a telephone does to paper; every bend of the page bends its boxes too."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from samples.bending import Bend, bent, photographed, skewed, straight
from samples.printing import Paper
from samples.seals import Pixels

DIFFICULTIES = (
    "0: 200 dpi, straight, JPEG 85, faint grain",
    "1: 200–300 dpi, skew to 0.8°, landscape pages turned, holes, uneven light, JPEG 70–90",
    "2: 150–240 dpi, skew to 2°, quarter turns, bleed-through, shadows, grey copies, "
    "over-exposure, JPEG 45–80",
    "3: as 2, and most pages are telephone pictures: perspective, curl, blur, JPEG 35–65",
)
"""What each difficulty means."""

_RESOLUTIONS = (
    (200,),
    (200, 200, 240, 300),
    (150, 200, 200, 240),
    (150, 170, 200),
)
_QUALITIES = ((85, 85), (70, 90), (45, 80), (35, 65))
_SKEWS = (0.0, 0.8, 2.0, 2.0)


Coding = Literal["colour", "grey", "fax"]
"""JPEG in colour or grey, or black and white as facsimiles are coded (CCITT group 4)."""


@dataclass(frozen=True)
class Scan:
    """One page as it comes out of the scanner."""

    data: bytes
    size: tuple[int, int]
    """Width and height in pixels as stored."""
    dpi: int
    paper: Paper
    """With boxes in fractions of the upright scan."""
    coding: Coding = "colour"


def resolution(random: Random, difficulty: int) -> int:
    """Dots per inch of a submission's scan."""
    return random.choice(_RESOLUTIONS[difficulty])


def scan(
    paper: Paper, random: Random, difficulty: int, dpi: int, behind: Pixels | None = None
) -> Scan:
    """The page scanned at this difficulty; ``behind`` is the print on its other side."""
    telephone = difficulty == 3 and random.random() < 0.65
    if difficulty >= 2 and behind is not None and random.random() < 0.35:
        paper = replace(paper, pixels=_bled(paper.pixels, behind, random))
    if difficulty >= 1 and random.random() < 0.2:
        paper = replace(paper, pixels=_punched(paper.pixels, dpi))
    paper = replace(bent(paper, *_bend(paper, random, difficulty, telephone)))
    pixels = _lit(paper.pixels, random, difficulty, telephone)
    pixels = _grained(pixels, random, 1.2 + 1.2 * difficulty + 1.5 * telephone)
    if difficulty and (landscape(paper) or (difficulty >= 2 and random.random() < 0.12)):
        turns = (90, 270) if landscape(paper) else (90, 180, 270)
        paper = replace(paper, turned=random.choice(turns))
    return _stored(pixels, paper, random.randint(*_QUALITIES[difficulty]), dpi)


def landscape(paper: Paper) -> bool:
    """Whether the page is wider than high, and so turned when it is bound."""
    return bool(paper.pixels.shape[1] > paper.pixels.shape[0])


def _bend(
    paper: Paper, random: Random, difficulty: int, telephone: bool
) -> tuple[Bend, tuple[int, int, int]]:
    size = (paper.pixels.shape[1], paper.pixels.shape[0])
    if telephone:
        return photographed(random, size), random.choice(((62, 52, 44), (88, 90, 96), (30, 30, 34)))
    if not difficulty:
        return straight(), (255, 255, 255)
    beside = random.choices(((255, 255, 255), (246, 246, 244), (40, 40, 40)), (6, 3, 1))[0]
    return skewed(random, size, _SKEWS[difficulty]), beside


def _bled(pixels: Pixels, behind: Pixels, random: Random) -> Pixels:
    """The print of the other side showing through, mirrored and soft."""
    height, width = pixels.shape[:2]
    mirrored = cv2.resize(cv2.flip(behind, 1), (width, height), interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(mirrored, (0, 0), 1.6)
    strength = random.uniform(0.05, 0.14)
    faint = cv2.addWeighted(soft, strength, np.full_like(soft, 255), 1 - strength, 0)
    return np.asarray(cv2.multiply(pixels, faint, scale=1 / 255), np.uint8)


def _punched(pixels: Pixels, dpi: int) -> Pixels:
    """Two binder holes at the left edge, dark as the lid of the scanner."""
    height = pixels.shape[0]
    result = pixels.copy()
    for y in (height // 2 - round(dpi * 1.57), height // 2 + round(dpi * 1.57)):
        cv2.circle(result, (round(dpi * 0.42), y), round(dpi * 0.11), (52, 50, 48), -1, cv2.LINE_AA)
    return result


def _lit(pixels: Pixels, random: Random, difficulty: int, telephone: bool) -> Pixels:
    """Uneven light, a shadow along the spine, a tint of the paper, exposure and focus."""
    if not difficulty:
        return pixels
    height, width = pixels.shape[:2]
    field = np.ones((64, 64), np.float32)
    ys, xs = np.mgrid[0:1:64j, 0:1:64j].astype(np.float32)
    fall = random.uniform(0, 0.04) * difficulty + 0.12 * telephone * random.random()
    angle = random.uniform(0, 6.3)
    field -= fall * np.clip((xs - 0.5) * np.cos(angle) + (ys - 0.5) * np.sin(angle) + 0.5, 0, 1)
    if difficulty >= 2 and random.random() < 0.5:
        field *= 1 - random.uniform(0.1, 0.35) * np.exp(-xs * random.uniform(18, 40))
    if telephone and random.random() < 0.5:
        edge = random.uniform(0.2, 0.8)
        side = 1 / (1 + np.exp(-(xs * random.uniform(0.5, 1) + ys * 0.4 - edge) * 14))
        field *= 1 - random.uniform(0.12, 0.34) * side
    exposure = random.uniform(0.98, 1.03)
    if difficulty >= 2 and random.random() < 0.3:
        exposure = random.uniform(1.06, 1.16)
    tint = np.array([1, random.uniform(0.975, 1), random.uniform(0.94, 1)], np.float32)
    # 200 stands for unchanged, so that over-exposure fits into a byte.
    small = np.clip(field[..., None] * (tint * exposure) * 200, 0, 255).astype(np.uint8)
    light = cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)
    result = np.asarray(cv2.multiply(pixels, light, scale=1 / 200), np.uint8)
    blur = random.uniform(0.2, 0.45) * difficulty if difficulty >= 2 else 0.0
    return np.asarray(cv2.GaussianBlur(result, (0, 0), blur)) if blur > 0.35 else result


def _grained(pixels: Pixels, random: Random, sigma: float) -> Pixels:
    """Sensor noise, the same in all three colours; a tile of it covers the page."""
    noise = np.random.default_rng(random.getrandbits(32))
    tile = noise.standard_normal((701, 613), np.float32) * sigma - sigma
    height, width = pixels.shape[:2]
    times = (-(-height // 701), -(-width // 613))

    def spread(part: NDArray[np.float32]) -> Pixels:
        whole = np.tile(part.round().clip(0, 60).astype(np.uint8), times)[:height, :width]
        return np.asarray(cv2.merge([whole, whole, whole]), np.uint8)

    return np.asarray(cv2.subtract(cv2.add(pixels, spread(tile)), spread(-tile)), np.uint8)


def _stored(pixels: Pixels, paper: Paper, quality: int, dpi: int) -> Scan:
    """The page turned as it was laid in, compressed."""
    turned = np.ascontiguousarray(np.rot90(pixels, -paper.turned // 90))
    image = Image.fromarray(turned)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality, dpi=(dpi, dpi))
    return Scan(buffer.getvalue(), (image.width, image.height), dpi, paper)
