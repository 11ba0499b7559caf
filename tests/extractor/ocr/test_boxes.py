"""Boxes of lines: cut at rulings, cut out, put in order."""

import numpy as np
import pytest

from extractor.imaging.pixels import Ruling
from extractor.ocr.boxes import Place, cut_at_rulings, cut_out, in_pixels, reading_order
from models.document import BoundingBox

WIDTH, HEIGHT = 400, 200


def quad(left, top, right, bottom):
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float32)


def page(*rulings):
    """White paper with black text in 50…350 × 80…110 and the given vertical lines, in pixels."""
    pixels = np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    pixels[85:105, 55:150:4] = 0
    pixels[85:105, 250:345:4] = 0
    for x, top, bottom in rulings:
        pixels[top:bottom, x : x + 2] = 60
    return pixels


def ruling(x, top, bottom):
    return Ruling(start=(x / WIDTH, top / HEIGHT), end=(x / WIDTH, bottom / HEIGHT))


LINE = quad(50, 80, 350, 110)


def ends(quads):
    return [(float(each[:, 0].min()), float(each[:, 0].max())) for each in quads]


def test_a_box_across_two_cells_is_cut_at_the_line_between_them():
    pieces = cut_at_rulings([LINE], [ruling(200, 20, 180)], page((200, 20, 180)))
    assert ends(pieces) == [(50, pytest.approx(200)), (pytest.approx(200), 350)]


def test_a_line_in_the_margin_of_the_box_is_cut_off_with_the_margin():
    pieces = cut_at_rulings([LINE], [ruling(54, 20, 180)], page((54, 20, 180)))
    assert ends(pieces) == [(pytest.approx(54), 350)]


@pytest.mark.parametrize(
    ("drawn", "why"),
    [
        ((200, 20, 70), "it ends above the line"),
        ((200, 84, 106), "it is a stroke of a character"),
    ],
)
def test_a_line_that_does_not_run_through_cuts_nothing(drawn, why):
    assert ends(cut_at_rulings([LINE], [ruling(*drawn)], page(drawn))) == [(50, 350)], why


def test_a_ruling_with_a_gap_at_the_text_cuts_nothing():
    """A merged cell below two columns: the finder of rulings bridged the gap over a stroke."""
    pixels = page((200, 20, 78), (200, 88, 102), (200, 112, 180))
    assert ends(cut_at_rulings([LINE], [ruling(200, 20, 180)], pixels)) == [(50, 350)]


def test_a_leaning_ruling_cuts_where_it_crosses_the_line():
    pixels = page()
    for y in range(HEIGHT):
        pixels[y, 190 + y // 10 : 192 + y // 10] = 0
    leaning = Ruling(start=(190 / WIDTH, 0), end=(210 / WIDTH, 1))
    [left, _] = ends(cut_at_rulings([LINE], [leaning], pixels))
    assert left[1] == pytest.approx(199.5, abs=1)


def test_horizontal_rulings_cut_nothing():
    across = Ruling(start=(0, 95 / HEIGHT), end=(1, 95 / HEIGHT))
    assert ends(cut_at_rulings([LINE], [across], page())) == [(50, 350)]


def test_a_level_box_is_cut_out_as_it_is():
    pixels = np.arange(HEIGHT * WIDTH * 3, dtype=np.uint32).astype(np.uint8)
    pixels = pixels.reshape(HEIGHT, WIDTH, 3)
    np.testing.assert_array_equal(cut_out(pixels, quad(10, 20, 60, 40)), pixels[20:40, 10:60])


def test_a_slanted_box_is_laid_level():
    pixels = np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    corners = np.array([[100, 50], [300, 90], [296, 110], [96, 70]], np.float32)
    for step in range(200):
        x, y = 98 + step, round(60 + step / 5)
        pixels[y - 2 : y + 3, x] = 0
    level = cut_out(pixels, corners)
    assert level.shape[1] > 9 * level.shape[0]
    middle = level.shape[0] // 2
    assert level[middle, 5:-5].mean() < 60
    assert level[0].mean() > 200


@pytest.mark.parametrize("box", [(500, 20, 600, 40), (10, 20, 10, 20)])
def test_a_box_without_pixels_is_an_empty_picture(box):
    assert cut_out(page(), quad(*box)).size == 0


def test_characters_are_placed_along_the_line():
    place = Place(quad(100, 20, 300, 40), WIDTH, HEIGHT)
    assert place.across((0.0, 0.5, 1.0)) == pytest.approx((0.25, 0.5, 0.75))
    box = place.box
    assert (box.left, box.top, box.right, box.bottom) == pytest.approx((0.25, 0.1, 0.75, 0.2))


def test_a_box_in_pixels_holds_all_of_its_edge():
    box = BoundingBox(left=0.101, top=0.1, right=0.201, bottom=0.2)
    rows, columns = in_pixels(box, 100, 100)
    assert (rows, columns) == (slice(10, 20), slice(10, 21))


def boxes(*places):
    return [
        BoundingBox(left=left, top=top, right=left + 0.1, bottom=top + 0.02) for left, top in places
    ]


def test_rows_are_read_downwards_and_each_from_left():
    assert reading_order(boxes((0.5, 0.1), (0.1, 0.3), (0.1, 0.105), (0.6, 0.295))) == [2, 0, 1, 3]


def test_a_slightly_slanted_row_is_one_row():
    slanted = boxes(*((0.9 - 0.1 * step, 0.1 + 0.004 * step) for step in range(8)))
    assert reading_order(slanted) == [7, 6, 5, 4, 3, 2, 1, 0]


def test_a_column_beside_several_rows_does_not_mix_them():
    beside = boxes(*((left, 0.1 + 0.03 * row) for row in range(5) for left in (0.3, 0.6)))
    column = BoundingBox(left=0.1, top=0.1, right=0.12, bottom=0.24)
    order = [index for index in reading_order([*beside, column]) if index != 10]
    assert order == list(range(10))


def test_a_page_without_boxes_has_no_order():
    assert reading_order([]) == []
