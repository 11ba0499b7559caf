from typing import Any

from extractor.rules.expensed_research_is_within_period_expenses import check
from models.extraction import Amount, Choice

NEW, OLD = Choice(value="2025"), Choice(value="2020-2023")


def sums(papers: Any, *expenses: str | None) -> list[Amount | None]:
    research = [papers.yuan("10.00")] * 9
    return [*research, *(None if each is None else papers.yuan(each) for each in expenses)]


def test_research_within_the_expenses_passes(papers: Any) -> None:
    said = check(NEW, papers.yuan("50.00"), *sums(papers, "10.00", "10.00", "10.00", "10.00"))
    assert said is None


def test_more_research_than_all_expenses_is_a_question(papers: Any) -> None:
    said = check(NEW, papers.yuan("0.00"), *sums(papers, "10.00", "10.00", "10.00", "10.00"))
    assert said is not None
    assert (said.severity, said.outcome) == ("C", None)


def test_row_7_of_the_older_sheet_is_no_expense(papers: Any) -> None:
    said = check(OLD, papers.yuan("50.00"), *sums(papers, "10.00", "10.00", "10.00", "99.00"))
    assert said is not None


def test_an_expense_that_was_not_read_leaves_it_open(papers: Any) -> None:
    said = check(NEW, papers.yuan("0.00"), *sums(papers, "10.00", None, "10.00", "10.00"))
    assert said is not None
    assert said.outcome == "unreadable"
