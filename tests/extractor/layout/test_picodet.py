from __future__ import annotations

import numpy as np
import pytest

from extractor.layout.picodet import HEIGHT, STRIDES, WIDTH, PicoDetModel


class OneTable:
    """Stands for the compiled network: it sees one table around one place."""

    runtime = "onnxruntime"
    metadata = {"character": "text\ntable"}

    def __call__(self, pixels):
        assert pixels.shape == (1, 3, HEIGHT, WIDTH)
        places = [-(-HEIGHT // s) * -(-WIDTH // s) for s in STRIDES]
        scores = [np.zeros((1, count, 2), np.float32) for count in places]
        sides = [np.zeros((1, count, 32), np.float32) for count in places]
        # Stride 32: column 9, row 12; the sides 4, 3, 2 and 1 strides away, told for certain.
        at = 12 * 19 + 9
        scores[2][0, at, 1] = scores[2][0, at + 1, 1] = 0.8
        for place in (at, at + 1):
            for side, steps in enumerate((4, 3, 2, 1)):
                sides[2][0, place, side * 8 + steps] = 50.0
        scores[2][0, at, 1] = 0.9
        return [*scores, *sides]


def test_the_networks_distances_become_a_box_and_repeats_one():
    [block] = PicoDetModel(OneTable()).detect(np.zeros((2 * HEIGHT, WIDTH, 3), np.uint8))
    assert (block.type, block.score) == ("table", pytest.approx(0.9))
    x, y = 9.5 * 32, 12.5 * 32
    expected = (x - 4 * 32, 2 * (y - 3 * 32), x + 2 * 32, 2 * (y + 32))
    assert block.coordinates == pytest.approx(expected, abs=0.1)


def test_a_page_without_anything_sure_has_no_regions():
    class Nothing(OneTable):
        def __call__(self, pixels):
            scores_and_sides = super().__call__(pixels)
            return [np.zeros_like(each) for each in scores_and_sides]

    assert list(PicoDetModel(Nothing()).detect(np.zeros((HEIGHT, WIDTH, 3), np.uint8))) == []
