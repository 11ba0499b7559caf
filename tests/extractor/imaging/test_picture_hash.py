"""What of a picture outlasts a scan, and what tells it from others."""

from itertools import combinations

import cv2
import numpy as np
import pytest

from extractor.imaging.picture_hash import BITS, picture_hash
from extractor.imaging.pixels import Pixels

COLOURS = ((196, 114, 68), (49, 125, 237))


def photograph(seed: int) -> Pixels:
    """Patches of light and dark of several sizes, as a scene has them."""
    noise = np.random.default_rng(seed)
    scene = np.zeros((480, 640, 3))
    for size in (40, 16, 6):
        patches = noise.normal(0, 1, (480 // size + 1, 640 // size + 1, 3))
        scene += cv2.resize(patches, (640, 480), interpolation=cv2.INTER_CUBIC) * size**0.5
    return np.asarray((128 + 13 * scene).clip(0, 255), np.uint8)


def bars(seed: int) -> Pixels:
    """Six pairs of bars on five lines; only the data differ."""
    chart = np.full((480, 760, 3), 255, np.uint8)
    for y in range(60, 421, 72):
        cv2.line(chart, (40, y), (740, y), (217, 217, 217), 2)
    for at, high in enumerate(np.random.default_rng(seed).uniform(50, 340, 12)):
        left = 60 + 115 * (at // 2) + 40 * (at % 2)
        cv2.rectangle(chart, (left, int(420 - high)), (left + 36, 420), COLOURS[at % 2], -1)
    return chart


def scanned(picture: Pixels, scale: float, *, grey: bool, quality: int) -> Pixels:
    """The picture at another resolution, a little darker, cut a pixel differently, and noisy."""
    cut = picture[2:-1, 1:-3]
    small = cv2.resize(cut, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    if grey:
        small = cv2.cvtColor(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    noise = np.random.default_rng(7).normal(-8, 5, small.shape[:2])[..., None]
    dark = np.asarray((0.95 * small + noise).clip(0, 255), np.uint8)
    coded = cv2.imencode(".jpg", dark, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR), np.uint8)


def apart(one: Pixels, other: Pixels) -> float:
    """The share of bits that differ."""
    hashes = (
        int(picture_hash(np.asarray(cv2.cvtColor(each, cv2.COLOR_BGR2GRAY), np.uint8)), 16)
        for each in (one, other)
    )
    return (next(hashes) ^ next(hashes)).bit_count() / BITS


@pytest.mark.parametrize("draw", [photograph, bars])
@pytest.mark.parametrize(
    ("scale", "grey", "quality"), [(0.5, False, 85), (0.7, True, 60), (1.4, True, 40)]
)
def test_a_scan_of_a_picture_looks_like_it(draw, scale: float, grey: bool, quality: int) -> None:
    for seed in range(4):
        picture = draw(seed)
        assert apart(picture, scanned(picture, scale, grey=grey, quality=quality)) < 0.12


@pytest.mark.parametrize(("draw", "least"), [(photograph, 0.35), (bars, 0.2)])
def test_another_picture_of_the_same_make_does_not(draw, least: float) -> None:
    pictures = [draw(seed) for seed in range(12)]
    assert min(apart(one, other) for one, other in combinations(pictures, 2)) > least
