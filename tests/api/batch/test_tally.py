from pathlib import Path

from api.batch.discovery import Candidate
from api.batch.tally import Tally


def candidate(name: str, size: int) -> Candidate:
    return Candidate(Path(name), name, size, "")


def test_pages_of_files_not_opened_yet_are_told_by_their_size() -> None:
    tally = Tally()
    tally.expect([candidate("a", 1000), candidate("b", 3000)])
    tally.opened("a", pages=10, missing=10)
    assert tally.pace().of_pages == 40


def test_pages_read_in_an_earlier_run_make_this_one_no_faster() -> None:
    tally = Tally()
    tally.expect([candidate("a", 1000)])
    tally.opened("a", pages=10, missing=4)
    assert (tally.pace().pages, tally.pace().pages_read) == (6, 0)
    assert tally.pace().seconds_left is None
    tally.read("a", 8)
    assert (tally.pace().pages, tally.pace().pages_read) == (8, 2)


def test_a_submission_that_cannot_be_opened_has_no_pages_to_wait_for() -> None:
    tally = Tally()
    tally.expect([candidate("a", 1000), candidate("b", 1000)])
    tally.opened("a", pages=5, missing=5)
    tally.finished("b")
    pace = tally.pace()
    assert (pace.submissions, pace.of_pages) == (1, 5)
