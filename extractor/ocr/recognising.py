"""The text recogniser: reads strips of one line in batches of about one width."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Pixels
from extractor.inference import Model
from extractor.ocr.decoding import decode
from extractor.ocr.engine import Recognition
from extractor.ocr.strips import LINE_HEIGHT

WIDTH_STEP = 32
"""Pixels: lines are padded to a multiple of this, so that many share one shape and a batch."""

NARROWEST_LINE = 2 * WIDTH_STEP
"""Pixels. PaddleOCR pads every line to 320: that reads no better (1,023 of the same 1,124, 1,434 of
the 1,500) and takes half as long again on a table of short cells."""

BATCH_LINES = 4
"""Lines of one width that are read together; what is left over is read alone, because the runtime
keeps memory for every shape that it has met. More in a batch is no faster on one core."""

WIDEST_OF_BATCH = 320
"""Pixels: wider lines keep a core busy alone, and the scores of four of them, for 18,710 classes,
would take as much memory as everything else."""


class Recogniser:
    """PP-OCRv6's recogniser around a loaded model."""

    def __init__(self, model: Model) -> None:
        """The characters it knows are written in the model file."""
        self._model = model
        # PaddleOCR's order: the blank, the list, the space.
        self._characters = ("", *model.metadata["character"].split("\n"), " ")

    def read(self, strips: Sequence[Pixels]) -> list[Recognition]:
        """What each strip says, in the same order."""
        read = [Recognition("", 0.0)] * len(strips)
        for batch in _batches([_padded(each) for each in strips]):
            found = self._read_batch([strips[index] for index in batch])
            for index, each in zip(batch, found, strict=True):
                read[index] = each
        return read

    def _read_batch(self, strips: Sequence[Pixels]) -> list[Recognition]:
        """What strips of about one width say."""
        width: int = max(_padded(each) for each in strips)
        batch: NDArray[np.float32] = np.zeros((len(strips), 3, LINE_HEIGHT, width), np.float32)
        for row, each in zip(batch, strips, strict=True):
            row[:, :, : each.shape[1]] = each.transpose(2, 0, 1) / np.float32(127.5) - 1
        [scores] = self._model(batch)
        classes, marks = scores.argmax(axis=-1), scores.max(axis=-1)
        return [
            decode(classes[row], marks[row], self._characters, each.shape[1] / width)
            for row, each in enumerate(strips)
        ]


def _padded(picture: Pixels) -> int:
    """The width at which a strip is read."""
    return max(NARROWEST_LINE, -(-int(picture.shape[1]) // WIDTH_STEP) * WIDTH_STEP)


def _batches(widths: Sequence[int]) -> list[list[int]]:
    """The places of the widths in groups that are read together: four of one width, or one."""
    of_width: dict[int, list[int]] = {}
    for index, width in enumerate(widths):
        of_width.setdefault(width, []).append(index)
    batches = []
    for width, indexes in of_width.items():
        size = BATCH_LINES if width <= WIDEST_OF_BATCH else 1
        whole = len(indexes) // size * size
        batches += [indexes[at : at + size] for at in range(0, whole, size)]
        batches += [[index] for index in indexes[whole:]]
    return batches
