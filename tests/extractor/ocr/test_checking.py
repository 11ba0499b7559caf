"""Believing a page's own text."""

import numpy as np
import pytest

from extractor.ocr.checking import says_what_is_drawn
from extractor.ocr.engine import Recognition
from models.document import BoundingBox, TextLine

PAGE = np.full((400, 300, 3), 255, np.uint8)
SWAPPED = str.maketrans("0123456789", "8765432109")


def line(text, top=0.1):
    box = BoundingBox(left=0.1, top=top, right=0.9, bottom=top + 0.05)
    return TextLine(text=text, box=box, confidence=1.0)


def reads(*texts, confidence=0.99):
    return lambda crops: [Recognition(text, confidence) for text in texts[: len(crops)]]


def test_text_that_is_drawn_is_believed():
    lines = [line("营业收入 12,345,678.90"), line("净利润 987,654.32", 0.2)]
    assert says_what_is_drawn(lines, PAGE, reads("营业收入12,345,678.90", "净利润987654.32"))


def test_text_whose_digits_are_drawn_as_others_is_not_believed():
    lines = [line("营业收入 12,345,678.90"), line("净利润 987,654.32", 0.2)]
    drawn = reads(*(each.text.translate(SWAPPED) for each in lines))
    assert not says_what_is_drawn(lines, PAGE, drawn)


def test_one_line_misread_among_several_is_no_reason_for_doubt():
    lines = [line(f"{number}.00", number / 20000) for number in (1111, 2222, 3333)]
    assert says_what_is_drawn(lines, PAGE, reads("1111.00", "2222.00", "3338.00"))


def test_what_can_not_be_read_from_the_picture_is_no_reason_for_doubt():
    assert says_what_is_drawn([line("12345")], PAGE, reads("99", confidence=0.4))


def test_a_page_without_numbers_is_not_looked_at():
    def refuse(crops):
        assert not crops
        return []

    assert says_what_is_drawn([line("目录"), line("第 3 页")], PAGE, refuse)


@pytest.mark.ocr
def test_a_typeset_page_is_told_from_one_with_other_digits(engine, typeset):
    page = typeset("营业收入 12,345,678.90 元\n\n净利润 987,654.32 元\n\n电话 027-87654321")
    lines = engine.read(page)
    other = [each.model_copy(update={"text": each.text.translate(SWAPPED)}) for each in lines]
    assert says_what_is_drawn(lines, page, engine.recognise)
    assert not says_what_is_drawn(other, page, engine.recognise)
