from __future__ import annotations

from random import Random

import cv2
import numpy as np
import pytest

from extractor.seals.finding import find_seals, framed_in_grey
from samples.case import SealFace
from samples.seals import press, stamp, straddling


def _near(place, x, y):
    return abs(place.box.centre[0] - x) < 0.01 and abs(place.box.centre[1] - y) < 0.01


def test_a_page_without_ink_has_no_seal(blank, printed):
    assert find_seals(blank) == ()
    assert find_seals(printed) == ()


def test_a_red_seal_is_found_where_it_was_stamped(blank, stamped):
    (place,) = find_seals(stamped(blank))
    assert _near(place, 0.6, 0.4)
    assert (place.shape, place.colour, place.whole) == ("round", "red", True)
    assert place.outline.major == pytest.approx(20 / 25.4 * 150, rel=0.12)


def test_a_seal_over_print_is_found(printed, stamped):
    (place,) = find_seals(stamped(printed))
    assert _near(place, 0.6, 0.4)


def test_blue_and_purple_seals_are_found_once_each(printed, stamped):
    (blue,) = find_seals(stamped(printed, colour=(40, 60, 180)))
    (purple,) = find_seals(stamped(printed, colour=(120, 40, 140)))
    assert (blue.colour, blue.shape) == ("blue", "round")
    assert purple.shape == "round"


def test_an_oval_seal_is_told_from_a_round_one(blank, stamped):
    face = SealFace("国家税务总局武汉市税务局", "oval", centre="征税专用章")
    (place,) = find_seals(stamped(blank, face))
    assert place.shape == "oval"


def test_two_seals_over_each_other_are_two(blank, stamped):
    page = stamped(stamped(blank), SealFace("襄阳高新会计师事务所"), (0.69, 0.44), seed=2)
    assert len(find_seals(page)) == 2


def test_a_name_chop_is_square(blank, stamped):
    (place,) = find_seals(stamped(blank, SealFace("王立新印", "square")))
    assert place.shape == "square"


def test_two_chops_that_touch_are_two(blank, stamped):
    page = stamped(blank, SealFace("王立新印", "square"), (0.3, 0.5))
    page = stamped(page, SealFace("李文博印", "square"), (0.3, 0.562), seed=3)
    assert [place.shape for place in find_seals(page)] == ["square", "square"]


def test_strips_of_a_seal_across_the_edges_are_found_and_not_whole(blank):
    # Each page of the bundle holds a third of the seal at its right edge.
    for strip in straddling(stamp(SealFace("武汉长江智能装备有限公司"), Random(5), 150), 3):
        page = blank.copy()
        press(page, strip, (1 - strip.mask.shape[1] / 2 / page.shape[1], 0.5))
        (place,) = find_seals(page[:, :, ::-1].copy())
        assert not place.whole
        assert place.box.right > 0.99


def test_narrow_strips_of_a_seal_across_many_pages_are_found_up_to_the_edge(blank):
    strips = straddling(stamp(SealFace("武汉长江智能装备有限公司"), Random(5), 150), 8)
    for strip in strips[1:-1]:
        page = blank.copy()
        press(page, strip, (1 - strip.mask.shape[1] / 2 / page.shape[1], 0.5))
        (place,) = find_seals(page[:, :, ::-1].copy())
        assert not place.whole
        assert place.box.right > 0.999


def test_a_coloured_fringe_along_the_edge_is_no_seal(blank):
    chance = np.random.default_rng(3)
    for deep in (8, 20, 60):
        page = blank.copy()
        ragged = np.sort(chance.integers(deep // 2, deep, 300))
        for row, reach in enumerate(ragged):
            page[700 + row, -reach:] = (90, 80, 210)
        assert find_seals(page) == ()


def test_red_print_and_a_red_frame_are_no_seals(blank):
    page = cv2.rectangle(blank.copy(), (60, 60), (1180, 1690), (40, 30, 200), 4)
    page[300:340, 200:1000:3] = (40, 30, 200)
    assert find_seals(page) == ()


def test_a_filled_red_disc_is_no_seal(blank):
    page = cv2.circle(blank.copy(), (620, 300), 110, (40, 30, 200), -1)
    assert find_seals(page) == ()


def test_a_photocopied_seal_is_found_beside_a_red_one(printed, stamped):
    copied = cv2.cvtColor(
        cv2.cvtColor(stamped(printed, centre=(0.3, 0.7)), cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR
    )
    places = find_seals(stamped(copied, centre=(0.7, 0.3), seed=4))
    assert {place.colour for place in places} == {"red", "grey"}
    assert any(_near(place, 0.3, 0.7) and place.colour == "grey" for place in places)


def test_a_seal_on_tinted_paper_is_found_and_the_tint_is_none(printed, stamped):
    tint = np.array([0.78, 0.9, 1.0])
    plain = (printed * tint).astype(np.uint8)
    sealed = (stamped(printed) * tint).astype(np.uint8)
    assert find_seals(plain) == ()
    assert len(find_seals(sealed)) == 1


def _copied(page):
    return cv2.cvtColor(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)


def test_a_photocopied_chop_is_framed_once(blank, stamped):
    page = _copied(stamped(blank, SealFace("中国注册会计师王立新", "square")))
    (place,) = framed_in_grey(page, find_seals(page))
    assert _near(place, 0.6, 0.4)
    assert (place.shape, place.colour) == ("square", "grey")


def test_a_chop_that_was_found_by_its_colour_is_not_framed_again(blank, stamped):
    page = stamped(blank, SealFace("中国注册会计师王立新", "square"))
    assert framed_in_grey(page, find_seals(page)) == []
