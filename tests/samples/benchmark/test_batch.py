from pytest import approx

from samples.benchmark.batch import Point, line_through
from samples.benchmark.soak import soak_of
from samples.benchmark.watched import Look


def test_the_line_has_the_seconds_of_a_page_and_those_before_the_first() -> None:
    points = [Point(pages, 5 + 2 * pages, 0) for pages in (50, 200, 500)]
    assert line_through(points) == approx((2, 5, 1))


def test_growth_is_that_of_the_process_that_grew_most_after_the_warm_up() -> None:
    looks = []
    for pages in range(0, 1001, 10):
        warm = max(0, pages - 200)
        looks += [Look(pages, 1, 100 if pages < 200 else 1000, pages)]
        looks += [Look(pages, 2, 1000 + 0.1 * warm, pages)]
    soak = soak_of(looks, 1000, 60)
    assert soak.growth == approx(0.1 * 500 / soak.level_mib)
    assert soak.processes == 2
