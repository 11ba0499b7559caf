"""Words written across a page are no print of it."""

import numpy as np
import pytest

from extractor.ocr.slanted import without_slanted


def box(left, top, length, height, degrees=0.0):
    """A box of that length along a direction, clockwise."""
    turn = np.radians(degrees)
    along = np.array([np.cos(turn), np.sin(turn)]) * length
    down = np.array([-np.sin(turn), np.cos(turn)]) * height
    start = np.array([left, top])
    return np.array([start, start + along, start + along + down, start + down], np.float32)


LINES = [box(100, 100 + 40 * row, 600, 24) for row in range(5)]


def count(quads):
    return len(without_slanted(quads))


@pytest.mark.parametrize("degrees", [-45, -30, 15, 30, 60])
def test_words_across_the_page_are_left_out(degrees):
    kept = without_slanted([*LINES, box(200, 400, 500, 40, degrees)])
    assert len(kept) == len(LINES)
    assert all(any(each is line for line in LINES) for each in kept)


def test_lines_of_a_page_taken_at_an_angle_stay():
    leaning = [box(100, 100 + 60 * row, 600, 24, 4 + 1.5 * row) for row in range(6)]
    assert count(leaning) == 6


def test_a_text_set_downwards_and_a_lone_character_stay():
    lone = box(50, 50, 28, 26, 20)
    assert count([*LINES, box(40, 100, 24, 300), lone]) == len(LINES) + 2


def test_a_page_without_long_boxes_is_left_as_it_is():
    assert count([box(10, 10, 20, 20, 30)]) == 1
    assert count([]) == 0
