"""Pages the imaging tests look at, drawn without fonts."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest

from extractor.imaging.pixels import Pixels

A4 = (2339, 1654)
Print = Callable[[Pixels, int, int, int], None]


@pytest.fixture
def paper() -> Pixels:
    """A blank A4 at 200 dpi."""
    return np.full((*A4, 3), 255, np.uint8)


@pytest.fixture(scope="session")
def print_line() -> Print:
    """Prints a line of letter-like strokes from a place on, so many pixels wide."""
    cells = np.random.default_rng(1).random((2000, 6, 6)) < 0.45

    def print_line(page: Pixels, left: int, top: int, width: int) -> None:
        for index, x in enumerate(range(left, left + width, 32)):
            shape = np.kron(cells[(index * 7 + top) % len(cells)], np.ones((4, 4), bool))
            page[top : top + 24, x : x + 24][shape] = 20

    return print_line


@pytest.fixture
def prose(paper: Pixels, print_line: Print) -> Pixels:
    """A page of lines of print, no rulings."""
    for top in range(200, 2100, 52):
        print_line(paper, 180, top, 1250 if top % 3 else 700)
    return paper


def turned(page: Pixels, degrees: float) -> Pixels:
    """The page turned clockwise about its middle, white around it."""
    high, wide = page.shape[:2]
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), -degrees, 1.0)
    return np.asarray(
        cv2.warpAffine(page, matrix, (wide, high), borderValue=(255, 255, 255)), dtype=np.uint8
    )
