"""A seal's ink apart from the print under or over it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Grey, Mask, Pixels
from extractor.seals.fitting import Ellipse

Density = NDArray[np.float32]
"""Height × width × 3: optical density relative to the paper, 0 where it is blank."""

_RADIUS = 170
"""Half of the short axis of a seal, in pixels, above which it is reduced: its characters are then
as high as the recogniser wants them."""
_MARGIN = 1.15
_PRINT = 0.35
"""Neutral density from which a pixel holds print; black print has about 2."""
_BLACK = 0.8
"""… and from which it is print for certain, and no noise of a dark photo."""
_COLOURED = 0.12
"""How far the rim's densities in the three channels must differ, as a share of the rim's density."""
_DARKER = 1.7
"""How many times as dark as the rim of a grey seal print is."""
_FADING = 2.5
"""How fast colour becomes unsure with the density of the print over it."""
_EDGE = 2.0
"""Pixels over which a stroke runs out, blurred by a lens or a scanner: about a stroke's width at
the size seals are read at."""
_CRISPER = 0.8
"""How much of what an edge has over its surroundings is added. Crisp ink is read no worse alone (67 of
142 drawn and photographed seals, 66 without) and errs otherwise: with the other views 109 of 146
photographed and generated seals are read, 103 without."""


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


def cut_straight(pixels: Pixels, within: Ellipse) -> Pixels:
    """The chop turned upright; the ellipse is the one within its sides."""
    turn = within.angle % np.pi
    upright = np.pi / 4 < turn < 3 * np.pi / 4
    turn -= np.pi / 2 if upright else np.pi if turn > np.pi / 2 else 0.0
    wide, high = (within.minor, within.major) if upright else (within.major, within.minor)
    scale = min(1.0, _RADIUS / high)
    size = (round(2 * _MARGIN * wide * scale), round(2 * _MARGIN * high * scale))
    cos, sin = np.cos(turn) / scale, np.sin(turn) / scale
    back = np.array([[cos, -sin, 0.0], [sin, cos, 0.0]])
    middle = back[:, :2] @ np.array(size) / 2
    back[:, 2] = np.array([within.x, within.y]) - middle
    turned = cv2.warpAffine(
        pixels,
        back,
        size,
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(turned, dtype=np.uint8)


@dataclass(frozen=True)
class Inked:
    """The ink of one seal."""

    lifted: Grey
    """Dark on white, the print gone."""
    crisp: Grey
    """The same with sharper edges and its half-tones kept, which is what a blurred character has."""
    tinted: Grey | None
    """What colour alone tells of the ink, softer than what darkness tells; None of a grey seal."""
    printed: float
    """The share of the seal that lies over print."""

    @property
    def coloured(self) -> bool:
        """Whether the ink was told from print by its colour, else only by being paler."""
        return self.tinted is not None


def separate(picture: SealPicture) -> Inked:
    """The seal's ink without the print.

    Densities add up where ink lies over print, so each pixel is so much of the seal's ink, whose
    colour its rim shows, and so much neutral black. Where the seal lies on paper it stays as sharp
    as it was scanned; under print, colour alone has to do, which scanners and JPEG keep less sharp.
    Of a seal without colour what is much darker than its rim is taken for print.
    """
    density = _density(picture.pixels)
    return _separated(density, _rim(density, picture.outline), _inside(picture))


def separate_chop(pixels: Pixels) -> Inked:
    """The same of a chop cut out upright: its rows of words tell the ink as well as its frame."""
    density = _density(pixels)
    inside = np.ones(pixels.shape[:2], dtype=np.bool_)
    return _separated(density, density.reshape(-1, 3), inside)


def _separated(density: Density, rim: NDArray[np.float32], inside: Mask) -> Inked:
    """The ink whose colour the rim shows."""
    ink = _ink_colour(rim)
    tint = ink - ink.mean()
    mean = density.mean(axis=2)
    if np.linalg.norm(tint) <= _COLOURED * np.linalg.norm(ink):
        dark = float(np.quantile(rim.mean(axis=1), 0.85))
        black = mean > max(_PRINT, _DARKER * dark)
        lifted = np.where(_grown(black), _around(mean, 1.0 - _grown(black)), mean)
        return Inked(_shown(lifted), _crisp(lifted), None, float(black[inside].mean()))
    amount = (density - mean[:, :, None]) @ (tint / float(tint @ tint))
    neutral = mean - amount * float(ink.mean())
    printed = _grown(neutral > _PRINT)
    # Colour under opaque print is noise: there, it is what lies around.
    trust = np.exp(-_FADING * np.maximum(neutral, 0))
    strongest = int(np.argmax(ink))
    sharp = density[:, :, strongest] / float(ink[strongest])
    by_colour = _around(amount, trust)
    lifted = np.where(printed, by_colour, sharp)
    share = float((neutral[inside] > _BLACK).mean())
    return Inked(_shown(lifted), _crisp(lifted), _crisp(by_colour), share)


def _around(amount: NDArray[np.float32], trust: NDArray[np.float32]) -> NDArray[np.float32]:
    """The mean of the amounts near each pixel, each counted by how far it can be trusted."""
    total = cv2.GaussianBlur(np.asarray(amount * trust, dtype=np.float32), (0, 0), 1.3)
    weight = cv2.GaussianBlur(np.asarray(trust, dtype=np.float32), (0, 0), 1.3)
    return np.asarray(total / np.maximum(weight, 1e-4), dtype=np.float32)


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


def _density(pixels: Pixels) -> Density:
    """The density of each channel relative to the paper around."""
    height, width = pixels.shape[:2]
    small = cv2.resize(
        pixels, (max(1, width // 8), max(1, height // 8)), interpolation=cv2.INTER_AREA
    )
    paper = cv2.blur(cv2.dilate(small, np.ones((5, 5), np.uint8)), (9, 9))
    whole = cv2.resize(paper, (width, height)).astype(np.float32)
    share = (pixels.astype(np.float32) + 2) / (whole + 2)
    return np.asarray(np.maximum(-np.log(share), -0.1), dtype=np.float32)


def _ink_colour(rim: NDArray[np.float32]) -> NDArray[np.float32]:
    """The densities of the three channels where the rim is most coloured."""
    spread = rim.max(axis=1) - rim.min(axis=1)
    strongest = rim[spread >= np.quantile(spread, 0.85)]
    return np.asarray(np.median(strongest, axis=0), dtype=np.float32)


def _rim(density: Density, outline: Ellipse) -> NDArray[np.float32]:
    """The densities of pixels on and near the outline, n × 3."""
    turns = np.linspace(0, 2 * np.pi, 720, endpoint=False)
    height, width = density.shape[:2]
    samples = []
    for share in (-0.02, 0.0, 0.02, 0.04):
        x, y = outline.at(turns, share * outline.minor)
        kept = (x >= 0) & (y >= 0) & (x < width - 1) & (y < height - 1)
        samples.append(density[y[kept].astype(int), x[kept].astype(int)])
    return np.concatenate(samples)


def _grown(mask: NDArray[np.bool_]) -> Mask:
    return np.asarray(cv2.dilate(mask.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0)


def _crisp(amount: NDArray[np.float32] | NDArray[np.float64]) -> Grey:
    """Amounts of ink as darkness, their edges sharpened; only the very strongest is black."""
    even = np.asarray(amount, dtype=np.float32)
    return _shown(even + _CRISPER * (even - cv2.GaussianBlur(even, (0, 0), _EDGE)), 0.98)


def _shown(amount: NDArray[np.float32] | NDArray[np.float64], strong: float = 0.95) -> Grey:
    """Amounts of ink as darkness; what is as strong as the strong parts is black."""
    full = max(0.08, float(np.quantile(amount, strong)))
    return np.asarray(255 - 255 * (amount / full).clip(0, 1), dtype=np.uint8)
