import cv2
import numpy as np
import pytest

from extractor.imaging.inking import ink_mask
from extractor.imaging.pixels import Pixels, Ruling
from extractor.imaging.rulings import find_rulings, without_rims
from models.document import BoundingBox
from tests.extractor.imaging.conftest import Print, turned

ROWS = (400, 480, 560, 640, 720)
COLUMNS = (200, 600, 1000, 1400)


def draw_table(page: Pixels, shade: int = 0, thick: int = 2) -> Pixels:
    for y in ROWS:
        cv2.line(page, (COLUMNS[0], y), (COLUMNS[-1], y), (shade,) * 3, thick)
    for x in COLUMNS:
        cv2.line(page, (x, ROWS[0]), (x, ROWS[-1]), (shade,) * 3, thick)
    return page


def in_pixels(page: Pixels, rulings: tuple[Ruling, ...]) -> tuple[list[int], list[int]]:
    """Places of the horizontal and of the vertical rulings."""
    high, wide = page.shape[:2]
    return (
        sorted(round(each.start[1] * high) for each in rulings if each.horizontal),
        sorted(round(each.start[0] * wide) for each in rulings if not each.horizontal),
    )


@pytest.mark.parametrize(("shade", "thick"), [(0, 1), (0, 2), (0, 6), (150, 1), (200, 2)])
def test_a_table_is_found_thin_thick_and_grey(paper: Pixels, shade: int, thick: int) -> None:
    page = draw_table(paper, shade, thick)
    across, down = in_pixels(page, find_rulings(page))
    assert across == pytest.approx(ROWS, abs=3)
    assert down == pytest.approx(COLUMNS, abs=3)


def test_rulings_end_where_they_end(paper: Pixels) -> None:
    page = draw_table(paper)
    high, wide = page.shape[:2]
    for ruling in find_rulings(page):
        if ruling.horizontal:
            assert ruling.start[0] * wide == pytest.approx(COLUMNS[0], abs=4)
            assert ruling.end[0] * wide == pytest.approx(COLUMNS[-1], abs=4)


def test_a_page_of_print_has_no_rulings(prose: Pixels) -> None:
    assert find_rulings(prose) == ()


def test_print_in_the_cells_adds_no_rulings(paper: Pixels, print_line: Print) -> None:
    page = draw_table(paper)
    for y in ROWS[:-1]:
        for x in COLUMNS[:-1]:
            print_line(page, x + 20, y + 28, 340)
    across, down = in_pixels(page, find_rulings(page))
    assert across == pytest.approx(ROWS, abs=3)
    assert down == pytest.approx(COLUMNS, abs=3)


def test_a_ruling_is_not_drawn_through_a_merged_cell(paper: Pixels, print_line: Print) -> None:
    page = draw_table(paper)
    page[ROWS[1] + 4 : ROWS[2] - 3, COLUMNS[1] - 5 : COLUMNS[1] + 6] = 255
    print_line(page, COLUMNS[0] + 60, ROWS[1] + 28, 900)
    high = page.shape[0]
    pieces = sorted(
        (round(each.start[1] * high), round(each.end[1] * high))
        for each in find_rulings(page)
        if not each.horizontal and abs(each.start[0] * page.shape[1] - COLUMNS[1]) < 6
    )
    assert np.array(pieces) == pytest.approx(
        np.array([(ROWS[0], ROWS[1]), (ROWS[2], ROWS[-1])]), abs=7
    )


def test_a_cell_one_row_high_keeps_its_sides(paper: Pixels) -> None:
    page = draw_table(paper)
    cv2.line(page, (800, ROWS[1]), (800, ROWS[2]), (0, 0, 0), 2)
    _, down = in_pixels(page, find_rulings(page))
    assert down == pytest.approx(sorted((*COLUMNS, 800)), abs=3)


def test_small_breaks_do_not_divide_a_ruling(paper: Pixels) -> None:
    page = draw_table(paper)
    for x in range(260, 1400, 190):
        page[ROWS[2] - 4 : ROWS[2] + 5, x : x + 12] = 255
    across, _ = in_pixels(page, find_rulings(page))
    assert across == pytest.approx(ROWS, abs=3)


