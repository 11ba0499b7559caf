"""Pages with stamps: the generator's seals pressed onto blank or printed A4 at 150 dpi."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import numpy as np
import pytest
from PIL import Image, ImageDraw

from extractor.imaging.pixels import Pixels
from samples import fonts
from samples.case import SealFace
from samples.seals import Stamp, press, stamp

DPI = 150
NAME = "武汉长江智能装备有限公司"
Stamping = Callable[..., Pixels]


@pytest.fixture(scope="session")
def blank() -> Pixels:
    """A blank A4."""
    return np.full((1754, 1240, 3), 250, np.uint8)


@pytest.fixture(scope="session")
def printed(blank: Pixels) -> Pixels:
    """The page with lines of black print all over."""
    image = Image.fromarray(blank.copy())
    draw = ImageDraw.Draw(image)
    font = fonts.opened(fonts.serif(), 22)
    for top in range(80, 1700, 38):
        draw.text(
            (90, top), "报告期内公司研发费用支出情况如下所示单位人民币元合计数据来源附注", 20, font
        )
    return np.asarray(image.convert("RGB"), dtype=np.uint8)[:, :, ::-1].copy()


@pytest.fixture(scope="session")
def stamped() -> Stamping:
    """The page with a seal pressed on it at a place, in fractions; colour is RGB."""

    def stamped(
        page: Pixels,
        face: SealFace | None = None,
        centre: tuple[float, float] = (0.6, 0.4),
        colour: tuple[int, int, int] = (205, 28, 38),
        seed: int = 1,
    ) -> Pixels:
        seal = stamp(face or SealFace(NAME), Random(seed), DPI, worn=0.2)
        page = page[:, :, ::-1].copy()
        press(page, Stamp(seal.mask, colour), centre)
        return page[:, :, ::-1].copy()

    return stamped
