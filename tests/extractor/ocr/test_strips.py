"""Pictures of lines as the recogniser wants them."""

import numpy as np
import pytest

from extractor.ocr.strips import LINE_HEIGHT, LONGEST_LINE, is_tall, strip, tall_strips


def paper(height, width):
    return np.full((height, width, 3), 255, np.uint8)


def ink_width(picture):
    columns = np.flatnonzero(picture.min(axis=(0, 2)) < 128)
    return columns[-1] - columns[0] + 1


@pytest.mark.parametrize(("height", "width"), [(20, 200), (48, 10), (1, 1), (90, 900)])
def test_a_line_is_brought_to_one_height(height, width):
    assert strip(paper(height, width)).shape[0] == LINE_HEIGHT


def test_an_endless_line_is_squeezed_to_the_longest():
    assert strip(paper(10, 5000)).shape[1] == LONGEST_LINE


@pytest.mark.parametrize(("height", "tall"), [(10, False), (29, False), (30, True), (80, True)])
def test_a_box_half_as_high_again_as_wide_is_tall(height, tall):
    assert is_tall(paper(height, 20)) is tall


def test_a_lone_figure_stands_upright():
    """Turned, a 1 would be read as a dash."""
    one = paper(30, 14)
    one[4:26, 6:8] = 0
    [picture] = tall_strips(one)
    columns = picture.min(axis=(0, 2)) < 128
    assert columns.sum() < LINE_HEIGHT / 4


def test_characters_below_one_another_are_also_set_side_by_side():
    column = paper(140, 40)
    for top in (10, 60, 110):
        column[top : top + 8, 8:32] = 0
        # A character with a gap inside, as 合 has.
        column[top + 12 : top + 20, 8:32] = 0
    side_by_side, turned = tall_strips(column)
    assert side_by_side.shape[1] > 1.5 * LINE_HEIGHT
    gaps = np.diff((side_by_side.min(axis=(0, 2)) < 128).astype(int))
    assert (gaps == 1).sum() == 3
    assert turned.shape[1] > 1.5 * LINE_HEIGHT


def test_a_tall_picture_without_ink_is_one_picture():
    assert len(tall_strips(paper(60, 20))) == 1
