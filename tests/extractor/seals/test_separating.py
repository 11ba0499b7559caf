from __future__ import annotations

import cv2
import numpy as np

from extractor.seals.finding import find_seals
from extractor.seals.separating import cut_out, separate


def _lifted(page):
    picture = cut_out(page, find_seals(page)[0].outline)
    return picture, separate(picture)


def test_print_under_the_seal_is_lifted_off(printed, blank, stamped):
    picture, inked = _lifted(stamped(printed))
    dark = picture.pixels.max(axis=2) < 90
    assert dark.mean() > 0.04, "the page must have print under the seal"
    # Where there is black print and no seal, hardly anything is left.
    _, alone = _lifted(stamped(blank))
    free = dark & (cv2.resize(alone.lifted, dark.shape[::-1]) > 240)
    assert np.median(inked.lifted[free]) > 190


def test_how_much_is_printed_over_is_told(printed, blank, stamped):
    assert _lifted(stamped(blank))[1].printed < 0.005
    assert _lifted(stamped(printed))[1].printed > 0.03


def test_colour_alone_shows_the_seal_without_the_print(printed, blank, stamped):
    inked = _lifted(stamped(printed))[1]
    alone = _lifted(stamped(blank))[1]
    strokes, paper = alone.lifted < 40, alone.lifted > 250
    assert np.median(inked.tinted[strokes]) < 110
    assert np.median(inked.tinted[paper]) > 240


def test_a_grey_seal_has_no_colour_to_tell_it_by(blank, stamped):
    grey = cv2.cvtColor(cv2.cvtColor(stamped(blank), cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    assert _lifted(grey)[1].tinted is None


def test_crisp_ink_keeps_the_half_tones_that_lifted_ink_makes_black(blank, stamped):
    page = cv2.GaussianBlur(stamped(blank), (0, 0), 2.0)
    inked = _lifted(page)[1]
    assert (inked.crisp < 10).mean() < (inked.lifted < 10).mean() / 2


def test_a_grey_seal_is_told_from_darker_print_only_by_being_paler(printed, blank, stamped):
    grey = cv2.cvtColor(cv2.cvtColor(stamped(blank), cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    inked = _lifted(grey)[1]
    assert not inked.coloured
    assert inked.lifted.min() < 30
    assert _lifted(stamped(blank))[1].coloured
