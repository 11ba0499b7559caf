from random import Random

import numpy as np

from samples.case import SealFace
from samples.seals import press, stamp, straddling


def test_a_pressed_seal_reddens_its_box_and_nothing_else() -> None:
    page = np.full((900, 700, 3), 255, np.uint8)
    face = SealFace("武汉测试科技有限公司", serial="4201001234567")
    left, top, right, bottom = press(page, stamp(face, Random(1), 150), (0.5, 0.4))
    inside = page[round(top * 900) : round(bottom * 900), round(left * 700) : round(right * 700)]
    assert (inside[..., 0] > inside[..., 2]).mean() > 0.1
    assert (page < 255).any(axis=2).sum() == (inside < 255).any(axis=2).sum()


def test_print_shows_through_the_ink() -> None:
    page = np.zeros((600, 600, 3), np.uint8)
    press(page, stamp(SealFace("武汉测试科技有限公司"), Random(1), 150), (0.5, 0.5))
    assert not page.any()


def test_the_strips_of_a_straddling_seal_make_up_the_whole() -> None:
    seal = stamp(SealFace("武汉测试科技有限公司"), Random(2), 150)
    strips = straddling(seal, 3)
    assert np.array_equal(np.concatenate([strip.mask for strip in strips], axis=1), seal.mask)


def test_a_long_name_fits_into_the_ring_of_a_short_one() -> None:
    short = stamp(SealFace("武汉图科技公司"), Random(3), 150).mask
    long = stamp(
        SealFace("国家税务总局武汉东湖新技术开发区税务局第一税务分局"), Random(3), 150
    ).mask
    assert short.shape == long.shape
    assert long.max() > 0.3
