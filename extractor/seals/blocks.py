"""The words of a chop with straight sides: in rows, or one to each of a name chop's fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Grey, Mask
from extractor.ocr.engine import Recognition
from extractor.seals.names import NOTHING, Reading, is_chinese
from extractor.seals.unrolling import STRIP_HEIGHT

Window = tuple[slice, slice]
"""Rows and columns of one row of words, or of one character's field."""

_DARK = 128
"""Level below which a pixel of the lifted ink belongs to a stroke."""
_FRAME = 0.5
"""Share of a line along a side of the chop that is dark where the frame runs."""
_GAP = 0.12
"""Share of the usual ink of a line below which it lies between two rows."""
_THINNEST = 0.07
"""Height of a row, as a share of the chop, under which it is a stroke of its neighbour."""
_NARROWEST = 0.04
"""What separates two rows, as a share of the chop; the strokes of one character stand closer."""
_SPARE = 0.12
"""Share of a row's height that is kept around it."""
_APART = 10
"""Pixels of white between two rows that are laid side by side."""
_OFF = 0.45
"""How far a character may stand from where it would among equally wide ones, in their width."""
_WIDEST = 1.2
"""Columns with ink that one character may have, in the height of its row."""
_SQUARE = 1.4
"""Width of a field over its height, from which it holds more than one character."""
_SIGNED = re.compile("[印章]$")
"""How a name chop ends: it tells in which order its fields are read."""


def within_frame(lifted: Grey) -> Window:
    """What the frame of the chop encloses."""
    dark = lifted < _DARK
    height, width = dark.shape
    level = dark[:, width // 8 : width - width // 8].mean(axis=1)
    upright = dark[height // 8 : height - height // 8].mean(axis=0)
    return _inner(level), _inner(upright)


def reading_orders(lifted: Grey) -> list[list[Window]]:
    """The rows of the chop from the top; of a name chop its fields, in each order they may have.

    The fields are read in columns from the right, as names are cut, or else in rows.

    Args:
        lifted: the ink of the chop, without its frame.
    """
    dark = np.asarray(lifted < _DARK)
    rows = _runs(dark.mean(axis=1))
    fields = _fields(dark) if len(rows) <= 2 else []
    if len(fields) == 4 and len(rows) == 2:
        return [fields, [fields[place] for place in (2, 0, 3, 1)]]
    return [fields or [(row, _inked(dark[row])) for row in rows]]


def line_of(view: Grey, windows: Sequence[Window]) -> tuple[Grey, list[tuple[float, float]]]:
    """The windows side by side as one strip, and where each lies on it, in fractions."""
    pieces: list[Grey] = []
    places: list[tuple[int, int]] = []
    width = 0
    for down, across in windows:
        spare = round(_SPARE * (down.stop - down.start)) + 1
        part = view[
            max(0, down.start - spare) : down.stop + spare,
            max(0, across.start - spare) : across.stop + spare,
        ]
        wide = max(1, round(part.shape[1] * STRIP_HEIGHT / part.shape[0]))
        piece = cv2.resize(part, (wide, STRIP_HEIGHT), interpolation=cv2.INTER_CUBIC)
        edge = spare * STRIP_HEIGHT / part.shape[0]
        places.append((round(width + edge), round(width + wide - edge)))
        paper = int(np.quantile(view, 0.9))
        pieces += [np.asarray(piece, np.uint8), np.full((STRIP_HEIGHT, _APART), paper, np.uint8)]
        width += wide + _APART
    return np.concatenate(pieces, axis=1), [(left / width, right / width) for left, right in places]


def words_of(
    recognition: Recognition, strip: Grey, places: Sequence[tuple[float, float]]
) -> Reading:
    """The Chinese characters of the chop; the number on an accountant's does not count.

    Args:
        recognition: what the strip of all rows says.
        strip: the rows as they were laid side by side.
        places: from where to where each row or field lies on it, in fractions.
    """
    text, marks = recognition.text, recognition.confidences
    kept = [index for index, character in enumerate(text) if is_chinese(character)]
    if len(kept) < 2 or len(marks) != len(text):
        return NOTHING
    centres = recognition.centres
    complete = len(centres) == len(text) and all(
        _filled([at for at in centres if left <= at <= right], strip, left, right)
        for left, right in places
    )
    sure = [marks[index] for index in kept]
    name = "".join(text[index] for index in kept)
    return Reading(name, float(np.mean(sure)), float(min(sure)), complete)


def ends_as_names_do(reading: Reading) -> bool:
    """Whether the last character says that this is somebody's seal."""
    return _SIGNED.search(reading.text) is not None


def _filled(centres: Sequence[float], strip: Grey, left: float, right: float) -> bool:
    """Whether these characters fill the place from end to end, and its ink is all theirs."""
    if not centres:
        return False
    height, columns = strip.shape
    part = strip[:, round(left * columns) : round(right * columns)]
    if (part < _DARK).any(axis=0).sum() > _WIDEST * height * len(centres):
        return False
    width = (right - left) / len(centres)
    return all(
        abs(at - (left + (place + 0.5) * width)) < _OFF * width for place, at in enumerate(centres)
    )


def _inner(shares: NDArray[np.float64]) -> slice:
    """From behind the last line of the frame on one side to before the first on the other."""
    size = len(shares)
    reach = max(1, round(0.2 * size))
    first = np.flatnonzero(shares[:reach] > _FRAME)
    last = np.flatnonzero(shares[-reach:] > _FRAME)
    start = int(first[-1]) + 2 if len(first) else 0
    stop = size - reach + int(last[0]) - 1 if len(last) else size
    return slice(start, stop)


def _fields(dark: Mask) -> list[Window]:
    """The three or four characters of a name chop, in columns from the right; else none."""
    columns = _runs(dark.mean(axis=0))
    if len(columns) != 2:
        return []
    fields = [
        (row, column) for column in reversed(columns) for row in _runs(dark[:, column].mean(axis=1))
    ]
    wide = [(across.stop - across.start) / (down.stop - down.start) for down, across in fields]
    return fields if len(fields) in (3, 4) and max(wide) <= _SQUARE else []


def _runs(profile: NDArray[np.float64]) -> list[slice]:
    """Where the ink of one row after the other lies."""
    size = len(profile)
    if size < 8 or not profile.any():
        return []
    smooth = np.convolve(profile, np.ones(3) / 3, "same")
    on = smooth > _GAP * float(np.quantile(smooth, 0.9))
    edges = np.flatnonzero(np.diff(np.concatenate([[0], on.astype(np.int8), [0]])))
    runs: list[slice] = []
    for start, stop in edges.reshape(-1, 2).tolist():
        if runs and start - runs[-1].stop < _NARROWEST * size:
            start = runs.pop().start
        runs.append(slice(start, stop))
    while len(runs) > 1:
        thin = [place for place, run in enumerate(runs) if run.stop - run.start < _THINNEST * size]
        if not thin:
            break
        gaps = [after.start - before.stop for before, after in pairwise(runs)]
        place = thin[0]
        # To the nearer neighbour.
        with_next = place == 0 or (place < len(gaps) and gaps[place] < gaps[place - 1])
        first = place if with_next else place - 1
        runs[first : first + 2] = [slice(runs[first].start, runs[first + 1].stop)]
    return runs


def _inked(row: Mask) -> slice:
    """From the first to the last column with ink."""
    columns = np.flatnonzero(row.any(axis=0))
    return slice(int(columns[0]), int(columns[-1]) + 1) if len(columns) else slice(0, row.shape[1])
