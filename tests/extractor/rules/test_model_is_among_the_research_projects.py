from typing import Any

from extractor.rules.model_is_among_the_research_projects import check
from models.extraction import Count, Text
from models.finding import Disagreement

MODEL = Text(value="楚衡轴承质检大模型")
LIST = ("2025年度研发项目清单", "RD01 轴承缺陷检测模型研发", "RD02 铸件排产系统")


def said(papers: Any, *lines: str, projects: int = 2) -> list[Disagreement]:
    return check((papers.page(*lines),), MODEL, Count(value=projects))


def test_a_list_with_the_model_among_its_projects_passes(papers: Any) -> None:
    assert [each.outcome for each in said(papers, *LIST)] == ["passed"]


def test_a_list_without_it_is_a_question(papers: Any) -> None:
    (each,) = said(papers, LIST[0], LIST[2], projects=1)
    assert (each.severity, each.outcome) == ("C", None)


def test_more_projects_than_the_return_counts_are_a_question(papers: Any) -> None:
    (each,) = said(papers, *LIST, projects=1)
    assert "A107012 第1行" in each.message


def test_without_a_list_nothing_is_asked(papers: Any) -> None:
    assert [each.outcome for each in said(papers, "目录")] == ["not_applicable"]
