from typing import Any

from extractor.rules.declared_revenue_is_not_the_group_s import check


def test_the_entitys_own_revenue_passes(papers: Any) -> None:
    said = check(papers.wan("1000.00"), papers.yuan("10000000.00"), papers.yuan("30000000.00"))
    assert said is None


def test_the_groups_revenue_is_a_question(papers: Any) -> None:
    said = check(papers.wan("3000.00"), papers.yuan("17000000.00"), papers.yuan("30000000.00"))
    assert said is not None
    assert said.severity == "C"


def test_without_group_statements_it_is_not_applicable(papers: Any) -> None:
    said = check(papers.wan("1000.00"), papers.yuan("10000000.00"), None)
    assert said is not None
    assert said.outcome == "not_applicable"
