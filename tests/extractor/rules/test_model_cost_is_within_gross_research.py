from typing import Any

from extractor.rules.model_cost_is_within_gross_research import check


def test_all_categories_are_added_before_any_cap(papers: Any) -> None:
    assert check(papers.wan("9"), *[papers.yuan("10000.00")] * 9) is None


def test_a_cost_above_them_all_is_a_question(papers: Any) -> None:
    said = check(papers.wan("10.50"), *[papers.yuan("10000.00")] * 9)
    assert said is not None
    assert said.severity == "C"
