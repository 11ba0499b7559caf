from typing import Any

from extractor.rules.model_cost_is_within_accounted_research import check
from models.extraction import Rows, Text


def sheet(papers: Any, now: str, before: str) -> Rows:
    row = {
        "line": Text(value="开发支出"),
        "current": papers.yuan(now),
        "prior": papers.yuan(before),
    }
    return Rows(records=(row,))


def test_capitalised_development_counts(papers: Any) -> None:
    rows = sheet(papers, "500000.00", "100000.00")
    said = check(papers.wan("100"), papers.yuan("1.00"), papers.yuan("600000.00"), rows)
    assert said is not None
    assert said.outcome == "passed"


def test_more_than_all_research_is_a_question(papers: Any) -> None:
    said = check(papers.wan("100"), papers.yuan("1.00"), papers.yuan("600000.00"), None)
    assert said is not None
    assert said.severity == "C"


def test_a_statement_without_the_line_is_not_compared(papers: Any) -> None:
    said = check(papers.wan("100"), papers.yuan("1.00"), None, None)
    assert said is not None
    assert said.outcome == "not_applicable"
