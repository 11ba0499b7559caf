from pathlib import Path

from extractor.evaluate.machine import this_machine
from samples.benchmark.contestants import Run
from samples.benchmark.figures import benchmark_markdown, figures_of
from samples.benchmark.pages import Pages

NUMBERS = {"1.png": frozenset({"1234.56"}), "2.png": frozenset()}


def runs(*seconds):
    return [Run(seconds=each, peak_mib=each, texts={"1.png": "1,234.56"}) for each in seconds]


def test_speed_is_the_median_and_memory_the_most():
    figures = figures_of("one", runs(2.0, 12.0, 4.0), NUMBERS)

    assert figures.pages_per_minute == 30.0
    assert (figures.slowest, figures.fastest) == (10.0, 60.0)
    assert figures.peak_mib == 12.0
    assert figures.numbers_found == 1.0


def test_the_table_says_how_many_times_as_fast_the_first_is():
    pages = Pages(folder=Path("pages"), numbers=NUMBERS, seeds=(9000,))
    figures = [figures_of("one", runs(2.0), NUMBERS), figures_of("other", runs(5.0), NUMBERS)]

    written = benchmark_markdown(figures, pages, this_machine(), {"rapidocr": "3.10.0"}, 1, 2)

    assert "| other | 24.0 | 24.0–24.0 | 2.50 | 5 | 100.0% |" in written
    assert "seeds 9000" in written
    assert "rapidocr 3.10.0" in written
