"""Letters under a photocopied seal, which nothing tells from its strokes."""

import cv2
import numpy as np
import pytest

from extractor.ocr.under_seals import with_sealed_doubted
from models.document import UNSURE, BoundingBox, Seal, TextLine

WIDE, HIGH = 1654, 2339
TEXT = "武汉市市场监督管理局"


def page(rim, print_level=30):
    """A page with a line of dark strokes, and a ring of this level over its right end."""
    pixels = np.full((HIGH, WIDE, 3), 250, np.uint8)
    pixels[1005:1035, 400:800:6] = print_level
    cv2.circle(pixels, (800, 1020), 150, (rim,) * 3, 8)
    return pixels


def line():
    return TextLine(
        text=TEXT,
        box=BoundingBox(left=400 / WIDE, top=1000 / HIGH, right=800 / WIDE, bottom=1040 / HIGH),
        confidence=0.99,
        confidences=(0.99,) * len(TEXT),
        centres=tuple((420 + 40 * at) / WIDE for at in range(len(TEXT))),
    )


def seal(colour="grey", shape="round"):
    box = BoundingBox(left=646 / WIDE, top=866 / HIGH, right=954 / WIDE, bottom=1174 / HIGH)
    return Seal(text="", box=box, confidence=0.0, shape=shape, colour=colour)


def weak(lines):
    (read,) = lines
    return [at for at, mark in enumerate(read.confidences) if mark <= UNSURE]


@pytest.mark.parametrize("rim", [40, 100])
def test_letters_under_a_dark_grey_seal_and_the_one_before_it_read_weakly(rim):
    # The letters stand from 420 on, 40 apart; the rim is at 650.
    assert weak(with_sealed_doubted([line()], [seal()], page(rim))) == [5, 6, 7, 8, 9]


def test_under_a_pale_seal_print_is_as_sure_as_elsewhere():
    assert weak(with_sealed_doubted([line()], [seal()], page(200))) == []


def test_a_seal_of_colour_was_lifted_off_and_disturbs_nothing():
    assert weak(with_sealed_doubted([line()], [seal("red")], page(100))) == []


def test_lines_away_from_the_seal_stay_as_they_are():
    above = line().model_copy(
        update={"box": BoundingBox(left=0.2, top=0.1, right=0.5, bottom=0.12)}
    )
    assert with_sealed_doubted([above], [seal()], page(60)) == (above,)


def test_a_square_chop_reaches_into_its_corners():
    box = seal().box
    corner = line().model_copy(
        update={"box": BoundingBox(left=0.2, top=box.top, right=0.5, bottom=box.top + 0.01)}
    )
    round_one = with_sealed_doubted([corner], [seal()], page(40, 40))
    square = with_sealed_doubted([corner], [seal(shape="square")], page(40, 40))
    assert len(weak(square)) > len(weak(round_one))
