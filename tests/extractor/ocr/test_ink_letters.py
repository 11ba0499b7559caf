"""What is left of a seal's words is no print."""

import numpy as np

from extractor.ocr.ink_letters import without_ink_letters
from models.document import UNSURE, BoundingBox, TextLine

WIDE, HIGH = 1000, 600
PRINT, LEFT_OVER = 30, 190


def line(text, top, left=100):
    """A line of letters 40 pixels wide and high."""
    return TextLine(
        text=text,
        box=BoundingBox(
            left=left / WIDE,
            top=top / HIGH,
            right=(left + 40 * len(text)) / WIDE,
            bottom=(top + 40) / HIGH,
        ),
        confidence=0.99,
        confidences=(0.99,) * len(text),
        centres=tuple((left + 20 + 40 * at) / WIDE for at in range(len(text))),
    )


def page(lines, pale=()):
    """A clean page with the lines, and where ink lay; letters at these (line, place) are left over."""
    clean = np.full((HIGH, WIDE, 3), 250, np.uint8)
    ink = np.zeros((HIGH, WIDE), bool)
    for number, each in enumerate(lines):
        top = round(each.box.top * HIGH)
        for at, centre in enumerate(each.centres):
            x = round(centre * WIDE)
            left_over = (number, at) in pale
            clean[top + 8 : top + 32, x - 12 : x + 12 : 4] = LEFT_OVER if left_over else PRINT
            if left_over:
                ink[top + 8 : top + 32, x - 12 : x + 12] = True
    return clean, ink


PLAIN = [line("审计报告附注", top) for top in (20, 80, 140)]


def test_a_seals_word_before_a_value_is_taken_off_and_the_next_letter_doubted():
    lines = [*PLAIN, line("财务增值税", 300)]
    clean, ink = page(lines, pale={(3, 0), (3, 1)})
    read = without_ink_letters(lines, clean, ink)
    assert [each.text for each in read] == [*(each.text for each in PLAIN), "增值税"]
    assert [mark <= UNSURE for mark in read[3].confidences] == [True, False, False]
    assert read[3].box.left > lines[3].box.left


def test_figures_between_a_seals_words_are_left():
    lines = [*PLAIN, line("财务4.6章", 300)]
    clean, ink = page(lines, pale={(3, 0), (3, 1), (3, 5)})
    assert without_ink_letters(lines, clean, ink)[3].text == "4.6"


def test_a_line_of_a_seals_words_alone_is_no_line_of_the_page():
    lines = [*PLAIN, line("财务专用章", 300)]
    clean, ink = page(lines, pale={(3, at) for at in range(5)})
    assert without_ink_letters(lines, clean, ink) == tuple(PLAIN)


def test_a_pale_letter_within_a_name_is_doubted_and_stays():
    lines = [*PLAIN, line("武汉珩象公司", 300)]
    clean, ink = page(lines, pale={(3, 2)})
    (read,) = without_ink_letters(lines, clean, ink)[3:]
    assert read.text == "武汉珩象公司"
    assert [at for at, mark in enumerate(read.confidences) if mark <= UNSURE] == [2]


def test_print_under_ink_and_pale_print_beside_it_stay_as_they_are():
    lines = [*PLAIN, line("武汉珩象公司", 300), line("浅色标题", 400)]
    clean, ink = page(lines, pale={(4, at) for at in range(4)})
    ink[:] = False
    ink[300:340, 100:340] = True
    assert without_ink_letters(lines, clean, ink) == tuple(lines)
