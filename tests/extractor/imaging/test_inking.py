import cv2
import numpy as np
import pytest

from extractor.imaging.inking import ink_mask, lift_ink
from extractor.imaging.pixels import Pixels

RED, BLUE, PURPLE, BROWN, GOLD = (
    (60, 50, 215), (200, 80, 50), (150, 50, 140), (40, 70, 140), (75, 130, 165),
)  # fmt: skip


def printed(paper: Pixels) -> Pixels:
    for top in range(300, 900, 60):
        paper[top : top + 20, 300:900] = 25
    return paper


def inked(page: Pixels, colour: tuple[int, int, int]) -> Pixels:
    """The page with a ring of ink over it, print showing through."""
    ring = np.zeros(page.shape[:2], np.uint8)
    cv2.circle(ring, (600, 600), 230, 255, 14)
    over = page.copy()
    over[ring > 0] = page[ring > 0] * (np.array(colour) / 255)
    return over


@pytest.mark.parametrize("colour", [RED, BLUE, PURPLE])
def test_ink_is_lifted_off_and_the_print_under_it_stays(
    paper: Pixels, colour: tuple[int, int, int]
) -> None:
    page = printed(paper)
    lifted = lift_ink(inked(page, colour))
    bare = page[:, :, 0] > 128
    assert lifted.shape == page.shape
    assert (lifted[bare] < 110).mean() < 1e-4
    assert lifted[~bare].max() < 60


def test_red_ink_leaves_no_trace(paper: Pixels) -> None:
    assert lift_ink(inked(paper, RED)).min() > 235


def test_the_thin_letters_of_a_seal_leave_no_trace_in_a_jpeg(paper: Pixels) -> None:
    # JPEG keeps colour at half the size: of a thin stroke it leaves pink beside a dull line.
    cv2.circle(paper, (600, 600), 160, (75, 70, 215), 7)
    for turn in range(0, 360, 24):
        x, y = 600 + 120 * np.cos(np.radians(turn)), 600 + 120 * np.sin(np.radians(turn))
        for step in range(-12, 13, 8):
            start, end = (int(x - 12), int(y + step)), (int(x + 12), int(y + step))
            cv2.line(paper, start, end, (125, 120, 225), 2)
    _, data = cv2.imencode(".jpg", paper, [cv2.IMWRITE_JPEG_QUALITY, 60])
    lifted = lift_ink(np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), dtype=np.uint8))
    assert (lifted.min(axis=2) < 150).sum() < 300


def test_gold_print_is_print_and_stays(paper: Pixels) -> None:
    paper[400:440, 300:900] = GOLD
    assert lift_ink(paper)[400:440, 300:900].max() < 140


def test_a_page_without_ink_is_handed_on_untouched(prose: Pixels) -> None:
    assert lift_ink(prose) is prose


def test_print_beside_the_ink_keeps_its_thin_strokes(paper: Pixels) -> None:
    paper[1500:1800, 300:900:9] = 210
    page = inked(paper, RED)
    assert np.array_equal(lift_ink(page)[1500:1800], page[1500:1800])


def test_lifted_ink_leaves_the_paper_in_its_own_shade(paper: Pixels) -> None:
    light = np.linspace(0.9, 0.5, paper.shape[1])[None, :, None]
    page = (inked(paper, RED) * light).astype(np.uint8)
    assert np.abs(lift_ink(page) - paper * light).max() < 25


@pytest.mark.parametrize("colour", [RED, BLUE, PURPLE, BROWN])
def test_ink_is_found_where_it_lies_and_only_there(
    paper: Pixels, colour: tuple[int, int, int]
) -> None:
    mask = ink_mask(inked(printed(paper), colour))
    assert mask.shape == paper.shape[:2]
    ys, xs = np.nonzero(mask)
    radius = np.hypot(xs - 600, ys - 600)
    assert len(ys) > 8000
    assert np.abs(radius - 230).max() < 14


def test_the_tint_of_paper_is_no_ink(paper: Pixels) -> None:
    page = printed(paper)
    page[:] = (page * np.array([0.85, 0.88, 1.0])).astype(np.uint8)
    assert not ink_mask(page).any()


def test_the_fringes_of_black_print_in_a_jpeg_are_no_ink(prose: Pixels) -> None:
    _, data = cv2.imencode(".jpg", prose, [cv2.IMWRITE_JPEG_QUALITY, 40])
    assert not ink_mask(np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR))).any()


def test_a_blank_page_has_no_ink_and_stays_white(paper: Pixels) -> None:
    assert not ink_mask(paper).any()
    assert lift_ink(paper).min() == 255


@pytest.mark.parametrize("size", [(1, 1), (7, 5), (101, 203)])
def test_pictures_of_any_size_are_taken(size: tuple[int, int]) -> None:
    picture = np.full((*size, 3), RED, np.uint8)
    picture[0, 0] = 255
    assert lift_ink(picture).shape == picture.shape
