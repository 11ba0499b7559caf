"""A seal's ink apart from the print under or over it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Grey, Mask, Pixels
from extractor.seals.fitting import Ellipse

Density = NDArray[np.float32]
"""Height × width: optical density relative to the paper, 0 where it is blank."""

_RADIUS = 170
"""Half of the short axis of a seal, in pixels, above which it is reduced: its characters are then
as high as the recogniser wants them."""
_MARGIN = 1.15
_PRINT = 0.35
"""Neutral density from which a pixel holds print; black print has about 2."""
_BLACK = 0.8
"""… and from which it is print for certain, and no noise of a dark photo."""
_FADING = 2.5
"""How fast colour becomes unsure with the density of the print over it."""


@dataclass(frozen=True)
class SealPicture:
    """One seal cut out, at the scale it is read at."""

    pixels: Pixels
    outline: Ellipse
    """In pixels of the picture."""


def cut_out(pixels: Pixels, outline: Ellipse) -> SealPicture:
    """The seal with a margin."""
    wide, high = (reach * _MARGIN for reach in outline.extent)
    height, width = pixels.shape[:2]
    left, top = max(0, int(outline.x - wide)), max(0, int(outline.y - high))
    right, bottom = min(width, int(outline.x + wide) + 1), min(height, int(outline.y + high) + 1)
    picture = pixels[top:bottom, left:right]
    scale = min(1.0, _RADIUS / outline.minor)
    if scale < 1.0:
        size = (round(picture.shape[1] * scale), round(picture.shape[0] * scale))
        picture = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
    moved = Ellipse(outline.x - left, outline.y - top, outline.major, outline.minor, outline.angle)
    return SealPicture(picture, moved.scaled(scale))


@dataclass(frozen=True)
class Inked:
    """The ink of one seal."""

    lifted: Grey
    """Dark on white, the print gone."""
    printed: float
    """The share of the seal that lies over print."""


def separate(picture: SealPicture) -> Inked | None:
    """The seal's ink without the print, or None where the ink has no colour of its own.

    Densities add up where ink lies over print, so each pixel is so much of the seal's ink, whose
    colour its rim shows, and so much neutral black. Where the seal lies on paper it stays as sharp
    as it was scanned; under print, colour alone has to do, which scanners and JPEG keep less sharp.
    """
    density = _density(picture.pixels)
    ink = _ink_colour(density, picture.outline)
    tint = ink - ink.mean()
    if np.linalg.norm(tint) < 0.12 * np.linalg.norm(ink):
        return None
    mean = density.mean(axis=2)
    amount = (density - mean[:, :, None]) @ (tint / float(tint @ tint))
    neutral = mean - amount * float(ink.mean())
    printed = _grown(neutral > _PRINT)
    # Colour under opaque print is noise: there, it is what lies around.
    trust = np.exp(-_FADING * np.maximum(neutral, 0))
    near = cv2.GaussianBlur(amount * trust, (0, 0), 1.3) / np.maximum(
        cv2.GaussianBlur(trust, (0, 0), 1.3), 1e-4
    )
    coloured = np.where(printed, near, amount)
    strongest = int(np.argmax(ink))
    sharp = density[:, :, strongest] / float(ink[strongest])
    lifted = np.where(printed, coloured, sharp)
    return Inked(_shown(lifted), float((neutral[_inside(picture)] > _BLACK).mean()))


def _inside(picture: SealPicture) -> Mask:
    """The pixels within the outline."""
    canvas = np.zeros(picture.pixels.shape[:2], dtype=np.uint8)
    outline = picture.outline
    middle, axes = (outline.x, outline.y), (2 * outline.major, 2 * outline.minor)
    cv2.ellipse(canvas, (middle, axes, float(np.degrees(outline.angle))), (1,), -1)
    return np.asarray(canvas > 0)


def darkest_channel(pixels: Pixels) -> Grey:
    """The channel in which the ink is darkest: green under red ink, red under blue."""
    levels = [float(np.quantile(pixels[:, :, channel], 0.15)) for channel in range(3)]
    return np.ascontiguousarray(pixels[:, :, int(np.argmin(levels))])


def _density(pixels: Pixels) -> NDArray[np.float32]:
    """The density of each channel relative to the paper around."""
    height, width = pixels.shape[:2]
    small = cv2.resize(
        pixels, (max(1, width // 8), max(1, height // 8)), interpolation=cv2.INTER_AREA
    )
    paper = cv2.blur(cv2.dilate(small, np.ones((5, 5), np.uint8)), (9, 9))
    whole = cv2.resize(paper, (width, height)).astype(np.float32)
    share = (pixels.astype(np.float32) + 2) / (whole + 2)
    return np.asarray(np.maximum(-np.log(share), -0.1), dtype=np.float32)


def _ink_colour(density: NDArray[np.float32], outline: Ellipse) -> NDArray[np.float32]:
    """The densities of the three channels where the rim is most coloured."""
    turns = np.linspace(0, 2 * np.pi, 720, endpoint=False)
    samples = []
    height, width = density.shape[:2]
    for share in (-0.02, 0.0, 0.02, 0.04):
        x, y = outline.at(turns, share * outline.minor)
        kept = (x >= 0) & (y >= 0) & (x < width - 1) & (y < height - 1)
        samples.append(density[y[kept].astype(int), x[kept].astype(int)])
    rim = np.concatenate(samples)
    spread = rim.max(axis=1) - rim.min(axis=1)
    strongest = rim[spread >= np.quantile(spread, 0.85)]
    return np.asarray(np.median(strongest, axis=0), dtype=np.float32)


def _grown(mask: NDArray[np.bool_]) -> Mask:
    return np.asarray(cv2.dilate(mask.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0)


def _shown(amount: NDArray[np.float32] | NDArray[np.float64]) -> Grey:
    """Amounts of ink as darkness; what is as strong as the strong parts is black."""
    full = max(0.08, float(np.quantile(amount, 0.95)))
    return np.asarray(255 - 255 * (amount / full).clip(0, 1), dtype=np.uint8)
