"""Letters that a recogniser passes over."""

import numpy as np
from PIL import Image, ImageDraw

from extractor.ocr.lost_letters import with_lost_letters_doubted
from models.document import UNSURE, BoundingBox, TextLine
from samples import fonts

WIDTH, HEIGHT, SIZE, LEFT, TOP = 600, 120, 36, 60, 40


def _seen(printed, read):
    """The line as read from a picture of what is printed; a blank in ``read`` is a letter lost."""
    image = Image.new("L", (WIDTH, HEIGHT), 245)
    ImageDraw.Draw(image).text((LEFT, TOP), printed, 30, fonts.opened(fonts.sans(), SIZE))
    pixels = np.repeat(np.asarray(image)[:, :, None], 3, axis=2).copy()
    places = [at for at, letter in enumerate(read) if letter != " "]
    line = TextLine(
        text=read.replace(" ", ""),
        box=BoundingBox(
            left=(LEFT - 4) / WIDTH,
            top=TOP / HEIGHT,
            right=(LEFT + SIZE * len(printed) + 4) / WIDTH,
            bottom=(TOP + 1.4 * SIZE) / HEIGHT,
        ),
        confidence=0.99,
        confidences=(0.99,) * len(places),
        centres=tuple((LEFT + SIZE * (at + 0.5)) / WIDTH for at in places),
    )
    (seen,) = with_lost_letters_doubted([line], pixels)
    return [
        letter for letter, sure in zip(seen.text, seen.confidences, strict=True) if sure <= UNSURE
    ]


def test_the_letters_beside_one_that_was_not_read_are_weak():
    assert _seen("赵佳怡", "赵 怡") == ["赵", "怡"]
    assert _seen("武汉楚江智造科技有限公司", "武汉楚江 造科技有限公司") == ["江", "造"]


def test_a_name_set_apart_has_lost_nothing():
    assert _seen("王　强", "王 强") == []
    assert _seen("名　　　称", "名   称") == []


def test_dots_and_underlines_between_letters_are_no_letter():
    assert _seen("签……名", "签  名") == []
    assert _seen("签＿＿名", "签  名") == []


def test_letters_side_by_side_stay_as_they_were_read():
    assert _seen("赵佳怡", "赵佳怡") == []
    assert _seen("一二三川", "一二三川") == []
