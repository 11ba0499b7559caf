from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractor.imaging.pixels import Ruling
from extractor.layout.ink_marks import find_ink_marks
from models.document import BoundingBox, Seal, TextLine

WIDTH, HEIGHT = 1654, 2339
SEAL = BoundingBox(left=0.5, top=0.6, right=0.7, bottom=0.74)


@pytest.fixture
def page():
    return np.full((HEIGHT, WIDTH, 3), 248, np.uint8)


def _signed(page, left=900, top=1500, colour=(60, 30, 20)):
    turns = np.linspace(0, 9 * np.pi, 300)
    x = left + 30 * turns / np.pi + 24 * np.cos(turns)
    y = top + 34 * np.sin(1.3 * turns)
    points = np.stack([x, y], axis=1).round().astype(np.int32)
    return cv2.polylines(page, [points], False, colour, 4, cv2.LINE_AA)


def _line(left, top, right, bottom, confidence=0.98):
    box = BoundingBox.clipped(left / WIDTH, top / HEIGHT, right / WIDTH, bottom / HEIGHT)
    return TextLine(text="法定代表人", box=box, confidence=confidence)


def _seal(colour="red"):
    return Seal(text="", box=SEAL, confidence=0.9, colour=colour)


def test_a_blank_page_and_one_with_dust_have_no_marks(page):
    assert find_ink_marks(page, (), (), ()) == ()
    spots = np.random.default_rng(2).integers(100, 1500, (300, 2))
    for x, y in spots:
        page[y : y + 3, x : x + 3] = 60
    assert find_ink_marks(page, (), (), ()) == ()


def test_a_signature_is_a_mark_where_it_was_written(page):
    (mark,) = find_ink_marks(_signed(page), (), (), ())
    assert mark.box.contains(1030 / WIDTH, 1500 / HEIGHT)
    assert mark.box.width < 0.25


def test_a_blue_signature_counts_as_well(page):
    assert len(find_ink_marks(_signed(page, colour=(170, 60, 40)), (), (), ())) == 1


def test_what_was_read_is_no_mark(page):
    read = _line(850, 1440, 1250, 1560)
    assert find_ink_marks(_signed(page), (read,), (), ()) == ()


def test_what_was_hardly_readable_stays_a_mark(page):
    guessed = _line(850, 1440, 1250, 1560, confidence=0.4)
    assert len(find_ink_marks(_signed(page), (guessed,), (), ())) == 1


def test_rulings_are_no_marks(page):
    cv2.line(page, (200, 1000), (1400, 1004), (20, 20, 20), 4)
    ruling = Ruling(start=(200 / WIDTH, 1000 / HEIGHT), end=(1400 / WIDTH, 1004 / HEIGHT))
    assert find_ink_marks(page, (), (), (ruling,)) == ()


def test_a_seal_is_no_mark_but_a_signature_over_it_is(page):
    middle = (round(0.6 * WIDTH), round(0.67 * HEIGHT))
    cv2.circle(page, middle, 160, (60, 50, 210), 10)
    assert find_ink_marks(page, (), (_seal(),), ()) == ()
    signed = _signed(page, left=880, top=middle[1])
    assert len(find_ink_marks(signed, (), (_seal(),), ())) == 1


def test_the_dark_rim_of_a_scan_is_no_mark(page):
    page[:, :30] = 20
    page[-40:] = 40
    assert find_ink_marks(page, (), (), ()) == ()
