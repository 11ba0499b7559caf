from __future__ import annotations

import numpy as np
import pytest

from extractor.seals.fitting import Ellipse, arc_seen, best_circle, best_ellipse

TURNS = np.linspace(0, 2 * np.pi, 200, endpoint=False)


def _points(curve, turns=TURNS):
    return np.stack(curve.at(turns), axis=1).astype(np.float32)


def test_the_circle_is_found_among_other_points():
    circle = Ellipse(120, 90, 40, 40)
    noise = np.random.default_rng(3).uniform(0, 200, (80, 2)).astype(np.float32)
    found = best_circle(np.concatenate([_points(circle), noise]), 20, 60, 1.5)
    assert (found.x, found.y, found.major) == pytest.approx((120, 90, 40), abs=0.5)


def test_no_circle_of_an_allowed_size_is_none():
    assert best_circle(_points(Ellipse(120, 90, 40, 40)), 60, 90, 1.5) is None


def test_a_flattened_circle_is_followed_by_an_ellipse():
    oval = Ellipse(100, 100, 50, 38, 0.4)
    found = best_ellipse(_points(oval), Ellipse(100, 100, 45, 45), 4)
    assert (found.major, found.minor, found.angle) == pytest.approx((50, 38, 0.4), abs=0.5)


def test_half_an_arc_is_seen_as_half():
    circle = Ellipse(100, 100, 50, 50)
    seen = arc_seen(_points(circle, np.linspace(0, np.pi, 200)), circle, 2)
    assert seen.mean() == pytest.approx(0.5, abs=0.03)


def test_a_point_moved_inwards_lies_that_far_from_the_curve():
    oval = Ellipse(100, 100, 50, 38, 0.4)
    inner = np.stack(oval.at(TURNS, 6.0), axis=1)
    away = np.hypot(*(inner[:, None] - _points(oval)[None]).transpose(2, 0, 1)).min(axis=1)
    assert away == pytest.approx(6.0, abs=0.6)
