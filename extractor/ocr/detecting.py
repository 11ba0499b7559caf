"""PaddleOCR's text detector, fed by a model that we run ourselves, at a scale that suits the print.

PaddleX builds a predictor out of the pre-processing, a runner and the post-processing that the
model's ``inference.yml`` names. The runner is ours (OpenVINO or ONNX Runtime), so that neither
paddlepaddle nor a download is needed; the rest is PaddleOCR's.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Pixels
from extractor.inference import Model
from extractor.ocr.boxes import Quad

# What ``inference.yml`` says in PaddleOCR's own release of the model, with room for more boxes.
_DETECTION: dict[str, Any] = {
    "Global": {"model_name": "PP-OCRv6_small_det"},
    "PreProcess": {
        "transform_ops": [
            {"DecodeImage": {"channel_first": False, "img_mode": "BGR"}},
            {"DetResizeForTest": {"resize_long": 960}},
            {
                "NormalizeImage": {
                    "mean": [0.485, 0.456, 0.406],
                    "std": [0.229, 0.224, 0.225],
                    "scale": "1./255.",
                    "order": "hwc",
                }
            },
            {"ToCHWImage": None},
        ]
    },
    "PostProcess": {
        "name": "DBPostProcess",
        "thresh": 0.3,
        # 0.6 there; on photographed licences 0.5 finds 917 of 1,124 lines instead of 911.
        "box_thresh": 0.5,
        "max_candidates": 3000,
        "unclip_ratio": 1.5,
    },
}


SIDES = (960, 1440, 1920)
"""Pixels of the page's longer side as the detector may see it: few, because it is prepared for
each. The first is enough for A4 set in 10.5 pt."""

SHORTER_SIDES = (0.4, 8 / 15, 11 / 15, 13 / 15, 1.0)
"""The page's shorter side, as a part of the longer, as the detector may see it; pages are padded to
the next. A4 with a little room for its skew is the third: straightened pages all have sizes of
their own, and preparing the detector takes as long as running it. Of every side a multiple of 32."""

PAPER = (255, 255, 255)
"""What pages are padded with."""

LARGEST_ENLARGEMENT = 2
"""A small picture is not enlarged more than this: what can't be made out doesn't get clearer."""

ENLARGED_AGAIN = 1.25
"""… and than this for the sake of small print."""

SMALL_PRINT = 20
"""Percent: the print is as small as the box under which this part of the boxes lie, so that a
large heading or a stray dot doesn't decide."""

LOST_UNDER = 12
FOUND_FROM = 14
"""Pixels of box height as the detector sees it. Under 12 it loses lone digits in the cells of a
table; from 14 it finds them."""


class Detector:
    """Finds the boxes of text lines."""

    def __init__(self, model: Model) -> None:
        """A PaddleOCR detector around the model."""
        predictor = _paddlex("text_detection").TextDetRunnerPredictor
        self._predictor = predictor(
            model_name="PP-OCRv6_small_det", model_config=_DETECTION, runner=_Runner(model)
        )

    def find(self, pixels: Pixels) -> list[Quad]:
        """The boxes on the page, looked for at a scale that suits its print."""
        longer = int(max(pixels.shape[:2]))
        first = min(SIDES[0], LARGEST_ENLARGEMENT * longer)
        quads = self.find_at(pixels, first)
        wanted = _side_for(small_print(quads) / longer)
        fitting = [each for each in SIDES if each <= min(wanted, ENLARGED_AGAIN * longer)]
        side = max(fitting, default=first)
        return self.find_at(pixels, side) if side > first else quads

    def find_at(self, pixels: Pixels, side: int) -> list[Quad]:
        """The boxes on the page, looked at with its longer side scaled to ``side`` pixels."""
        height, width = pixels.shape[:2]
        padded = _padded(pixels)
        [found] = self._predictor.predict(padded, limit_side_len=side, limit_type="resize_long")
        quads = (np.asarray(quad, np.float32) for quad in found["dt_polys"])
        # Nothing is printed in the padding; a box may reach into it with its margin.
        return [np.minimum(quad, np.array([width, height], np.float32)) for quad in quads]


def _padded(pixels: Pixels) -> Pixels:
    """The page with paper below or on its right, so that its sides are to each other as one of few."""
    height, width = pixels.shape[:2]
    longer = max(height, width)
    wanted = next(
        round(part * longer) for part in SHORTER_SIDES if part * longer >= min(height, width)
    )
    below, beside = max(0, wanted - height), max(0, wanted - width)
    return np.asarray(
        cv2.copyMakeBorder(pixels, 0, below, 0, beside, cv2.BORDER_CONSTANT, value=PAPER), np.uint8
    )


def _side_for(print_height: float) -> int:
    """The side at which print of that height, as a part of the page's longer side, is found."""
    if print_height == 0:
        return SIDES[1]
    if print_height * SIDES[0] >= LOST_UNDER:
        return SIDES[0]
    return next((side for side in SIDES if print_height * side >= FOUND_FROM), SIDES[-1])


def small_print(quads: Sequence[Quad]) -> float:
    """The height of the smaller boxes in pixels of the page; 0 where there is none."""
    if not quads:
        return 0.0
    return float(np.percentile([np.linalg.norm(quad[3] - quad[0]) for quad in quads], SMALL_PRINT))


class _Runner:
    """Our model where PaddleX expects its runner."""

    def __init__(self, model: Model) -> None:
        self._model = model

    def __call__(self, x: Sequence[NDArray[np.float32]]) -> list[NDArray[np.float32]]:
        return self._model(*x)


def _paddlex(task: str) -> Any:
    """PaddleX's module of a task, imported without asking any model host whether it is there."""
    os.environ.setdefault("PADDLE_PDX_DISABLE_MODEL_SOURCE_CHECK", "True")
    import importlib

    return importlib.import_module(f"paddlex.inference.models.{task}.predictor")
