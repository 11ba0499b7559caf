"""The name in what the recogniser made of an unrolled ring."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Grey
from extractor.ocr.engine import Recognition

_FEWEST = 4
"""A ring with fewer Chinese characters is not a name but a scrap."""

_ENDING = re.compile(r"(?:公司|事务所|局|厅|委员会|政府|中心|院|大学|合伙\)|章|厂|部)$")
"""How the names on seals end."""


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


def name_of(recognition: Recognition, strip: Grey, beside: float = 0.0) -> Reading:
    """The Chinese characters of a strip, with the brackets between them.

    Args:
        recognition: what the strip says.
        strip: the ring as it was laid out, freed of print where that was possible.
        beside: the part of the strip at either end that was not read, as a fraction of it.
    """
    text = recognition.text
    marks = recognition.confidences
    if len(marks) != len(text):
        marks = (recognition.confidence,) * len(text)
    kept = [
        index
        for index, character in enumerate(text)
        if is_chinese(character) or unicodedata.normalize("NFKC", character) in ("(", ")")
    ]
    name = unicodedata.normalize("NFKC", "".join(text[index] for index in kept))
    if sum(map(is_chinese, name)) < _FEWEST:
        return NOTHING
    sure = [marks[index] for index in kept]
    complete = False
    if len(recognition.centres) == len(text):
        centres = np.array([recognition.centres[index] for index in kept])
        centres = beside + centres * (1 - 2 * beside)
        complete = _evenly_spread(centres) and _nothing_beside(centres, strip)
    complete = complete and name.count("(") == name.count(")")
    return Reading(name, float(np.mean(sure)), float(min(sure)), complete)


def goes_on_after_its_name(longer: str, name: str) -> bool:
    """Whether the longer reading is this name with characters behind it that end none."""
    whole = longer.startswith(name) and _ENDING.search(name) is not None
    return whole and _ENDING.search(longer) is None


def _evenly_spread(centres: NDArray[np.float64]) -> bool:
    """Whether no step from one character to the next is much wider than the others."""
    steps = np.diff(centres)
    return bool(steps.max() < 1.6 * float(np.median(steps)))


def _nothing_beside(centres: NDArray[np.float64], strip: Grey) -> bool:
    """Whether the places before the first and after the last character are empty.

    What is left of lifted print, and the number at the foot of a seal, are paler or lower than the
    name; a character that was not read is as dark as the others.
    """
    step = float(np.median(np.diff(centres)))
    darkness = 255.0 - strip.mean(axis=0)
    # The rim, where the band touches it, and the grain of the paper are in every column.
    darkness -= float(np.quantile(darkness, 0.1))
    columns = len(darkness)

    def ink(centre: float) -> float | None:
        left, right = centre - 0.4 * step, centre + 0.4 * step
        if left < -0.25 * step or right > 1 + 0.25 * step:
            return None
        part = darkness[max(0, round(left * columns)) : round(right * columns)]
        return float(part.mean()) if len(part) else None

    own = [amount for amount in map(ink, centres) if amount is not None]
    beside = [ink(float(centres[0]) - step), ink(float(centres[-1]) + step)]
    limit = 0.5 * float(np.median(own)) if own else 0.0
    return all(amount is None or amount < limit for amount in beside)


def is_chinese(character: str) -> bool:
    """Whether names are written with it."""
    return "\u4e00" <= character <= "\u9fff" or character == "〇"
