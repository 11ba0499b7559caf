"""Lines under ink read again from the page as scanned."""

import numpy as np

from extractor.ocr.engine import Recognition
from extractor.ocr.second_reading import with_second_reading
from models.document import BoundingBox, TextLine

PAGE = np.full((100, 200, 3), 255, np.uint8)


class Reader:
    """Reads the same text from every picture and remembers their shapes."""

    name = "reader"

    def __init__(self, text):
        self._text = text
        self.seen = []

    def read(self, pixels, rulings=()):
        raise AssertionError("nothing is looked for anew")

    def recognise(self, crops):
        self.seen += [crop.shape[:2] for crop in crops]
        return tuple(Recognition(self._text, 0.9) for _ in crops)


def line(text, top, bottom):
    box = BoundingBox(left=0.1, top=top, right=0.6, bottom=bottom)
    return TextLine(text=text, box=box, confidence=0.99)


def ink(rows, columns):
    mask = np.zeros(PAGE.shape[:2], dtype=bool)
    mask[rows, columns] = True
    return mask


LINES = (line("金额合计", 0.1, 0.2), line("壹佰元整", 0.5, 0.6))


def test_only_the_lines_under_ink_are_read_again():
    reader = Reader("壹佰兀整")
    lines = with_second_reading(LINES, PAGE, ink(slice(50, 60), slice(20, 40)), reader)
    assert [each.second_text for each in lines] == [None, "壹佰兀整"]
    assert [each.text for each in lines] == ["金额合计", "壹佰元整"]
    assert reader.seen == [(10, 100)]


def test_a_speck_of_ink_is_no_reason_to_read_again():
    reader = Reader("x")
    lines = with_second_reading(LINES, PAGE, ink(slice(50, 60), slice(20, 25)), reader)
    assert lines == LINES
    assert reader.seen == []


def test_width_of_letters_and_spaces_make_no_difference():
    lines = with_second_reading(
        (line("(盖章)", 0.1, 0.2),), PAGE, ink(slice(0, 30), slice(0, 200)), Reader("（盖 章）")
    )
    assert lines[0].second_text == "(盖章)"


def test_where_the_second_picture_says_nothing_that_is_a_difference():
    lines = with_second_reading(LINES[:1], PAGE, ink(slice(0, 30), slice(0, 200)), Reader(""))
    assert lines[0].second_text == ""
