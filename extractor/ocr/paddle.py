"""PaddleOCR's PP-OCRv6 small models as the engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from extractor.imaging.pixels import Pixels, Ruling
from extractor.inference import Model, compile_model
from extractor.ocr.boxes import Place, cut_at_rulings, cut_out, reading_order
from extractor.ocr.detecting import Detector
from extractor.ocr.engine import Recognition
from extractor.ocr.recognising import Recogniser
from extractor.ocr.strips import is_tall, strip, tall_strips
from extractor.weights import weight_path
from extractor.weights.catalogue import TEXT_DETECTION, TEXT_RECOGNITION
from models.document import TextLine


class PaddleEngine:
    """Detector and recogniser of PP-OCRv6 small, run by OpenVINO or ONNX Runtime."""

    def __init__(self, detector: Model, recogniser: Model) -> None:
        """The engine with two loaded models."""
        self._detector = Detector(detector)
        self._recogniser = Recogniser(recogniser)
        self.name = f"PP-OCRv6 small ({recogniser.runtime})"

    @classmethod
    def of(cls, runtime: str, weights: Path, threads: int) -> PaddleEngine:
        """The engine with the models of a folder."""
        return cls(
            compile_model(weight_path(TEXT_DETECTION, weights), threads, runtime, few_shapes=True),
            compile_model(weight_path(TEXT_RECOGNITION, weights), threads, runtime),
        )

    def read(self, pixels: Pixels, rulings: Sequence[Ruling] = ()) -> tuple[TextLine, ...]:
        """The lines of a page in reading order, cut where a vertical ruling runs through them."""
        height, width = pixels.shape[:2]
        quads = cut_at_rulings(self._detector.find(pixels), rulings, pixels)
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
