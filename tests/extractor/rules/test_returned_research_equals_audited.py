from typing import Any

from extractor.rules.returned_research_equals_audited import check
from models.extraction import Choice

NEW = Choice(value="2025")


def test_equal_sums_pass(papers: Any) -> None:
    assert check(NEW, papers.yuan("9.00"), papers.yuan("9.00")) is None


def test_other_sums_are_a_question(papers: Any) -> None:
    said = check(NEW, papers.yuan("9000000.00"), papers.yuan("7000000.00"))
    assert said is not None
    assert said.severity == "C"


def test_older_sheets_have_no_such_row(papers: Any) -> None:
    said = check(Choice(value="2020-2023"), None, papers.yuan("9.00"))
    assert said is not None
    assert said.outcome == "not_applicable"
