"""Draws seals as a stamp leaves them: ring text along the arc, star, digits, uneven red ink.

A seal is drawn as a mask of how much ink lies where, at four times its size, then inked and pressed
onto the page by multiplying, so that print shows through.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from samples import fonts
from samples.case import SealFace

Mask = NDArray[np.float32]
Pixels = NDArray[np.uint8]
Box = tuple[float, float, float, float]

_REDS = ((205, 28, 38), (224, 44, 60), (188, 22, 34), (232, 72, 78), (214, 30, 70), (196, 40, 30))
_OVERSAMPLED = 2

_MILLIMETRES = {"round": (40.0, 40.0), "oval": (42.0, 30.0), "square": (19.0, 19.0)}
"""Sizes in use: 40–42 mm company seals, the tax office's oval, a square name chop."""


@dataclass(frozen=True)
class Stamp:
    """An inked seal, ready to be pressed: 0 no ink … 1 full ink, and its red (RGB)."""

    mask: Mask
    colour: tuple[int, int, int]


def stamp(face: SealFace, random: Random, dpi: int, *, worn: float = 0.4) -> Stamp:
    """The seal at this resolution; ``worn`` from 0 (fresh) to 1 (barely there)."""
    wide, high = _MILLIMETRES[face.shape]
    scale = dpi / 25.4 * random.uniform(0.96, 1.04)
    width, height = round(wide * scale), round(high * scale)
    big = (width * _OVERSAMPLED, height * _OVERSAMPLED)
    drawn = _square(face, big, random) if face.shape == "square" else _ring(face, big, random)
    turned = drawn.rotate(random.gauss(0, 5), Image.Resampling.BILINEAR, expand=True)
    size = (turned.width // _OVERSAMPLED, turned.height // _OVERSAMPLED)
    mask = np.asarray(turned.resize(size, Image.Resampling.BOX), np.float32) / np.float32(255)
    return Stamp(_inked(mask, random, worn), random.choice(_REDS))


def _ring(face: SealFace, size: tuple[int, int], random: Random) -> Image.Image:
    """A round or oval seal: rim, text along the upper arc, star, middle words, lower digits."""
    width, height = size
    image = Image.new("L", size, 0)
    draw = ImageDraw.Draw(image)
    rim = max(2, round(height * random.uniform(0.022, 0.034)))
    draw.ellipse((rim, rim, width - rim, height - rim), outline=255, width=rim)
    if face.shape == "oval":
        inset = rim * 2.2
        draw.ellipse((inset, inset, width - inset, height - inset), outline=255, width=rim // 3 + 1)
    font = random.choice(fonts.songs())
    letters = height * (0.15 if face.shape == "round" else 0.13) * random.uniform(0.95, 1.08)
    radii = (width / 2 - rim * 2.4 - letters / 2, height / 2 - rim * 2.4 - letters / 2)
    # The words leave the lower rim to the digits.
    spread = min(255.0 if face.serial or face.centre else 285.0, 24.0 * len(face.text))
    if face.shape == "oval":
        spread = 236.0
    _along(image, face.text, font, radii, letters, spread, upper=True)
    middle = (width / 2, height / 2)
    if face.shape == "round":
        _star(draw, middle, height * 0.155)
    if face.centre:
        lower = height * (0.5 if face.shape == "oval" else 0.76)
        _line(image, face.centre, font, (width / 2, lower), height * 0.115, width * 0.56)
    if face.serial:
        _along(image, face.serial, fonts.sans(), radii, letters * 0.42, 62.0, upper=False)
    return image


def _along(
    image: Image.Image,
    text: str,
    font: Path,
    radii: tuple[float, float],
    letters: float,
    spread: float,
    *,
    upper: bool,
) -> None:
    """Text centred on the top (or bottom) of the ellipse, letters narrowed to fit the spread."""
    if not text:
        return
    reach = letters * (0.0 if upper else 0.5)
    wide, high = radii[0] + reach, radii[1] + reach
    angles, lengths = _arc(wide, high)
    step = lengths[-1] * spread / 360 / max(1, len(text) - 1)
    width = min(letters * (0.82 if upper else 0.6), step * 0.92)
    for place, letter in enumerate(text):
        along = (place - (len(text) - 1) / 2) * step * (1 if upper else -1)
        start = lengths[-1] * (0 if upper else 0.5)
        angle = float(np.interp((start + along) % lengths[-1], lengths, angles))
        x = image.width / 2 + wide * math.sin(angle)
        y = image.height / 2 - high * math.cos(angle)
        outward = math.atan2(math.sin(angle) * high, math.cos(angle) * wide)
        tilt = outward if upper else outward - math.pi
        glyph = _glyph(letter, font, width, letters).rotate(
            -math.degrees(tilt), Image.Resampling.BICUBIC, expand=True
        )
        image.paste(255, (round(x - glyph.width / 2), round(y - glyph.height / 2)), glyph)


def _arc(wide: float, high: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Angles clockwise from the top of an ellipse and the length of the rim up to each."""
    angles = np.linspace(0, 2 * math.pi, 1441)
    points = np.stack([wide * np.sin(angles), -high * np.cos(angles)], 1)
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    return angles, np.concatenate([[0.0], np.cumsum(steps)])


def _glyph(letter: str, font: Path, width: float, height: float) -> Image.Image:
    """One character squeezed into width × height."""
    size = 96
    face = fonts.opened(font, size)
    left, top, right, bottom = face.getbbox(letter, stroke_width=1)
    image = Image.new("L", (max(1, round(right - left)), max(1, round(bottom - top))), 0)
    ImageDraw.Draw(image).text((-left, -top), letter, 255, face, stroke_width=1)
    full = fonts.opened(font, size).getbbox("国")
    tall = max(2, round(height * image.height / (full[3] - full[1])))
    wide = max(2, round(width * image.width / (full[2] - full[0])))
    return image.resize((wide, tall), Image.Resampling.LANCZOS)


def _line(
    image: Image.Image,
    text: str,
    font: Path,
    centre: tuple[float, float],
    letters: float,
    width: float,
) -> None:
    """Words in a straight line, narrowed to fit."""
    each = min(letters, width / len(text))
    for place, letter in enumerate(text):
        glyph = _glyph(letter, font, each * 0.9, letters)
        x = centre[0] + (place - (len(text) - 1) / 2) * each
        image.paste(255, (round(x - glyph.width / 2), round(centre[1] - glyph.height / 2)), glyph)


def _star(draw: ImageDraw.ImageDraw, centre: tuple[float, float], radius: float) -> None:
    """A five-pointed star."""
    points = []
    for place in range(10):
        reach = radius if place % 2 == 0 else radius * 0.382
        angle = math.pi * place / 5
        points.append((centre[0] + reach * math.sin(angle), centre[1] - reach * math.cos(angle)))
    draw.polygon(points, fill=255)


def _square(face: SealFace, size: tuple[int, int], random: Random) -> Image.Image:
    """A square chop: two columns read from the right, or rows of words for an accountant's."""
    width, height = size
    image = Image.new("L", size, 0)
    draw = ImageDraw.Draw(image)
    rim = max(2, round(width * 0.04))
    draw.rectangle(
        (rim // 2, rim // 2, width - rim // 2, height - rim // 2), outline=255, width=rim
    )
    font = random.choice(fonts.songs())
    rows = _chop_rows(face.text)
    space = height - 3 * rim
    for place, row in enumerate(rows):
        y = 1.5 * rim + space * (place + 0.5) / len(rows)
        letters = min(space / len(rows) * 0.82, width * 0.4)
        _line(image, row, font, (width / 2, y), letters, width - 3.2 * rim)
    return image


def _chop_rows(text: str) -> list[str]:
    """Rows as they stand on the chop; a name chop of four characters reads in columns."""
    if text.startswith("中国注册会计师"):
        return ["中国", "注册会计师", text.removeprefix("中国注册会计师")]
    if len(text) == 4:
        return [text[2] + text[0], text[3] + text[1]]
    if len(text) == 3:
        return [text[2] + text[0], "　" + text[1]]
    return [text]


def _inked(mask: Mask, random: Random, worn: float) -> Mask:
    """The mask with pressure falling off to one side, blotches, pin holes and soft edges."""
    noise = np.random.default_rng(random.getrandbits(32))
    height, width = mask.shape
    coarse = cv2.resize(
        noise.random((max(2, height // 40), max(2, width // 40)), np.float32),
        (width, height),
        interpolation=cv2.INTER_CUBIC,
    )
    fine = cv2.GaussianBlur(noise.random((height, width), np.float32), (0, 0), 1.1)
    tilt = random.uniform(0, 2 * math.pi)
    ys, xs = np.mgrid[-0.5 : 0.5 : height * 1j, -0.5 : 0.5 : width * 1j]
    pressure = 1 - worn * 0.5 * (0.5 + xs * math.cos(tilt) + ys * math.sin(tilt))
    holes = np.clip((fine - (0.26 + 0.16 * worn)) * 9, 0, 1)
    ink = mask * pressure * (1 - worn * 0.5 * np.clip(coarse, 0, 1)) * holes
    soft = cv2.GaussianBlur(ink.astype(np.float32), (0, 0), random.uniform(0.5, 0.9))
    return np.asarray(np.clip(soft * random.uniform(0.82, 0.98), 0, 1), np.float32)


def press(page: Pixels, seal: Stamp, centre: tuple[float, float]) -> Box:
    """Presses the seal onto the page (RGB, changed in place); returns its box in fractions."""
    height, width = page.shape[:2]
    high, wide = seal.mask.shape
    left, top = round(centre[0] * width - wide / 2), round(centre[1] * height - high / 2)
    x0, y0, x1, y1 = max(0, left), max(0, top), min(width, left + wide), min(height, top + high)
    if x1 > x0 and y1 > y0:
        ink = seal.mask[y0 - top : y1 - top, x0 - left : x1 - left, None]
        paper = page[y0:y1, x0:x1].astype(np.float32)
        absorbed = 1 - np.asarray(seal.colour, np.float32) / 255
        page[y0:y1, x0:x1] = (paper * (1 - ink * absorbed)).astype(np.uint8)
    return (x0 / width, y0 / height, x1 / width, y1 / height)


def straddling(seal: Stamp, parts: int) -> list[Stamp]:
    """骑缝章: the seal cut into vertical strips, one for the edge of each page."""
    edges = np.linspace(0, seal.mask.shape[1], parts + 1).round().astype(int)
    return [
        Stamp(seal.mask[:, start:stop], seal.colour)
        for start, stop in zip(edges[:-1], edges[1:], strict=True)
    ]
