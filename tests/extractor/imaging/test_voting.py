from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pytest

from extractor.imaging.pixels import Pixels
from extractor.imaging.turning import turn_back
from extractor.imaging.voting import vote_by_reading


@dataclass(frozen=True)
class Read:
    text: str
    confidence: float


def read_where_strokes_hang(pictures: Sequence[Pixels]) -> list[Read]:
    """A recogniser of one script: a bar with teeth below is ten letters, anything else nothing."""
    readings = []
    for picture in pictures:
        dark = picture[:, :, 0] < 128
        rows = np.flatnonzero(dark.any(axis=1))
        high = len(rows)
        upper = dark[rows[0] : rows[0] + high // 3].sum()
        lower = dark[rows[-1] - high // 3 : rows[-1]].sum()
        level = picture.shape[1] > picture.shape[0]
        readings.append(Read("x" * 10, 0.95) if level and upper > lower else Read("x", 0.4))
    return readings


@pytest.fixture
def hanging(paper: Pixels) -> Pixels:
    """Lines of a bar with teeth hanging from it."""
    for top in range(300, 2000, 120):
        paper[top : top + 10, 200:1400] = 0
        for x in range(200, 1400, 16):
            paper[top : top + 30, x : x + 5] = 0
    return paper


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_direction_in_which_most_is_read_wins(hanging: Pixels, turned: int) -> None:
    assert vote_by_reading(read_where_strokes_hang)(turn_back(hanging, -turned)) == turned


def test_a_page_without_lines_has_no_opinion(paper: Pixels) -> None:
    assert vote_by_reading(read_where_strokes_hang)(paper) is None


def test_a_page_read_equally_well_both_ways_has_no_opinion(hanging: Pixels) -> None:
    def read_all(pictures: Sequence[Pixels]) -> list[Read]:
        return [Read("x" * 10, 0.9) for _ in pictures]

    assert vote_by_reading(read_all)(hanging) is None
