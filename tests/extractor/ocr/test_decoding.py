"""From classes of time steps to characters."""

import numpy as np
import pytest

from extractor.ocr.decoding import decode

CHARACTERS = ["", "1", "元", " "]


def read(classes, probabilities=None, filled=1.0):
    marks = probabilities or [0.9] * len(classes)
    return decode(np.array(classes), np.array(marks), CHARACTERS, filled)


def test_repeats_are_one_character_and_a_blank_parts_two():
    assert read([1, 1, 0, 1, 2]).text == "11元"


def test_each_character_has_its_confidence_and_the_line_their_mean():
    line = read([1, 0, 2], [0.5, 1.0, 0.9])
    assert line.confidences == (0.5, 0.9)
    assert line.confidence == pytest.approx(0.7)


def test_a_character_stands_in_the_middle_of_its_steps():
    assert read([0, 1, 1, 0, 2, 0, 0, 0]).centres == pytest.approx((0.25, 0.5625))


def test_padding_is_no_part_of_the_line():
    assert read([0, 1, 0, 2, 0, 0, 0, 0], filled=0.5).centres == pytest.approx((0.375, 0.875))


def test_a_place_never_lies_beyond_the_line():
    assert read([0, 0, 0, 1], filled=0.5).centres == (1.0,)


def test_spaces_around_the_text_are_left_off_and_those_inside_kept():
    line = read([3, 1, 3, 2, 3])
    assert line.text == "1 元"
    assert len(line.centres) == len(line.confidences) == 3


@pytest.mark.parametrize("classes", [[0, 0], [3], []])
def test_nothing_printed_is_no_text_and_no_confidence(classes):
    line = read(classes)
    assert (line.text, line.confidence, line.centres) == ("", 0.0, ())
