from typing import Any

from extractor.rules.extra_deduction_reaches_the_main_sheet import check
from models.extraction import Choice

NEW, OLD = Choice(value="2025"), Choice(value="2020-2023")


def test_a_sub_row_of_the_same_sum_passes(papers: Any) -> None:
    total = papers.yuan("100.00")
    (said,) = check(total, NEW, papers.yuan("120.00"), None, total)
    assert said.outcome == "passed"


def test_less_relief_than_row_51_fails(papers: Any) -> None:
    (said,) = check(papers.yuan("100.00"), NEW, papers.yuan("90.00"), None, None)
    assert said.severity == "B"
    assert said.values == ("a107012.row_51", "a100000.rows[22]")


def test_another_sub_row_is_a_question(papers: Any) -> None:
    amounts = (papers.yuan("120.00"), None, papers.yuan("90.00"))
    (said,) = check(papers.yuan("100.00"), NEW, *amounts)
    assert said.severity == "C"


def test_older_sheets_carry_it_in_row_17(papers: Any) -> None:
    (said,) = check(papers.yuan("100.00"), OLD, papers.yuan("0.00"), papers.yuan("100.00"), None)
    assert said.values[1] == "a100000.rows[17]"
    assert said.outcome == "passed"


def test_a_row_that_was_not_read_leaves_it_open(papers: Any) -> None:
    (said,) = check(papers.yuan("100.00"), NEW, None, None, None)
    assert said.outcome == "unreadable"
