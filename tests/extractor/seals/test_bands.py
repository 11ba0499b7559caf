from __future__ import annotations

import numpy as np
import pytest

from extractor.seals.bands import Band, band_by_profile, name_span
from extractor.seals.finding import find_seals
from extractor.seals.fitting import Ellipse
from extractor.seals.separating import cut_out, separate
from extractor.seals.unrolling import STRIP_HEIGHT, unroll


def _name_strip(page):
    picture = cut_out(page, find_seals(page)[0].outline)
    lifted = separate(picture).lifted
    band = band_by_profile(lifted, picture.outline)
    span = name_span(unroll(lifted, band, np.pi / 2), np.pi / 2, None)
    return band, span, unroll(lifted, band, span.start, span.turn), picture.outline


def test_the_band_leaves_out_the_rim_and_the_star(blank, stamped):
    band, _, _, outline = _name_strip(stamped(blank))
    # The drawn seal has its rim to .05, characters of .3 and a star from .69 of the radius.
    assert 0.03 < band.outer / outline.minor < 0.15
    assert 0.33 < band.inner / outline.minor < 0.55


def test_the_strip_holds_the_name_from_end_to_end(blank, stamped):
    _, span, strip, _ = _name_strip(stamped(blank))
    assert strip.shape[0] == STRIP_HEIGHT
    # The drawn name runs over 285 degrees from middle to middle of its end characters.
    assert np.degrees(span.turn) == pytest.approx(320, abs=20)
    dark = np.flatnonzero((strip < 128).any(axis=0))
    assert dark[0] > 2 and dark[-1] < strip.shape[1] - 3


def test_unrolling_sets_what_was_round_straight():
    yy, xx = np.mgrid[0:300, 0:300]
    away = np.hypot(xx - 150, yy - 150)
    picture = np.where((away > 90) & (away < 100), 0, 255).astype(np.uint8)
    strip = unroll(picture, Band(Ellipse(150, 150, 120, 120), 5, 45), np.pi / 2)
    rows = (strip < 128).mean(axis=1)
    # The ring lies 20 to 30 pixels in: from 15/40 to 25/40 of the strip, in every column.
    assert rows[STRIP_HEIGHT // 2] == 1.0
    assert rows[: STRIP_HEIGHT * 13 // 40].max() == 0.0
