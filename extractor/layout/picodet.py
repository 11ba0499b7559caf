"""PP-Structure's layout detector (PicoDet trained on CDLA) as a model of layoutparser.

Importing this module imports layoutparser, which takes a while: ``models.load_region_model`` does
it when a model is asked for.

Input: 1 × 3 × 800 × 608, BGR, normalised with ImageNet's mean and deviation. Outputs: for each of
four strides the class scores (1 × places × classes), then for each stride the distances to the
four sides (1 × places × 4 · 8 bins, a distribution over 0…7 strides, as in Generalized Focal Loss).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import cv2
import numpy as np
from layoutparser import Layout, Rectangle, TextBlock
from layoutparser.models.base_layoutmodel import BaseLayoutModel
from numpy.typing import NDArray

from extractor.imaging.pixels import Pixels
from extractor.inference.model import Model

HEIGHT, WIDTH = 800, 608
STRIDES = (8, 16, 32, 64)
LEAST_SCORE = 0.4
"""Score from which a region counts, as its makers set it."""
MOST_SHARED = 0.5
"""Two regions of a class that share more of their area are one."""

_MEAN = np.array([0.485, 0.456, 0.406], np.float32)
_DEVIATION = np.array([0.229, 0.224, 0.225], np.float32)

Boxes = NDArray[np.float32]
"""Rows of left, top, right, bottom, in pixels of the model's input."""


class PicoDetModel(BaseLayoutModel):  # type: ignore[misc]
    """Finds text, titles, figures, tables, headers … on a page."""

    DEPENDENCIES: ClassVar[list[str]] = []
    DETECTOR_NAME = "picodet"
    MODEL_CATALOG: ClassVar[dict[str, dict[str, str]]] = {}

    def __init__(self, model: Model) -> None:
        """``model``: the compiled ``layout_cdla.onnx``; its metadata names the classes."""
        self._model = model
        self._classes = model.metadata["character"].split("\n")

    def detect(self, image: Pixels) -> Layout:
        """The regions of the page, in its pixels, surest first."""
        outputs = self._model(self.image_loader(image))
        scores = np.concatenate([each[0] for each in outputs[: len(STRIDES)]])
        boxes = np.concatenate(
            [
                _boxes(distances[0], stride)
                for distances, stride in zip(outputs[len(STRIDES) :], STRIDES, strict=True)
            ]
        )
        high, wide = image.shape[:2]
        boxes *= np.array([wide / WIDTH, high / HEIGHT] * 2, np.float32)
        blocks = [
            TextBlock(
                Rectangle(*(float(side) for side in boxes[at])),
                type=name,
                score=float(scores[at, number]),
            )
            for number, name in enumerate(self._classes)
            for at in _kept(boxes, scores[:, number])
        ]
        return Layout(sorted(blocks, key=lambda block: -block.score))

    def image_loader(self, image: Pixels) -> NDArray[np.float32]:
        """The page as the model wants it."""
        small = cv2.resize(image, (WIDTH, HEIGHT)).astype(np.float32) / 255
        normal = (small - _MEAN) / _DEVIATION
        return np.ascontiguousarray(normal.transpose(2, 0, 1)[None], np.float32)


def _boxes(distances: NDArray[np.float32], stride: int) -> Boxes:
    """The boxes of one stride: each place's middle moved by the expected distances."""
    bins = distances.reshape(len(distances), 4, -1)
    weights = np.exp(bins - bins.max(axis=2, keepdims=True))
    steps = np.arange(bins.shape[2], dtype=np.float32)
    sides = (weights * steps).sum(axis=2) / weights.sum(axis=2) * stride
    high, wide = -(-HEIGHT // stride), -(-WIDTH // stride)
    xs, ys = np.meshgrid(np.arange(wide), np.arange(high))
    middles = np.stack([xs.ravel(), ys.ravel()], axis=1) * stride + stride / 2
    return np.hstack([middles - sides[:, :2], middles + sides[:, 2:]]).astype(np.float32)


def _kept(boxes: Boxes, scores: NDArray[np.float32]) -> Sequence[int]:
    """The places of one class that count, without those that repeat a surer one."""
    corners = np.hstack([boxes[:, :2], boxes[:, 2:] - boxes[:, :2]])
    kept = cv2.dnn.NMSBoxes(corners.tolist(), scores.tolist(), LEAST_SCORE, MOST_SHARED)
    return [int(at) for at in np.asarray(kept).ravel()]
