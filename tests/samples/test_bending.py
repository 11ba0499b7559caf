from random import Random

import numpy as np
import pytest

from samples.bending import Bend, bent, photographed, skewed
from samples.case import Sheet
from samples.printing import Mark, Paper

SIZE = (620, 877)


def _paper() -> tuple[Paper, list[tuple[int, int, int]]]:
    """A white page with coloured patches and a mark around each."""
    pixels = np.full((SIZE[1], SIZE[0], 3), 255, np.uint8)
    colours, marks = [], []
    for place, (x, y) in enumerate([(60, 80), (480, 90), (300, 420), (70, 780), (500, 760)]):
        colour = (40 * place, 0, 200 - 40 * place)
        pixels[y : y + 18, x : x + 70] = colour
        box = (x / SIZE[0], y / SIZE[1], (x + 70) / SIZE[0], (y + 18) / SIZE[1])
        colours.append(colour)
        marks.append(Mark(str(place), box))
    return Paper(Sheet("blank"), 1, pixels, tuple(marks), ()), colours


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("kind", ["skew", "photograph"])
def test_a_mark_stays_around_its_print_however_the_page_is_bent(kind: str, seed: int) -> None:
    paper, colours = _paper()
    random = Random(seed)
    bend: Bend = skewed(random, SIZE, 2) if kind == "skew" else photographed(random, SIZE)
    moved = bent(paper, bend, (255, 255, 255))
    for colour, mark in zip(colours, moved.marks, strict=True):
        ys, xs = np.nonzero((np.abs(moved.pixels.astype(int) - colour) < 6).all(axis=2))
        assert xs.min() / SIZE[0] >= mark.box[0] - 0.003
        assert xs.max() / SIZE[0] <= mark.box[2] + 0.003
        assert ys.min() / SIZE[1] >= mark.box[1] - 0.003
        assert ys.max() / SIZE[1] <= mark.box[3] + 0.003
        assert mark.box[2] - mark.box[0] < 90 / SIZE[0]
