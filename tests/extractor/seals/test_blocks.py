from __future__ import annotations

import numpy as np
import pytest

from extractor.ocr.engine import Recognition
from extractor.seals.blocks import line_of, reading_orders, within_frame, words_of
from extractor.seals.finding import find_seals
from extractor.seals.separating import cut_straight, separate_chop
from samples.case import SealFace

ACCOUNTANT = "中国注册会计师王立新"


def _lifted(page):
    (place,) = find_seals(page)
    lifted = separate_chop(cut_straight(page, place.outline)).lifted
    return lifted[within_frame(lifted)]


def test_the_rows_of_an_accountants_chop_come_from_the_top(blank, stamped):
    (rows,) = reading_orders(_lifted(stamped(blank, SealFace(ACCOUNTANT, "square"))))
    assert len(rows) == 3
    tops = [down.start for down, _ in rows]
    assert tops == sorted(tops)
    # 注册会计师 is the widest row.
    wide = [across.stop - across.start for _, across in rows]
    assert max(wide) == wide[1]


@pytest.mark.parametrize("seed", range(1, 6))
def test_a_chop_pressed_askew_has_its_rows_straight(blank, stamped, seed):
    page = stamped(blank, SealFace(ACCOUNTANT, "square"), seed=seed)
    assert [len(order) for order in reading_orders(_lifted(page))] == [3]


def test_a_name_chop_may_be_read_in_columns_from_the_right_or_in_rows(blank, stamped):
    lifted = _lifted(stamped(blank, SealFace("王立新印", "square")))
    columns, rows = reading_orders(lifted)
    middle = lifted.shape[1] / 2
    assert [across.start > middle for _, across in columns] == [True, True, False, False]
    assert [across.start > middle for _, across in rows] == [False, True, False, True]


def test_a_name_chop_of_three_has_its_first_two_on_the_right(blank, stamped):
    lifted = _lifted(stamped(blank, SealFace("李博印", "square")))
    (columns,) = reading_orders(lifted)
    assert [across.start > lifted.shape[1] / 2 for _, across in columns] == [True, True, False]


def test_the_rows_are_laid_side_by_side(blank, stamped):
    lifted = _lifted(stamped(blank, SealFace(ACCOUNTANT, "square")))
    (rows,) = reading_orders(lifted)
    strip, places = line_of(lifted, rows)
    edges = [edge for place in places for edge in place]
    assert edges == sorted(edges)
    for left, right in places:
        part = strip[:, round(left * strip.shape[1]) : round(right * strip.shape[1])]
        assert (part < 128).mean() > 0.05


def test_a_chop_without_strokes_has_no_rows():
    assert reading_orders(np.full((100, 100), 255, np.uint8)) == [[]]


def _recognition(text, centres, confidence=0.99):
    return Recognition(text, confidence, (confidence,) * len(text), tuple(centres))


ROWS = [(0.0, 0.5), (0.55, 1.0)]
STRIP = np.full((48, 220), 255, np.uint8)
STRIP[8:40, [*range(4, 50), *range(60, 106), *range(124, 168), *range(174, 216)]] = 0


def test_words_that_fill_every_row_are_all_that_the_chop_says():
    reading = words_of(_recognition("中国会计", (0.12, 0.37, 0.66, 0.89)), STRIP, ROWS)
    assert (reading.text, reading.complete) == ("中国会计", True)


def test_a_row_with_a_character_missing_is_noticed():
    assert not words_of(_recognition("中国会", (0.12, 0.37, 0.66)), STRIP, ROWS).complete
    assert not words_of(_recognition("中国", (0.12, 0.37)), STRIP, ROWS).complete


def test_a_character_missing_in_the_middle_of_a_row_is_noticed():
    strip = np.full((48, 160), 255, np.uint8)
    strip[8:40, [*range(4, 48), *range(56, 104), *range(112, 156)]] = 0
    whole = _recognition("王立新", (0.16, 0.5, 0.84))
    assert words_of(whole, strip, [(0.0, 1.0)]).complete
    assert not words_of(_recognition("王新", (0.16, 0.84)), strip, [(0.0, 1.0)]).complete


def test_the_number_of_an_accountant_is_no_part_of_the_words():
    places = (0.12, 0.37, 0.61, 0.7, 0.78, 0.87, 0.95)
    reading = words_of(_recognition("中国42010", places), STRIP, ROWS)
    assert (reading.text, reading.complete) == ("中国", True)
