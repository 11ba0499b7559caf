from typing import Any

import pytest

from extractor.rules.introduction_states_the_figures_of_the_cells import check
from models.extraction import Count, Text

WORDS = "公司现有员工107人，其中研发人员23人，2025年实现营业收入1234.56万元。"


def said(papers: Any, words: str, staff: int = 107, revenue: str = "1234.56") -> list[Any]:
    found = check(Text(value=words), Count(value=staff), Count(value=23), papers.wan(revenue))
    return [each for each in found if each.outcome != "passed"]


def test_words_that_repeat_the_cells_pass(papers: Any) -> None:
    assert said(papers, WORDS) == []


def test_another_figure_in_the_words_is_a_question(papers: Any) -> None:
    (staff,) = said(papers, WORDS, staff=120)
    assert staff.severity == "C"
    assert "107" in staff.message
    (revenue,) = said(papers, WORDS, revenue="2234.56")
    assert "application_form.revenue" in revenue.values


@pytest.mark.parametrize(
    "words",
    ["现有员工近百人", "员工100人左右", "公司设有研发团队30人", "员工50人；分公司员工20人", "2024年营业收入900万元"],
)  # fmt: skip
def test_round_or_other_figures_are_not_compared(papers: Any, words: str) -> None:
    assert said(papers, words) == []


def test_words_in_yi_may_be_rounded(papers: Any) -> None:
    assert said(papers, "2025年营业收入1.5亿元", revenue="12345.67") != []
    assert said(papers, "2025年营业收入1.23亿元", revenue="12345.67") == []
