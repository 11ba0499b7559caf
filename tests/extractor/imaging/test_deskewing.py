import cv2
import numpy as np
import pytest

from extractor.imaging.deskewing import deskew, skew_of
from extractor.imaging.pixels import Pixels
from models.document import BoundingBox
from tests.extractor.imaging.conftest import turned


@pytest.mark.parametrize("degrees", [-8.0, -3.3, -1.0, -0.4, 0.3, 0.8, 2.5, 7.0])
def test_the_skew_of_a_page_of_print_is_measured(prose: Pixels, degrees: float) -> None:
    assert skew_of(turned(prose, degrees)) == pytest.approx(degrees, abs=0.1)


@pytest.mark.parametrize("degrees", [-2.0, 1.2])
def test_the_skew_of_an_empty_form_is_measured_by_its_rulings(
    paper: Pixels, degrees: float
) -> None:
    for y in range(300, 2000, 150):
        cv2.line(paper, (200, y), (1450, y), (0, 0, 0), 2)
    for x in (200, 700, 1450):
        cv2.line(paper, (x, 300), (x, 1950), (0, 0, 0), 2)
    assert skew_of(turned(paper, degrees)) == pytest.approx(degrees, abs=0.1)


def test_a_straight_page_is_handed_on_untouched(prose: Pixels) -> None:
    straight = deskew(prose)
    assert straight.angle == 0
    assert straight.pixels is prose


def test_a_blank_page_has_no_skew(paper: Pixels) -> None:
    assert deskew(paper).angle == 0


def test_a_seal_alone_has_no_skew(paper: Pixels) -> None:
    cv2.circle(paper, (800, 1200), 230, (40, 40, 210), 8)
    cv2.circle(paper, (800, 1200), 60, (40, 40, 210), -1)
    assert deskew(paper).angle == 0


def test_no_corner_of_a_skewed_page_is_cut_off(prose: Pixels) -> None:
    page = turned(prose, 3.0)
    page[:20, :20] = (0, 0, 255)
    straight = deskew(page).pixels
    assert straight.shape[0] > page.shape[0]
    assert straight.shape[1] > page.shape[1]
    red = (straight[:, :, 2] > 200) & (straight[:, :, 0] < 60)
    assert red.sum() > 340


@pytest.mark.parametrize("degrees", [-5.0, 0.7, 4.0])
def test_a_box_maps_back_to_where_it_stood_on_the_skewed_page(
    prose: Pixels, degrees: float
) -> None:
    prose[1000:1020, 400:420] = (0, 0, 255)
    page = turned(prose, degrees)
    straight = deskew(page)

    def spot(pixels: Pixels) -> BoundingBox:
        ys, xs = np.nonzero((pixels[:, :, 2] > 150) & (pixels[:, :, 0] < 100))
        high, wide = pixels.shape[:2]
        return BoundingBox.clipped(
            xs.min() / wide, ys.min() / high, (xs.max() + 1) / wide, (ys.max() + 1) / high
        )

    mapped, seen = straight.to_upright(spot(straight.pixels)), spot(page)
    assert mapped.centre == pytest.approx(seen.centre, abs=0.0015)
    assert mapped.width == pytest.approx(seen.width, abs=0.004)


def test_boxes_of_an_untouched_page_stay(prose: Pixels) -> None:
    box = BoundingBox(left=0.1, top=0.2, right=0.3, bottom=0.4)
    assert deskew(prose).to_upright(box) == box
