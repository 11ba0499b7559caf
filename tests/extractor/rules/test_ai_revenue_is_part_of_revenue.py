from typing import Any

from extractor.rules.ai_revenue_is_part_of_revenue import check


def test_a_part_passes_up_to_the_whole(papers: Any) -> None:
    assert check(papers.wan("100"), papers.wan("100")) is None


def test_more_than_the_whole_fails(papers: Any) -> None:
    said = check(papers.wan("100.01"), papers.wan("100"))
    assert said is not None
    assert said.severity == "A"
