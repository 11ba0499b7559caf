"""PaddleOCR's PP-OCRv6 small models as the engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Pixels, Ruling
from extractor.inference import Model, compile_model
from extractor.ocr.boxes import Place, cut_at_rulings, cut_out, reading_order
from extractor.ocr.decoding import decode
from extractor.ocr.engine import Recognition
from extractor.ocr.predictors import Detector
from extractor.weights import weight_path
from extractor.weights.catalogue import TEXT_DETECTION, TEXT_RECOGNITION
from models.document import TextLine

LINE_HEIGHT = 48
"""Pixels: the height the recogniser was trained on."""

NARROWING = 0.8
"""Lines are squeezed to this part of their width. The recogniser was trained on squeezed lines and
its time goes by width: at 0.8 it read 1,020 of 1,124 lines of photographed licences and 1,433 of
1,500 made ones (1,021 and 1,432 unsqueezed), at 0.7 1,021 and 1,428."""

LONGEST_LINE = 3200
"""Pixels: PaddleOCR squeezes what is longer."""

WIDTH_STEP = 32
"""Pixels: lines are padded to a multiple of this, so that many share one shape and a batch."""

NARROWEST_LINE = 2 * WIDTH_STEP
"""Pixels. PaddleOCR pads every line to 320: that reads no better (1,023 of the same 1,124, 1,434 of
the 1,500) and takes half as long again on a table of short cells."""

BATCH_LINES = 6
BATCH_WIDTH = 1920
"""Pixels of line in one batch. A wider batch reads no faster on one core, and the scores of its
18,710 classes would take hundreds of megabytes."""

TALL = 1.5
"""Height over width from which a box holds text that runs down the page."""


class PaddleEngine:
    """Detector and recogniser of PP-OCRv6 small, run by OpenVINO or ONNX Runtime."""

    def __init__(self, detector: Model, recogniser: Model) -> None:
        """The engine with two loaded models."""
        self._detect = Detector(detector)
        self._recogniser = recogniser
        self._characters = ("", *recogniser.metadata["character"].split("\n"), " ")
        self.name = f"PP-OCRv6 small ({recogniser.runtime})"

    @classmethod
    def of(cls, runtime: str, weights: Path, threads: int) -> PaddleEngine:
        """The engine with the models of a folder."""
        return cls(
            compile_model(weight_path(TEXT_DETECTION, weights), threads, runtime),
            compile_model(weight_path(TEXT_RECOGNITION, weights), threads, runtime),
        )

    def read(self, pixels: Pixels, rulings: Sequence[Ruling] = ()) -> tuple[TextLine, ...]:
        """The lines of a page in reading order, cut where a vertical ruling runs through them."""
        height, width = pixels.shape[:2]
        quads = cut_at_rulings(self._detect(pixels, 1280), rulings, width, height)
        places = [Place(quad, width, height) for quad in quads]
        read = self.recognise([cut_out(pixels, place.quad) for place in places])
        lines = [
            TextLine(
                text=each.text,
                box=place.box,
                confidence=each.confidence,
                centres=place.across(each.centres),
                confidences=each.confidences,
            )
            for place, each in zip(places, read, strict=True)
            if each.text
        ]
        return tuple(lines[index] for index in reading_order([line.box for line in lines]))

    def recognise(self, crops: Sequence[Pixels]) -> tuple[Recognition, ...]:
        """What each picture of one line says, in the same order; an empty picture says nothing."""
        read = [Recognition("", 0.0)] * len(crops)
        strips = {index: _strip(crop) for index, crop in enumerate(crops) if crop.size}
        for batch in _batches({index: _padded(strip) for index, strip in strips.items()}):
            for index, each in zip(
                batch, self._recognise([strips[index] for index in batch]), strict=True
            ):
                read[index] = each
        return tuple(read)

    def _recognise(self, strips: Sequence[Pixels]) -> list[Recognition]:
        """What strips of about one width say."""
        width = max(_padded(strip) for strip in strips)
        batch: NDArray[np.float32] = np.zeros((len(strips), 3, LINE_HEIGHT, width), np.float32)
        for row, strip in zip(batch, strips, strict=True):
            row[:, :, : strip.shape[1]] = strip.transpose(2, 0, 1) / np.float32(127.5) - 1
        [scores] = self._recogniser(batch)
        classes, marks = scores.argmax(axis=-1), scores.max(axis=-1)
        return [
            decode(classes[row], marks[row], self._characters, strip.shape[1] / width)
            for row, strip in enumerate(strips)
        ]


def _padded(strip: Pixels) -> int:
    """The width at which a strip is read."""
    return max(NARROWEST_LINE, -(-strip.shape[1] // WIDTH_STEP) * WIDTH_STEP)


def _batches(widths: Mapping[int, int]) -> list[list[int]]:
    """The keys in groups of one width, none with more pixels than a batch may hold."""
    batches: list[list[int]] = []
    for index in sorted(widths, key=widths.__getitem__):
        width = widths[index]
        last = batches[-1] if batches else []
        fits = len(last) < BATCH_LINES and (len(last) + 1) * width <= BATCH_WIDTH
        if last and widths[last[0]] == width and fits:
            last.append(index)
        else:
            batches.append([index])
    return batches


def _strip(crop: Pixels) -> Pixels:
    """The picture at the height the recogniser wants, lying where it stands upright."""
    height, width = int(crop.shape[0]), int(crop.shape[1])
    if height >= TALL * width:
        crop = np.ascontiguousarray(np.rot90(crop))
        height, width = width, height
    wide = min(LONGEST_LINE, max(1, round(NARROWING * LINE_HEIGHT * width / height)))
    return np.asarray(cv2.resize(crop, (wide, LINE_HEIGHT)), dtype=np.uint8)
