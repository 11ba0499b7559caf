from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from extractor.layout.checkboxes import find_checkboxes
from samples import fonts

SIDE = 26


@pytest.fixture
def page():
    """A blank A4 at 200 dpi."""
    return np.full((2339, 1654, 3), 250, np.uint8)


def _box(page, left=400, top=600, side=SIDE):
    cv2.rectangle(page, (left, top), (left + side, top + side), (40, 40, 40), 2)
    return page


def _tick(page, colour=(30, 30, 30), left=400, top=600):
    points = np.array([[left + 4, top + 12], [left + 11, top + 21], [left + 28, top - 6]])
    return cv2.polylines(page, [points], False, colour, 3, cv2.LINE_AA)


def _write(page, text, left=440, top=590, size=34):
    image = Image.fromarray(page)
    font = fonts.opened(fonts.sans(), size)
    ImageDraw.Draw(image).text((left, top), text, (20, 20, 20), font)
    return np.asarray(image).copy()


def test_an_empty_box_is_not_ticked(page):
    (found,) = find_checkboxes(_box(page))
    assert found.checked is False
    assert found.box.left == pytest.approx(400 / 1654, abs=0.002)
    assert found.box.width == pytest.approx(SIDE / 1654, abs=0.003)


def test_a_box_with_a_tick_that_sticks_out_is_ticked(page):
    (found,) = find_checkboxes(_tick(_box(page)))
    assert found.checked is True


def test_a_crossed_box_is_ticked(page):
    _box(page)
    cv2.line(page, (405, 605), (421, 621), (30, 30, 30), 3)
    cv2.line(page, (421, 605), (405, 621), (30, 30, 30), 3)
    assert [each.checked for each in find_checkboxes(page)] == [True]


def test_a_filled_box_is_ticked(page):
    page[600:626, 400:426] = 25
    assert [each.checked for each in find_checkboxes(page)] == [True]


def test_a_box_with_a_filled_middle_is_ticked(page):
    _box(page)
    page[606:621, 406:421] = 25
    assert [each.checked for each in find_checkboxes(page)] == [True]


def test_a_box_filled_up_to_a_thin_margin_is_ticked(page):
    _box(page)
    page[604:623, 404:423] = 25
    assert [each.checked for each in find_checkboxes(page)] == [True]


def _scanned(page, blur=0.8, seed=1):
    """The page as a scanner gives it: its edges soft, its greys uneven."""
    soft = cv2.GaussianBlur(page, (0, 0), blur).astype(np.float32)
    soft = 35 + soft * 0.8 + np.random.default_rng(seed).normal(0, 3, page.shape)
    return np.clip(soft, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("margin", [0, 2, 3, 4, 5, 6])
@pytest.mark.parametrize("side", [18, 22, 26, 32])
def test_a_scanned_box_is_ticked_however_far_it_is_filled(page, side, margin):
    """▣ and ■: the paper between frame and block may be too narrow for the scan to show."""
    _box(page, side=side)
    inset = margin + 1
    page[600 + inset : 601 + side - inset, 400 + inset : 401 + side - inset] = 25
    page = _write(page, "民营企业", left=404 + side, top=584 + side // 2 - 13)
    assert [each.checked for each in find_checkboxes(_scanned(page))] == [True]


def test_a_round_dot_in_a_box_is_a_tick(page):
    cv2.circle(_box(page), (413, 613), 7, (25, 25, 25), -1, cv2.LINE_AA)
    assert [each.checked for each in find_checkboxes(_scanned(page))] == [True]


def test_a_tick_that_runs_through_the_corner_is_one(page):
    """The tick lengthens the upper side; the lower one still tells how wide the box is."""
    points = np.array([[404, 612], [411, 621], [426, 600], [431, 592]])
    cv2.polylines(_box(page), [points], False, (30, 30, 30), 3, cv2.LINE_AA)
    assert [each.checked for each in find_checkboxes(_scanned(page))] == [True]


def test_a_cross_from_corner_to_corner_is_a_tick(page):
    _box(page)
    for one, other in (((400, 600), (426, 626)), ((426, 600), (400, 626))):
        cv2.line(page, one, other, (30, 30, 30), 2, cv2.LINE_AA)
    assert [each.checked for each in find_checkboxes(_scanned(page))] == [True]


def test_circles_are_empty_or_have_a_dot(page):
    for left, dot in ((400, 0), (500, 6), (600, 13)):
        cv2.circle(page, (left + 13, 613), 13, (30, 30, 30), 2, cv2.LINE_AA)
        cv2.circle(page, (left + 13, 613), dot, (30, 30, 30), -1, cv2.LINE_AA)
    found = sorted(find_checkboxes(_scanned(page)), key=lambda each: each.box.left)
    assert [each.checked for each in found] == [False, True, True]


@pytest.mark.parametrize("text", ["①②③④⑤", "⑥⑦⑧⑨⑩"])
def test_a_figure_in_a_circle_is_no_dot(page, text):
    written = _scanned(_write(page, text, size=36))
    assert all(each.checked is not True for each in find_checkboxes(written))


def test_a_speck_leaves_the_state_open(page):
    _box(page)
    page[610:616, 410:415] = 30
    assert [each.checked for each in find_checkboxes(page)] == [None]


def test_boxes_in_a_row_of_options_are_all_found(page):
    for left in (300, 560, 820):
        page = _write(_box(page, left), "国有企业", left + 32)
    assert [each.checked for each in find_checkboxes(page)] == [False] * 3


def test_a_coloured_tick_on_the_scan_leaves_the_state_open(page):
    clean = _box(page)
    scanned = _tick(clean.copy(), colour=(60, 40, 210))
    assert [each.checked for each in find_checkboxes(clean, scanned)] == [None]
    assert [each.checked for each in find_checkboxes(clean, clean)] == [False]


@pytest.mark.parametrize("text", ["日目田回国因固", "品可号员智部", "口径出口人口", "0908DOPQ"])
def test_characters_are_no_boxes(page, text):
    written = _write(page, text * 3, size=32)
    # 口 alone may pass for a box where it stands as high as the print: it is never a ticked one.
    assert all(each.checked is not True for each in find_checkboxes(written))
    if "口" not in text:
        assert find_checkboxes(written) == ()


def test_a_character_whose_bar_is_worn_is_no_ticked_box(page):
    """日 as a weak scan leaves it: a frame, and a bar that no longer reaches its other side."""
    cv2.rectangle(page, (400, 600), (418, 622), (40, 40, 40), 2)
    cv2.rectangle(page, (402, 610), (412, 612), (40, 40, 40), -1)
    assert all(each.checked is not True for each in find_checkboxes(_scanned(page)))


def test_table_cells_and_rulings_are_no_boxes(page):
    for x in range(200, 1500, 60):
        cv2.line(page, (x, 300), (x, 900), (30, 30, 30), 2)
    for y in range(300, 901, 60):
        cv2.line(page, (200, y), (1460, y), (30, 30, 30), 2)
    assert find_checkboxes(page) == ()


def test_a_qr_code_has_no_boxes(page):
    code = cv2.QRCodeEncoder.create().encode("https://example.com/verify?number=42010012345678")
    size = code.shape[0] * 5
    big = cv2.resize(code, (size, size), interpolation=cv2.INTER_NEAREST)
    page[400 : 400 + size, 400 : 400 + size] = big[:, :, None]
    assert find_checkboxes(page) == ()
