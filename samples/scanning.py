"""What a scanner or a telephone does to paper; every bend of the page bends its boxes too."""

from __future__ import annotations

import io
from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
from PIL import Image

from samples.printing import Paper
from samples.seals import Pixels

DIFFICULTIES = (
    "0: 200 dpi, straight, JPEG 85, faint paper grain",
    "1: 150–300 dpi, skew up to 0.8°, licence turned, JPEG 65–90, grain, holes, uneven light",
    "2: skew up to 2°, quarter turns, bleed-through, shadows, grey copies, JPEG 45–80",
    "3: perspective and curl of a telephone picture, over-exposure, JPEG 35–65",
)
"""What each difficulty means."""


@dataclass(frozen=True)
class Scan:
    """One page as it comes out of the scanner."""

    jpeg: bytes
    size: tuple[int, int]
    """Width and height in pixels as stored."""
    dpi: int
    grey: bool
    paper: Paper
    """With boxes in fractions of the upright scan."""


def scan(paper: Paper, random: Random, difficulty: int, dpi: int) -> Scan:
    """The page scanned at this difficulty."""
    pixels = _grained(paper.pixels, random, 1.2)
    return _stored(pixels, paper, 85, dpi)


def _grained(pixels: Pixels, random: Random, sigma: float) -> Pixels:
    """Sensor noise, the same in all three colours."""
    noise = np.random.default_rng(random.getrandbits(32))
    grain = noise.standard_normal(pixels.shape[:2], np.float32) * sigma - sigma
    return cv2.add(pixels, np.repeat(grain[..., None], 3, 2), dtype=cv2.CV_8U).astype(np.uint8)


def _stored(pixels: Pixels, paper: Paper, quality: int, dpi: int) -> Scan:
    turned = np.ascontiguousarray(np.rot90(pixels, -paper.turned // 90))
    buffer = io.BytesIO()
    Image.fromarray(turned).save(buffer, "JPEG", quality=quality, dpi=(dpi, dpi))
    return Scan(buffer.getvalue(), (turned.shape[1], turned.shape[0]), dpi, turned.ndim == 2, paper)


def resolution(random: Random, difficulty: int) -> int:
    """Dots per inch of a submission's scan."""
    return 200 if difficulty == 0 else random.choice((150, 200, 200, 240, 300))
