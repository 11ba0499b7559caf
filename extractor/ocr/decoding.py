"""From a recogniser's output to characters: greedy CTC, with a place and a confidence for each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from extractor.ocr.engine import Recognition

BLANK = 0
"""The class that means no character."""


def decode(
    classes: NDArray[np.integer],
    probabilities: NDArray[np.floating],
    characters: Sequence[str],
    filled: float,
) -> Recognition:
    """The line that the best class of each time step spells.

    Args:
        classes: the best class of each time step, from left to right.
        probabilities: its probability, 0…1.
        characters: what each class stands for; the blank's is ignored.
        filled: the part of the time steps, from the left, that the line's picture covers; the rest
            is padding.
    """
    if not len(classes):
        return Recognition("", 0.0)
    fresh = np.ones(len(classes), dtype=bool)
    fresh[1:] = classes[1:] != classes[:-1]
    starts = np.flatnonzero(fresh)
    ends = np.append(starts[1:], len(classes))
    spans = [
        (start, end)
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
        if classes[start] != BLANK
    ]
    text = [characters[int(classes[start])] for start, _ in spans]
    first, last = _without_outer_spaces(text)
    spans, text = spans[first:last], text[first:last]
    if not text:
        return Recognition("", 0.0)
    steps = len(classes) * filled
    centres = [min(1.0, (start + end) / 2 / steps) for start, end in spans]
    # The first step of a run is where the character fires; PaddleOCR takes the same one.
    marks = [float(probabilities[start]) for start, _ in spans]
    return Recognition(
        text="".join(text),
        confidence=sum(marks) / len(marks),
        confidences=tuple(marks),
        centres=tuple(centres),
    )


def _without_outer_spaces(text: Sequence[str]) -> tuple[int, int]:
    """Where the text begins and ends when spaces around it are left off."""
    printed = [index for index, each in enumerate(text) if each.strip()]
    return (printed[0], printed[-1] + 1) if printed else (0, 0)
