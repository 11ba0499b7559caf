"""The name in what the recogniser made of an unrolled ring."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extractor.ocr.engine import Recognition

_FEWEST = 4
"""A ring with fewer Chinese characters is not a name but a scrap."""


@dataclass(frozen=True)
class Reading:
    """One reading of a ring."""

    text: str
    """The name, brackets half-width, without the number at the foot of the seal."""
    confidence: float
    """0…1, the mean over its characters."""
    weakest: float
    """0…1, the least sure character."""
    complete: bool
    """Whether the characters stand evenly from one end of the strip to the other: a gap means that
    one was not read."""


NOTHING = Reading("", 0.0, 0.0, False)


def name_of(recognition: Recognition) -> Reading:
    """The Chinese characters of a strip, with the brackets between them."""
    text = recognition.text
    marks = recognition.confidences
    if len(marks) != len(text):
        marks = (recognition.confidence,) * len(text)
    kept = [
        index
        for index, character in enumerate(text)
        if _is_chinese(character) or unicodedata.normalize("NFKC", character) in ("(", ")")
    ]
    name = unicodedata.normalize("NFKC", "".join(text[index] for index in kept))
    if sum(map(_is_chinese, name)) < _FEWEST:
        return NOTHING
    sure = [marks[index] for index in kept]
    complete = False
    if len(recognition.centres) == len(text) and len(kept) == len(text):
        complete = _evenly_spread(np.array(recognition.centres))
    return Reading(name, float(np.mean(sure)), float(min(sure)), complete)


def _evenly_spread(centres: NDArray[np.float64]) -> bool:
    """Whether no step is much wider than the others and the ends are not further off."""
    steps = np.diff(centres)
    step = float(np.median(steps))
    ends = max(float(centres[0]), 1.0 - float(centres[-1]))
    return bool(steps.max() < 1.6 * step and ends < 1.4 * step)


def _is_chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" or character == "〇"
