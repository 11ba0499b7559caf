from typing import Any

from extractor.rules.model_cost_is_within_eligible_research import check


def test_a_cost_up_to_row_40_passes(papers: Any) -> None:
    assert check(papers.wan("186.90"), papers.yuan("1869000.00")) is None


def test_a_greater_cost_is_a_question_with_the_lawful_reasons(papers: Any) -> None:
    said = check(papers.wan("200.00"), papers.yuan("1869000.00"))
    assert said is not None
    assert said.severity == "C"
    assert "折旧" in said.message
