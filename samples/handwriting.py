"""A signature: a Kai face pulled out of shape and joined up, in dark ink."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np
from PIL import Image, ImageDraw

from samples import fonts
from samples.seals import Box, Mask, Pixels, Stamp, press

_INKS = ((28, 28, 32), (30, 38, 90), (20, 24, 60))


def sign(page: Pixels, name: str, centre: tuple[float, float], random: Random, dpi: int) -> Box:
    """Writes the name on the page (RGB, changed in place) around the centre; returns its box."""
    return press(page, Stamp(_written(name, random, dpi), random.choice(_INKS)), centre)


def _written(name: str, random: Random, dpi: int) -> Mask:
    """The strokes: letters of uneven size, slanted, bent along a wave, thickened here and there."""
    size = round(dpi * 0.34)
    image = Image.new("L", (size * (len(name) + 2), size * 3), 0)
    draw = ImageDraw.Draw(image)
    x = size * 0.8
    for letter in name:
        font = fonts.opened(fonts.kai(), round(size * random.uniform(0.9, 1.25)))
        draw.text((x, size * random.uniform(0.75, 1.05)), letter, 255, font)
        x += size * random.uniform(0.72, 0.95)
    ink = np.asarray(image, np.float32) / np.float32(255)
    height, width = ink.shape
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    slant = random.uniform(0.1, 0.35)
    wave = size * 0.06
    phase, length = random.uniform(0, 6), size * random.uniform(0.9, 1.6)
    source_x = xs + slant * (ys - height / 2) + wave * np.sin(ys / length * 4 + phase)
    source_y = ys + wave * np.sin(xs / length * 3 + phase) + 0.05 * (xs - width / 2)
    bent = np.asarray(cv2.remap(ink, source_x, source_y, cv2.INTER_LINEAR), np.float32)
    rows, columns = np.nonzero(bent > 0.1)
    bent = bent[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    return np.asarray(np.clip(cv2.GaussianBlur(bent, (0, 0), 0.6) * 1.2, 0, 1), np.float32)
