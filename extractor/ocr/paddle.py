"""PaddleOCR as the engine: boxes, their pictures, what they say, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from extractor.imaging.pixels import Pixels, Ruling
from extractor.inference import compile_model
from extractor.ocr.boxes import Place, Quad, cut_at_rulings, cut_out, reading_order
from extractor.ocr.columns import split_columns
from extractor.ocr.detecting import Detector
from extractor.ocr.engine import FRAMEWORKS, Recognition
from extractor.ocr.framework import FrameworkDetector, FrameworkRecogniser
from extractor.ocr.recognising import Recogniser
from extractor.ocr.slanted import without_slanted
from extractor.ocr.strips import is_tall, strip, tall_strips
from extractor.weights import weight_path
from extractor.weights.catalogue import TEXT_DETECTION, TEXT_RECOGNITION
from models.document import TextLine


class Finder(Protocol):
    """Finds the boxes of text lines on a page."""

    def find(self, pixels: Pixels) -> list[Quad]:
        """The boxes, in any order."""


class StripReader(Protocol):
    """Reads pictures of one line, 48 pixels high."""

    def read(self, strips: Sequence[Pixels]) -> list[Recognition]:
        """What each strip says, in the same order."""


class PaddleEngine:
    """A detector and a recogniser of PaddleOCR."""

    def __init__(self, name: str, detector: Finder, recogniser: StripReader) -> None:
        """``name`` is the engine's name in the report."""
        self.name = name
        self._detector = detector
        self._recogniser = recogniser

    @classmethod
    def of(cls, name: str, weights: Path, threads: int) -> PaddleEngine:
        """The engine of a name with the models of a folder; raises as ``load_engine`` does."""
        if name in FRAMEWORKS:
            return cls(
                f"PaddleOCR ({name})",
                FrameworkDetector(name, weights),
                FrameworkRecogniser(name, weights),
            )
        detection = weight_path(TEXT_DETECTION, weights)
        recognition = weight_path(TEXT_RECOGNITION, weights)
        recogniser = compile_model(recognition, threads, name)
        return cls(
            f"PP-OCRv6 small ({recogniser.runtime})",
            Detector(compile_model(detection, threads, name, few_shapes=True)),
            Recogniser(recogniser),
        )

    def read(self, pixels: Pixels, rulings: Sequence[Ruling] = ()) -> tuple[TextLine, ...]:
        """The lines of a page in reading order, cut where a vertical ruling runs through them."""
        height, width = pixels.shape[:2]
        quads = without_slanted(self._detector.find(pixels))
        quads = cut_at_rulings(quads, rulings, pixels)
        quads = split_columns(quads, rulings, pixels)
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
        strips: list[Pixels] = []
        of_crop: list[int] = []
        for index, crop in enumerate(crops):
            ways = () if not crop.size else tall_strips(crop) if is_tall(crop) else (strip(crop),)
            strips += ways
            of_crop += [index] * len(ways)
        best = [Recognition("", 0.0)] * len(crops)
        for index, read in zip(of_crop, self._recogniser.read(strips), strict=True):
            if is_tall(crops[index]):
                read = replace(read, centres=(0.5,) * len(read.text))
            best[index] = max(best[index], read, key=lambda each: each.confidence)
        return tuple(best)
