from typing import Any

from extractor.rules.model_cost_is_within_revenue import check


def test_a_cost_up_to_the_revenue_passes(papers: Any) -> None:
    assert check(papers.wan("100"), papers.wan("100")) is None


def test_a_greater_cost_is_a_question(papers: Any) -> None:
    said = check(papers.wan("101"), papers.wan("100"))
    assert said is not None
    assert said.severity == "C"
