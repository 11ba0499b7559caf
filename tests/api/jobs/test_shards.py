from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from api.jobs.results import Place
from api.jobs.shards import SHARD_PAGES, cut, priority
from extractor.intake.opening import OpenedFile

PLACE = Place(Path("data"), "mark", "edition")


def file(pages: int) -> OpenedFile:
    return OpenedFile(Path("a.pdf"), "a.pdf", "00", "application/pdf", pages)


@given(st.sets(st.integers(1, 400)), st.integers(1, 64))
def test_every_page_is_in_one_shard_and_no_shard_is_long(numbers: set[int], workers: int) -> None:
    shards = cut(file(400), sorted(numbers), workers, PLACE, 1)
    assert [number for shard in shards for number in shard.numbers] == sorted(numbers)
    assert all(1 <= len(shard.numbers) <= SHARD_PAGES for shard in shards)


@given(st.integers(1, 64))
def test_a_long_document_gives_every_worker_something_to_do(workers: int) -> None:
    assert len(cut(file(300), range(1, 301), workers, PLACE, 1)) >= min(workers, 300)


def test_a_few_pages_are_shared_out_too() -> None:
    assert len(cut(file(3), (1, 2, 3), 2, PLACE, 1)) == 3


def test_a_short_submission_goes_first() -> None:
    assert priority(3, 100.0) > priority(300, 100.0)


def test_a_long_one_is_not_put_off_for_ever() -> None:
    assert priority(300, 0.0) > priority(3, 900.0)
