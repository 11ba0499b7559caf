from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from layoutparser import Layout, Rectangle, TextBlock
from layoutparser.models.base_layoutmodel import BaseLayoutModel

from extractor.layout.models import load_region_model, regions
from extractor.weights.cache import home, weight_path, weights_folder
from extractor.weights.catalogue import LAYOUT
from models.errors import WeightsMissing


class Halves(BaseLayoutModel):
    DEPENDENCIES = []
    DETECTOR_NAME = "halves"
    MODEL_CATALOG = {}

    def image_loader(self, image):
        return image

    def detect(self, image):
        high, wide = image.shape[:2]
        lower = TextBlock(Rectangle(0, high / 2, wide, high + 5), type="table", score=0.5)
        upper = TextBlock(Rectangle(0, 0, wide, high / 2), type="text", score=0.9)
        return Layout([lower, upper])


def test_any_model_of_layoutparser_gives_regions_of_the_page():
    upper, lower = regions(Halves(), np.zeros((100, 60, 3), np.uint8))
    assert (upper.kind, upper.confidence, upper.box.bottom) == ("text", 0.9, 0.5)
    assert (lower.kind, lower.box.bottom) == ("table", 1.0)


def test_reading_pages_does_not_import_layoutparser():
    code = (
        "import sys, extractor.layout.models, extractor.layout.captions; "
        "sys.exit('layoutparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.ocr
def test_the_published_model_finds_the_text_of_a_page():
    try:
        path = weight_path(LAYOUT, weights_folder(home()))
    except WeightsMissing:
        pytest.skip("layout_cdla.onnx was not fetched")
    page = np.full((1600, 1200, 3), 255, np.uint8)
    for top in range(200, 700, 40):
        page[top : top + 14, 150:1050:2] = 0
    assert all(0 < region.confidence <= 1 for region in regions(load_region_model(path), page))
