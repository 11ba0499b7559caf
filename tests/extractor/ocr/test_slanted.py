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


def test_print_stays_where_a_watermark_has_more_pieces_than_the_page_lines():
    across = [box(100 + 300 * at, 500, 250, 50, -30) for at in range(12)]
    kept = without_slanted([*LINES, *across])
    assert len(kept) == len(LINES)


def test_a_page_that_leans_as_a_whole_keeps_its_lines():
    leaning = [box(100, 100 + 60 * row, 600, 24, 18) for row in range(8)]
    assert count([*leaning, box(400, 40, 200, 24)]) == 8


def test_a_piece_of_words_across_the_page_goes_with_them():
    across, piece = box(200, 400, 500, 40, -30), box(700, 300, 80, 40, -27)
    assert count([*LINES, across, piece]) == len(LINES)
    assert count([*LINES, piece]) == len(LINES) + 1
