from __future__ import annotations

import numpy as np
import pytest

from extractor.ocr.engine import Recognition
from extractor.seals.names import NOTHING, goes_on_after_its_name, name_of


def _strip(filled):
    """A strip with a dark block at each of these places, in fractions of its length."""
    strip = np.full((48, 1000), 255, np.uint8)
    for place in filled:
        strip[10:40, round(place * 1000) - 20 : round(place * 1000) + 20] = 0
    return strip


def _recognition(text, centres, confidence=0.99):
    return Recognition(text, confidence, (confidence,) * len(text), tuple(centres))


PLACES = [0.1, 0.26, 0.42, 0.58, 0.74, 0.9]


def test_evenly_set_characters_are_the_whole_name():
    reading = name_of(_recognition("武汉市税务局", PLACES), _strip(PLACES))
    assert (reading.text, reading.complete) == ("武汉市税务局", True)


def test_a_gap_shows_that_a_character_was_not_read():
    places = PLACES[:2] + PLACES[3:]
    assert not name_of(_recognition("武汉税务局", places), _strip(PLACES)).complete


def test_a_character_left_out_at_either_end_is_noticed():
    assert not name_of(_recognition("汉市税务局", PLACES[1:]), _strip(PLACES)).complete
    assert not name_of(_recognition("武汉市税务", PLACES[:-1]), _strip(PLACES)).complete


def test_the_number_at_the_foot_is_no_part_of_the_name():
    places = [*PLACES[:5], 0.9, 0.93, 0.96]
    assert name_of(_recognition("武汉税务局420", places), _strip(PLACES[:5])).text == "武汉税务局"


def test_brackets_are_half_width_and_must_close():
    closed = name_of(_recognition("武（汉）税局", PLACES), _strip(PLACES))
    assert (closed.text, closed.complete) == ("武(汉)税局", True)
    assert not name_of(_recognition("武（汉市税局", PLACES), _strip(PLACES)).complete


@pytest.mark.parametrize("text", ["", "4201000123456", "三个字", "ABCDEF"])
def test_a_scrap_is_no_name(text):
    assert name_of(_recognition(text, np.linspace(0.1, 0.9, len(text))), _strip([])) == NOTHING


def test_words_from_the_middle_behind_a_whole_name_are_told_from_more_of_the_name():
    name = "武汉长江智能装备有限公司"
    assert goes_on_after_its_name(name + "用章票", name)
    assert not goes_on_after_its_name(name + "宜昌分公司", name)
    assert not goes_on_after_its_name(name, "武汉长江智能装备有限")
