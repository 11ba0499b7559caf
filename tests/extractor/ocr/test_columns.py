"""Columns of characters: a text set downwards, or the first characters of spaced captions."""

import numpy as np
import pytest

from extractor.imaging.pixels import Ruling
from extractor.ocr.columns import split_columns

WIDTH, HEIGHT = 400, 400
COLUMN = np.array([[46, 46], [84, 46], [84, 204], [46, 204]], np.float32)


def page(gap):
    """Three black squares of 30 pixels below one another, from 50, ``gap`` pixels apart."""
    pixels = np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    for row in range(3):
        top = 50 + row * (30 + gap)
        pixels[top : top + 30, 50:80] = 0
    return pixels


def column(gap):
    quad = COLUMN.copy()
    quad[2:, 1] = 50 + 3 * 30 + 2 * gap + 4
    return quad


def spans(quads):
    return [(float(quad[:, 1].min()), float(quad[:, 1].max())) for quad in quads]


def test_the_first_characters_of_spaced_captions_become_boxes_of_their_own():
    boxes = spans(split_columns([column(24)], (), page(24)))
    assert len(boxes) == 3
    for (top, bottom), printed in zip(boxes, (50, 104, 158), strict=True):
        assert printed - 12 < top <= printed
        assert printed + 30 <= bottom < printed + 42


def test_a_text_set_downwards_stays_one():
    assert spans(split_columns([column(8)], (), page(8))) == spans([column(8)])


def test_a_loose_column_in_a_cell_stays_one():
    side = Ruling(start=(0.3, 0.1), end=(0.3, 0.6))
    assert len(split_columns([column(24)], (side,), page(24))) == 1


@pytest.mark.parametrize(
    "elsewhere",
    [
        Ruling(start=(0.9, 0.1), end=(0.9, 0.6)),
        Ruling(start=(0.3, 0.6), end=(0.3, 0.9)),
        Ruling(start=(0.1, 0.1), end=(0.9, 0.1)),
    ],
    ids=["far away", "below", "across"],
)
def test_a_ruling_elsewhere_makes_no_cell(elsewhere):
    assert len(split_columns([column(24)], (elsewhere,), page(24))) == 3


def test_lines_are_left_alone():
    line = np.array([[46, 46], [300, 46], [300, 84], [46, 84]], np.float32)
    assert spans(split_columns([line], (), page(24))) == spans([line])
