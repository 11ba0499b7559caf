from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractor.ocr.engine import load_engine
from extractor.seals.detecting import load_ring_detector
from extractor.seals.reading import SealReader, read_seals
from extractor.weights.cache import home, weight_path, weights_folder
from extractor.weights.catalogue import SEAL_DETECTION
from models.errors import WeightsMissing
from samples.case import SealFace

NAME = "武汉长江智能装备有限公司"


@pytest.fixture(scope="module")
def reader():
    folder = weights_folder(home())
    try:
        detect = load_ring_detector(weight_path(SEAL_DETECTION, folder))
        return SealReader(load_engine("auto", folder).recognise, detect)
    except WeightsMissing:
        pytest.skip("the weights were not fetched")


def test_a_page_without_seals_asks_no_model(blank):
    def never(*_):
        raise AssertionError("nothing is there to read")

    assert read_seals(blank, never, never) == ()


def test_a_seal_nobody_can_read_is_reported_without_text(blank, stamped):
    def nothing(crops):
        return [_unread() for _ in crops]

    def unseen(pixels):
        return np.zeros(pixels.shape[:2], np.float32)

    (seal,) = read_seals(stamped(blank), nothing, unseen)
    assert (seal.text, seal.certain, seal.colour) == ("", False, "red")


def _unread():
    from extractor.ocr.engine import Recognition

    return Recognition("", 0.0)


@pytest.mark.ocr
def test_a_clear_seal_is_read_for_certain(reader, blank, stamped):
    (seal,) = reader.read(stamped(blank, SealFace(NAME, serial="4201000123456")))
    assert (seal.text, seal.certain) == (NAME, True)


@pytest.mark.ocr
def test_print_under_the_seal_does_not_get_into_the_name(reader, printed, stamped):
    (seal,) = reader.read(stamped(printed))
    assert seal.text == NAME


@pytest.mark.ocr
def test_a_clear_seal_over_print_is_certain(reader, printed, stamped):
    seals = [reader.read(stamped(printed, centre=(0.6, at)))[0] for at in (0.4, 0.7)]
    assert [(seal.text, seal.certain) for seal in seals] == [(NAME, True)] * 2


@pytest.mark.ocr
def test_the_ink_and_its_colour_alone_can_agree_on_a_seal_over_print(reader, printed, stamped):
    def never(*_):
        raise AssertionError("two unlike views agree already")

    lone = SealReader(reader._recognise, never)
    seals = [lone.read(stamped(printed, centre=(0.6, at)))[0] for at in (0.5, 0.7)]
    assert [(seal.text, seal.certain) for seal in seals] == [(NAME, True)] * 2


@pytest.mark.ocr
def test_a_photocopied_seal_is_read_and_never_certain(reader, blank, stamped):
    # Darkness is all there is of it: what it shows as another character every reading takes so.
    page = stamped(blank, SealFace(NAME, serial="4201000123456"))
    page = cv2.cvtColor(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    (seal,) = reader.read(page)
    assert (seal.text, seal.colour, seal.certain) == (NAME, "grey", False)


@pytest.mark.ocr
def test_the_ring_of_an_oval_seal_is_read_and_not_its_middle(reader, blank, stamped):
    face = SealFace("国家税务总局武汉市税务局", "oval", centre="征税专用章")
    (seal,) = reader.read(stamped(blank, face))
    assert (seal.text, seal.shape) == ("国家税务总局武汉市税务局", "oval")


@pytest.mark.ocr
def test_a_seal_cut_by_the_edge_is_not_read(reader, blank, stamped):
    seals = reader.read(stamped(blank, centre=(0.98, 0.5)))
    assert [seal.text for seal in seals] == [""]
    assert not any(seal.certain for seal in seals)


@pytest.mark.ocr
def test_an_accountants_chop_is_read_row_by_row(reader, blank, stamped):
    (seal,) = reader.read(stamped(blank, SealFace("中国注册会计师王立新", "square")))
    assert (seal.text, seal.shape, seal.certain) == ("中国注册会计师王立新", "square", True)


@pytest.mark.ocr
def test_a_name_chop_is_read_from_the_right_and_never_for_certain(reader, blank, stamped):
    (seal,) = reader.read(stamped(blank, SealFace("王立新印", "square")))
    assert (seal.text, seal.certain) == ("王立新印", False)


@pytest.mark.ocr
def test_a_stamp_with_other_words_is_never_certain(reader, blank, stamped):
    # It could be taken for the seal of another company.
    (seal,) = reader.read(stamped(blank, SealFace("与原件核对一致", "square")))
    assert not seal.certain


@pytest.mark.ocr
def test_a_photocopied_accountants_chop_is_read_and_a_cell_of_a_table_is_none(
    reader, blank, stamped
):
    page = stamped(blank, SealFace("中国注册会计师王立新", "square"))
    page = cv2.cvtColor(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    for row in range(3):
        cv2.rectangle(page, (100, 900 + 120 * row), (220, 1020 + 120 * row), (30, 30, 30), 2)
        cv2.putText(page, "2025", (110, 950 + 120 * row), 0, 1.0, (30, 30, 30), 2)
        cv2.putText(page, "10.8", (110, 1000 + 120 * row), 0, 1.0, (30, 30, 30), 2)
    (seal,) = reader.read(page)
    assert (seal.text, seal.colour, seal.certain) == ("中国注册会计师王立新", "grey", False)