def test_rulings_of_a_sheet_that_was_not_flat_are_found_whole(paper: Pixels) -> None:
    page = draw_table(paper)
    ys, xs = np.mgrid[0 : page.shape[0], 0 : page.shape[1]].astype(np.float32)
    bent = cv2.remap(
        page, xs, ys + 6 * np.sin(xs / page.shape[1] * np.pi), cv2.INTER_LINEAR,
        borderValue=(255, 255, 255),
    )  # fmt: skip
    across, _ = in_pixels(page, find_rulings(np.asarray(bent, dtype=np.uint8)))
    assert len(across) == len(ROWS)


def test_a_slight_slant_is_measured_at_both_ends(paper: Pixels) -> None:
    page = turned(draw_table(paper), 0.3)
    (first, *_) = find_rulings(page)
    fall = (first.end[1] - first.start[1]) * page.shape[0]
    assert fall == pytest.approx(1200 * np.tan(np.radians(0.3)), abs=2)


def test_shaded_cells_keep_their_rulings_and_add_none(paper: Pixels) -> None:
    paper[ROWS[0] : ROWS[1], COLUMNS[0] : COLUMNS[-1]] = 205
    page = draw_table(paper)
    across, down = in_pixels(page, find_rulings(page))
    assert across == pytest.approx(ROWS, abs=3)
    assert down == pytest.approx(COLUMNS, abs=3)


def test_the_ring_of_a_seal_is_no_ruling(paper: Pixels) -> None:
    cv2.circle(paper, (800, 1200), 235, (60, 50, 200), 10)
    assert find_rulings(paper) == ()


def test_the_rim_of_a_seal_over_a_table_divides_no_cell(paper: Pixels) -> None:
    page = draw_table(paper)
    middle = (COLUMNS[1] + 190, ROWS[2])
    stamped = page.copy()
    cv2.circle(stamped, middle, 160, (60, 45, 190), 9)
    stamped = np.minimum(page, stamped)
    across, down = in_pixels(stamped, find_rulings(stamped, ink_mask(stamped)))
    assert across == pytest.approx(ROWS, abs=3)
    assert down == pytest.approx(COLUMNS, abs=3)


def test_the_rim_of_a_photocopied_seal_divides_no_cell_either(paper: Pixels) -> None:
    page = draw_table(paper)
    x, y = COLUMNS[1] + 190, ROWS[2]
    cv2.circle(page, (x, y), 160, (80, 80, 80), 9)
    high, wide = page.shape[:2]
    box = BoundingBox(
        left=(x - 164) / wide, top=(y - 164) / high, right=(x + 164) / wide, bottom=(y + 164) / high
    )
    found = find_rulings(page)
    assert len(in_pixels(page, found)[1]) > len(COLUMNS)
    across, down = in_pixels(page, without_rims(found, [box]))
    assert across == pytest.approx(ROWS, abs=3)
    assert down == pytest.approx(COLUMNS, abs=3)


def test_a_table_printed_in_red_keeps_its_columns(paper: Pixels) -> None:
    black = draw_table(paper)
    red = paper.copy()
    red[black[:, :, 0] < 128] = (70, 60, 170)
    across, down = in_pixels(red, find_rulings(red, ink_mask(red)))
    assert across == pytest.approx(ROWS, abs=3)
    assert down == pytest.approx(COLUMNS, abs=3)


def test_dark_bars_and_pictures_are_no_rulings(paper: Pixels) -> None:
    paper[500:540, 200:1400] = 30
    paper[900:1400, 400:1000] = 60
    assert find_rulings(paper) == ()


def test_the_bed_of_a_scanner_along_an_edge_is_no_ruling(paper: Pixels) -> None:
    paper[:12] = 40
    paper[:, -14:] = 40
    assert find_rulings(paper) == ()


def test_noise_of_a_scanner_is_no_ruling(paper: Pixels) -> None:
    noise = np.random.default_rng(0).normal(0, 10, paper.shape)
    page = np.clip(draw_table(paper) * 0.8 + 30 + noise, 0, 255).astype(np.uint8)
    across, down = in_pixels(page, find_rulings(page))
    assert across == pytest.approx(ROWS, abs=3)
    assert down == pytest.approx(COLUMNS, abs=3)


def test_a_small_picture_is_looked_at_without_failing() -> None:
    assert find_rulings(np.full((5, 7, 3), 255, np.uint8)) == ()
