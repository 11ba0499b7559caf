"""Words written across the lines of a table."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from extractor.imaging.pixels import Ruling
from extractor.ocr.crossed import with_crossed_doubted
from models.document import UNSURE, BoundingBox, TextLine
from samples import fonts

WIDTH, HEIGHT = 900, 200
SIZE, TOP, MARGIN = 30, 80, 6
"""Of the print, in pixels: 11 points at 200 dpi; and what a detector leaves around it."""
ADVANCE = SIZE


def _page(*words, rulings=(), lines=1):
    """White paper with each text from its left edge on, and upright lines at these places."""
    image = Image.new("L", (WIDTH, HEIGHT), 250)
    pen = ImageDraw.Draw(image)
    font = fonts.opened(fonts.sans(), SIZE)
    for text, left in words:
        pen.text((left, TOP), text, 20, font)
    for x in rulings:
        pen.rectangle((x, 20, x + 1, 180), 30)
    return np.repeat(np.asarray(image)[:, :, None], 3, axis=2).copy()


def _read(text, left):
    """The text as it is read from there: whole, or the piece up to a ruling."""
    right = left + ADVANCE * len(text)
    return TextLine(
        text=text,
        box=BoundingBox(
            left=left / WIDTH,
            top=(TOP - 2) / HEIGHT,
            right=right / WIDTH,
            bottom=(TOP + SIZE + MARGIN + 4) / HEIGHT,
        ),
        confidence=0.99,
        confidences=(0.99,) * len(text),
        centres=tuple((left + ADVANCE * (at + 0.5)) / WIDTH for at in range(len(text))),
    )


def _upright(x):
    return Ruling((x / WIDTH, 20 / HEIGHT), (x / WIDTH, 180 / HEIGHT))


def _weak(line):
    return [
        character
        for character, sure in zip(line.text, line.confidences, strict=True)
        if sure <= UNSURE
    ]


@pytest.mark.parametrize("shift", range(0, ADVANCE, 3))
def test_both_pieces_of_a_word_across_a_line_are_weak_at_it(shift):
    """Wherever the line falls: through a character or between two."""
    ruling = 100 + 4 * ADVANCE + shift
    pixels = _page(("武汉华中科技园", 100), rulings=[ruling])
    at = 4 if shift < ADVANCE / 2 else 5
    pieces = [_read("武汉华中科技园"[:at], 100), _read("武汉华中科技园"[at:], 100 + at * ADVANCE)]
    one, other = with_crossed_doubted(pieces, [_upright(ruling)], pixels)
    assert _weak(one) == [one.text[-1]]
    assert _weak(other) == [other.text[0]]


@pytest.mark.parametrize("gap", [4, 6, 10, 20])
def test_print_of_two_cells_keeps_away_from_the_line_between_them(gap):
    ruling = 100 + 4 * ADVANCE + gap
    pixels = _page(("武汉华中", 100), ("科技园区", ruling + 2 + gap), rulings=[ruling])
    lines = [_read("武汉华中", 100), _read("科技园区", ruling + 2 + gap)]
    for line in with_crossed_doubted(lines, [_upright(ruling)], pixels):
        assert not _weak(line)


def test_print_that_ends_at_the_line_of_its_cell_is_whole():
    ruling = 100 + 4 * ADVANCE
    pixels = _page(("武汉华中", 100), rulings=[ruling])
    (line,) = with_crossed_doubted([_read("武汉华中", 100)], [_upright(ruling)], pixels)
    assert not _weak(line)


def test_print_that_a_line_strikes_through_is_weak_and_underlined_print_is_not():
    middle, under = (TOP + 0.6 * SIZE) / HEIGHT, (TOP + 1.15 * SIZE) / HEIGHT
    line = _read("武汉华中", 100)
    for place, weak in ((middle, list("武汉华中")), (under, [])):
        drawn = Ruling((0.05, place), (0.6, place))
        (seen,) = with_crossed_doubted([line], [drawn], _page(("武汉华中", 100)))
        assert _weak(seen) == weak


def test_a_figure_cut_at_its_point_is_weak_at_its_last_digit():
    ruling = 100 + 4 * ADVANCE - 4
    pixels = _page(("武汉华中科技园", 100), rulings=[ruling])
    (line,) = with_crossed_doubted([_read("456.", 100)], [_upright(ruling)], pixels)
    assert _weak(line) == ["6", "."]
