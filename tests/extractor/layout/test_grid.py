from __future__ import annotations

import pytest

from extractor.imaging.pixels import Ruling
from extractor.layout.grid import Slope, Stroke, grid_of, groups_of, joined, slope_of


def test_the_lean_of_the_page_is_that_of_its_long_rulings():
    rulings = [Ruling((0.1, 0.1 * n), (0.9, 0.1 * n + 0.008)) for n in range(1, 6)]
    rulings.append(Ruling((0.1, 0.7), (0.16, 0.78)))
    slope = slope_of(rulings)
    assert slope.across == pytest.approx(0.01)
    x, y = slope.back(*slope.level(0.3, 0.4))
    assert (x, y) == pytest.approx((0.3, 0.4))


def test_one_ruling_says_nothing_about_the_lean():
    assert slope_of([Ruling((0.1, 0.1), (0.9, 0.2))]) == Slope()


def test_pieces_of_a_line_are_joined_and_others_are_not():
    pieces = [Stroke(0.5, 0.1, 0.4), Stroke(0.502, 0.405, 0.9), Stroke(0.52, 0.1, 0.9)]
    assert [(line.start, line.stop) for line in joined(pieces)] == [(0.1, 0.9), (0.1, 0.9)]
    apart = [Stroke(0.5, 0.1, 0.4), Stroke(0.5, 0.5, 0.9)]
    assert joined(apart) == apart


def test_strokes_that_touch_are_one_group():
    across = [Stroke(0.1, 0.1, 0.5), Stroke(0.3, 0.1, 0.5), Stroke(0.8, 0.1, 0.5)]
    down = [Stroke(0.105, 0.1, 0.3), Stroke(0.498, 0.1, 0.3)]
    sizes = sorted((len(h), len(v)) for h, v in groups_of(across, down))
    assert sizes == [(1, 0), (2, 2)]


def test_cells_fill_the_grid_without_overlap():
    across = [Stroke(y, 0.0, 0.9) for y in (0.0, 0.1, 0.2, 0.3)]
    down = [
        Stroke(0.0, 0.0, 0.3),
        Stroke(0.3, 0.1, 0.2),
        Stroke(0.6, 0.0, 0.3),
        Stroke(0.9, 0, 0.3),
    ]
    grid = grid_of(across, down)
    cells = grid.cells()
    assert sum(high * wide for _, _, high, wide in cells) == 9
    assert (0, 0, 1, 2) in cells
    assert (1, 0, 1, 1) in cells


def test_lines_that_enclose_nothing_are_no_grid():
    assert grid_of([Stroke(0.1, 0.1, 0.9)], [Stroke(0.5, 0.05, 0.15)]) is None
    assert grid_of([Stroke(0.1, 0.1, 0.9), Stroke(0.2, 0.1, 0.9)], []) is None
