from typing import Any

from extractor.rules.research_sheet_is_not_all_zero import check


def test_research_on_the_sheet_passes(papers: Any) -> None:
    assert check(papers.wan("1"), papers.yuan("5.00")) is None


def test_a_sheet_of_zeros_beside_a_cost_is_a_note(papers: Any) -> None:
    said = check(papers.wan("1"), papers.yuan("0.00"))
    assert said is not None
    assert said.severity == "D"
