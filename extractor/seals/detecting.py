"""The trained detector of curved seal text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from extractor.imaging.pixels import Pixels
from extractor.inference.model import compile_model

Likelihood = NDArray[np.float32]
"""Height × width, 0…1: how likely each pixel belongs to the middle of a line of seal text."""

RingDetector = Callable[[Pixels], Likelihood]
"""From a picture of one seal to the map of its text, in the picture's size."""

_SIDE = 576
"""Longest side the detector is given, for a picture cut close round the seal. At 448 it takes half
as long, and does not see a short name whose characters stand far apart."""
_STRIDE = 32
_MEAN = np.array([0.485, 0.456, 0.406], dtype=np.float32)
_DEVIATION = np.array([0.229, 0.224, 0.225], dtype=np.float32)


def load_ring_detector(path: Path, threads: int = 1, runtime: str = "auto") -> RingDetector:
    """The PP-OCRv4 seal text detector.

    Raises:
        EngineError: the file can't be loaded.
    """
    model = compile_model(path, threads, runtime)

    def detect(pixels: Pixels) -> Likelihood:
        height, width = pixels.shape[:2]
        scale = _SIDE / max(height, width)
        fitted = (max(1, round(width * scale)), max(1, round(height * scale)))
        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        resized = cv2.resize(pixels, fitted, interpolation=way)
        below, beside = -fitted[1] % _STRIDE, -fitted[0] % _STRIDE
        padded = cv2.copyMakeBorder(resized, 0, below, 0, beside, cv2.BORDER_REPLICATE)
        # Blue first with the means of red first, as PaddleOCR feeds it: the order matters.
        scaled = (padded.astype(np.float32) / 255 - _MEAN) / _DEVIATION
        tensor = np.ascontiguousarray(scaled.transpose(2, 0, 1)[None], dtype=np.float32)
        likelihood = model(tensor)[0][0, 0, : fitted[1], : fitted[0]]
        return np.asarray(cv2.resize(likelihood, (width, height)), dtype=np.float32)

    return detect
