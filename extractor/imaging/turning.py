"""Turns a page upright by quarter turns, with the document orientation classifier.

The page is padded to a square before it is shrunk: the classifier's own recipe (shorter side to
256, centre 224) cuts off text near an edge and answered wrongly on almost empty pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Pixels
from extractor.imaging.voting import TURNS, Vote

Classifier = Callable[[NDArray[np.float32]], Sequence[NDArray[np.float32]]]
"""A compiled PP-LCNet document orientation model: 1 × 3 × 224 × 224 in, four probabilities out."""

SIDE = 224
SURE = 0.5
"""Below this the classifier's answer is not used."""
UNQUESTIONED = 0.9
"""From this on a page that the classifier finds upright is not looked at again. It gives most
pages .92 or .93 and never more; any turn it finds is rare enough to be checked by a vote: of 516
views it had 6 wrong, at up to .91, all of them up for down."""

_MEAN = np.array([0.485, 0.456, 0.406], dtype=np.float32)
_DEVIATION = np.array([0.229, 0.224, 0.225], dtype=np.float32)


@dataclass(frozen=True)
class Upright:
    """A page after its quarter turn was undone."""

    pixels: Pixels
    turned: int
    """Degrees clockwise the page was turned as it came: 0, 90, 180 or 270."""
    confidence: float
    """0…1, of the classifier."""


def upright(pixels: Pixels, classify: Classifier, vote: Vote | None = None) -> Upright:
    """The page with its quarter turn undone; left as it is where nothing is sure.

    Args:
        pixels: The page as it came.
        classify: The orientation model.
        vote: A better and slower opinion, asked where the model is unsure or finds a turn.
    """
    probabilities = np.asarray(classify(_classifier_input(pixels))[0], dtype=np.float32).ravel()
    best = int(probabilities.argmax())
    confidence = float(probabilities[best])
    turned = TURNS[best] if confidence >= SURE else 0
    if vote and (turned != 0 or confidence < UNQUESTIONED):
        opinion = vote(pixels)
        turned = turned if opinion is None else opinion
    return Upright(turn_back(pixels, turned), turned, confidence)


def turn_back(pixels: Pixels, turned: int) -> Pixels:
    """The image turned counter-clockwise by so many degrees, a multiple of 90."""
    return np.ascontiguousarray(np.rot90(pixels, k=turned // 90 % 4))


def _classifier_input(pixels: Pixels) -> NDArray[np.float32]:
    """The whole page on a white square, normalised as the model was trained: 1 × 3 × 224 × 224."""
    height, width = pixels.shape[:2]
    scale = SIDE / max(height, width)
    wide, high = max(1, round(width * scale)), max(1, round(height * scale))
    small = cv2.resize(pixels, (wide, high), interpolation=cv2.INTER_AREA)
    square = np.full((SIDE, SIDE, 3), 255, dtype=np.uint8)
    top, left = (SIDE - high) // 2, (SIDE - wide) // 2
    square[top : top + high, left : left + wide] = small
    normal = (square[:, :, ::-1].astype(np.float32) / 255 - _MEAN) / _DEVIATION
    return np.ascontiguousarray(normal.transpose(2, 0, 1)[None], dtype=np.float32)
