from typing import Any

from extractor.rules.expensed_research_is_within_the_accounts import check


def test_a_narrower_measure_passes(papers: Any) -> None:
    assert check(papers.yuan("90.00"), papers.yuan("100.00")) is None


def test_more_than_the_accounts_is_a_question(papers: Any) -> None:
    said = check(papers.yuan("110.00"), papers.yuan("100.00"))
    assert said is not None
    assert said.severity == "C"
