"""Which parts of a page are pictures."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractor.imaging.pixels import Pixels
from extractor.imaging.rulings import find_rulings
from extractor.layout.figures import find_figures
from extractor.layout.tables import tables_of
from models.document import BoundingBox, Code, Figure, Seal, TextLine

WIDTH, HEIGHT = 1654, 2339


@pytest.fixture
def page() -> Pixels:
    return np.full((HEIGHT, WIDTH, 3), 250, np.uint8)


def box(left: int, top: int, right: int, bottom: int) -> BoundingBox:
    return BoundingBox.clipped(left / WIDTH, top / HEIGHT, right / WIDTH, bottom / HEIGHT)


def printed(page: Pixels, left: int, top: int, letters: int, size: int = 30) -> TextLine:
    """Prints letter-like strokes and gives the line as it is read."""
    cells = np.random.default_rng(left + top).random((letters, 6, 6)) < 0.45
    for at, cell in enumerate(cells):
        x = left + at * (size + 4)
        shape = np.kron(cell, np.ones((size // 6, size // 6), bool))
        page[top : top + size, x : x + size][shape[:size, :size]] = 20
    right = left + letters * (size + 4)
    return TextLine(text="研" * letters, box=box(left, top, right, top + size), confidence=0.98)


def photographed(page: Pixels, left: int, top: int, wide: int, high: int) -> BoundingBox:
    """Lays a photograph on the page: patches of light and dark."""
    patches = np.random.default_rng(wide).uniform(0, 215, (5, 7, 3))
    scene = cv2.resize(patches, (wide, high), interpolation=cv2.INTER_CUBIC).clip(0, 220)
    page[top : top + high, left : left + wide] = scene
    return box(left, top, left + wide, top + high)


def charted(page: Pixels, left: int, top: int) -> BoundingBox:
    """Draws bars between an axis and its lines."""
    for y in range(top, top + 401, 100):
        cv2.line(page, (left, y), (left + 700, y), (200, 200, 200), 2)
    for at, high in enumerate((320, 150, 260, 90, 380, 210)):
        x = left + 40 + 110 * at
        page[top + 400 - high : top + 400, x : x + 60] = (196, 114, 68)
    return box(left, top, left + 700, top + 400)


def gridded(page: Pixels, xs: tuple[int, ...], ys: tuple[int, ...]) -> None:
    for y in ys:
        cv2.line(page, (xs[0], y), (xs[-1], y), (30, 30, 30), 3)
    for x in xs:
        cv2.line(page, (x, ys[0]), (x, ys[-1]), (30, 30, 30), 3)


def figures_on(page: Pixels, *lines: TextLine, seals=(), codes=()) -> tuple[Figure, ...]:
    noise = np.random.default_rng(3).normal(0, 2, (HEIGHT, WIDTH, 1))
    scan = np.asarray((page + noise).clip(0, 255), np.uint8)
    rulings = find_rulings(scan)
    return find_figures(scan, lines, rulings, tables_of(rulings, lines), seals, codes)


def is_at(figure: Figure, place: BoundingBox) -> bool:
    return figure.box.overlap(place) > 0.9 and place.overlap(figure.box) > 0.9


def test_a_photograph_among_print_is_found_where_it_lies(page: Pixels) -> None:
    lines = [printed(page, 220, top, 34) for top in (200, 260, 1100, 1160)]
    place = photographed(page, 400, 400, 800, 560)
    (figure,) = figures_on(page, *lines)
    assert is_at(figure, place)
    assert not figure.drawn


def test_a_chart_is_one_drawing_however_many_bars_it_has(page: Pixels) -> None:
    charted(page, 400, 500)
    lines = [printed(page, 440 + 110 * at, 920, 2, 24) for at in range(6)]
    (figure,) = figures_on(page, *lines)
    assert figure.drawn
    assert figure.box.overlap(box(400, 480, 1110, 920)) == 1
    assert figure.box.width > 550 / WIDTH


def test_two_photographs_side_by_side_are_two(page: Pixels) -> None:
    places = [photographed(page, left, 400, 500, 400) for left in (250, 790)]
    found = sorted(figures_on(page), key=lambda each: each.box.left)
    assert [is_at(*pair) for pair in zip(found, places, strict=True)] == [True, True]


def test_a_photograph_in_the_cell_of_a_table_is_found(page: Pixels) -> None:
    gridded(page, (200, 500, 1450), (400, 500, 1100, 1200))
    lines = [printed(page, 230, top, 6) for top in (430, 700, 1130)]
    lines += [printed(page, 560, top, 12) for top in (430, 1130)]
    place = photographed(page, 600, 540, 700, 520)
    (figure,) = figures_on(page, *lines)
    assert is_at(figure, place)


def test_print_and_a_blank_page_are_no_pictures(page: Pixels) -> None:
    assert figures_on(page) == ()
    lines = [printed(page, 220, top, 34) for top in range(200, 2000, 60)]
    assert figures_on(page, *lines) == ()
    assert figures_on(page) == ()


def test_print_that_was_not_read_is_no_picture(page: Pixels) -> None:
    for top in range(200, 1500, 60):
        printed(page, 220, top, 34)
    assert figures_on(page) == ()


def test_a_table_and_a_framed_text_are_no_pictures(page: Pixels) -> None:
    xs, ys = (200, 600, 1000, 1450), tuple(range(300, 901, 100))
    page[300:400, 200:1450] = 200
    gridded(page, xs, ys)
    lines = [printed(page, x + 40, y + 35, 7) for x in xs[:-1] for y in ys[:-1]]
    gridded(page, (200, 1450), (1100, 1700))
    page[1103:1698, 203:1447] = 205
    lines += [printed(page, 260, top, 32) for top in range(1150, 1650, 70)]
    assert figures_on(page, *lines) == ()


def test_a_table_is_no_picture_where_its_grid_was_not_seen_as_one(page: Pixels) -> None:
    xs, ys = (200, 600, 1000, 1450), tuple(range(300, 901, 100))
    page[300:400, 200:1450] = 190
    gridded(page, xs, ys)
    lines = [printed(page, x + 40, y + 35, 7) for x in xs[:-1] for y in ys[:-1]]
    assert find_figures(page, lines, find_rulings(page), (), (), ()) == ()


def test_seals_read_or_not_are_no_pictures(page: Pixels) -> None:
    for y, colour in ((500, (70, 60, 210)), (1200, (110, 110, 110))):
        cv2.circle(page, (800, y), 165, colour, 9)
        star = [
            (
                800 + 60 * np.sin(angle) * (1 if at % 2 else 0.4),
                y - 60 * np.cos(angle) * (1 if at % 2 else 0.4),
            )
            for at, angle in enumerate(np.linspace(0, 2 * np.pi, 11)[:-1])
        ]
        cv2.fillPoly(page, [np.array(star, np.int32)], colour)
    seal = Seal(text="", box=box(635, 335, 965, 665), confidence=0.9)
    assert figures_on(page, seals=(seal,)) == ()


def test_a_photograph_that_was_taken_for_a_seal_is_found(page: Pixels) -> None:
    place = photographed(page, 400, 400, 800, 560)
    seal = Seal(text="", box=place, confidence=0.0, shape="unknown", colour="red")
    (figure,) = figures_on(page, seals=(seal,))
    assert is_at(figure, place)


def test_codes_signatures_and_logos_are_no_pictures(page: Pixels) -> None:
    squares = np.random.default_rng(5).random((33, 33)) < 0.5
    page[300:630, 300:630][np.kron(squares, np.ones((10, 10), bool))] = 0
    code = Code(text="https://…", box=box(300, 300, 630, 630))
    turns = np.linspace(0, 9 * np.pi, 300)
    strokes = np.stack([900 + 10 * turns, 1500 + 40 * np.sin(1.3 * turns)], axis=1)
    cv2.polylines(page, [strokes.astype(np.int32)], False, (60, 30, 20), 4, cv2.LINE_AA)
    photographed(page, 200, 120, 180, 90)
    assert figures_on(page, codes=(code,)) == ()


def test_the_dark_around_a_page_is_no_picture(page: Pixels) -> None:
    page[:, :130] = 40
    page[1900:] = 60
    assert figures_on(page) == ()
