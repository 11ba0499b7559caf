"""At which scale and in which shape a page is looked at for its lines."""

import numpy as np
import pytest

from extractor.ocr.detecting import SHORTER_SIDES, SIDES, _padded, _side_for


@pytest.mark.parametrize("side", SIDES)
def test_every_shape_is_one_the_detector_takes_as_it_is(side):
    assert all(round(part * side, 6) % 32 == 0 for part in SHORTER_SIDES)


@pytest.mark.parametrize("height, width", [(2339, 1654), (2395, 1735), (2350, 1671)])
def test_straightened_pages_of_one_paper_have_one_shape(height, width):
    padded = _padded(np.zeros((height, width, 3), np.uint8))
    assert padded.shape[0] == height
    assert padded.shape[1] == round(height * 11 / 15)
    lying = _padded(np.zeros((width, height, 3), np.uint8))
    assert lying.shape[:2] == padded.shape[1::-1]


def test_the_page_stays_at_the_top_left_of_its_padding():
    page = np.random.default_rng(0).integers(0, 255, (300, 200, 3), dtype=np.uint8)
    padded = _padded(page)
    assert (padded[:300, :200] == page).all()
    assert (padded[:, 200:] == 255).all()


def test_ordinary_print_is_looked_at_once():
    assert _side_for(30 / 2339) == SIDES[0]


@pytest.mark.parametrize(("pixels", "side"), [(26, 1440), (20, 1920), (5, 1920)])
def test_the_smaller_the_print_the_larger_the_page(pixels, side):
    assert _side_for(pixels / 2339) == side


def test_a_page_without_boxes_is_looked_at_once_more():
    assert _side_for(0.0) == SIDES[1]


@pytest.mark.ocr
def test_boxes_lie_on_the_page_and_where_the_print_is(engine, typeset):
    page = typeset("#align(right)[右边的文字]\n\n左边的文字")
    narrow = page[:, : page.shape[1] - 160]
    lines = engine.read(narrow)
    assert [line.text for line in lines] == ["右边的文字", "左边的文字"]
    dark = np.argwhere(narrow.max(axis=2) < 128)
    right = dark[:, 1].max() / narrow.shape[1]
    assert lines[0].box.right == pytest.approx(right, abs=0.02)
    assert lines[0].box.right <= 1


@pytest.mark.ocr
def test_a_small_picture_is_read(engine, typeset):
    page = typeset("#text(size: 14pt)[营业收入 12,345.00]")
    rows, columns = (np.flatnonzero((page.max(axis=2) < 128).any(axis=axis)) for axis in (1, 0))
    word = page[rows[0] - 40 : rows[-1] + 40, columns[0] - 40 : columns[-1] + 40]
    assert max(word.shape) < SIDES[0] / 2
    assert "12,345.00" in "".join(line.text for line in engine.read(word))
