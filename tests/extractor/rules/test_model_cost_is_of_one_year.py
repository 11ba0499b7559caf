from datetime import date
from typing import Any

import pytest

from extractor.programmes.programme import CostPeriod
from extractor.rules.model_cost_is_of_one_year import check
from extractor.rules.rule import Words
from models.extraction import Month

YEAR = CostPeriod(start=date(2025, 1, 1), ends=(date(2025, 12, 30), date(2025, 12, 31)))
BEFORE, AFTER = Month(year=2024, month=3), Month(year=2026, month=2)


def said(papers: Any, words: str) -> str:
    report = Words(pages=("一、项目概述", words), numbers=(20, 21))
    finding = check(papers.wan("860.00"), report, YEAR, BEFORE, AFTER)
    assert (finding.severity, finding.outcome) == ("D", "passed")
    return str(finding.message)


@pytest.mark.parametrize(
    "words",
    [
        "项目总投资860万元,由企业自筹。",
        "本项目2024年至2026年累计投入研发经费860.00万元。",
        "近三年研发投入合计860万元。",
        "项目总预算为人民币8,600,000.00元。",
    ],
)
def test_a_cost_that_is_the_whole_projects_is_noted_with_its_words(papers: Any, words: str) -> None:
    message = said(papers, words)
    assert "请核实是否为多年合计或项目总预算（" not in message
    assert "第 21 页" in message


@pytest.mark.parametrize(
    "words",
    [
        "项目总投资1,500万元,其中2025年投入860万元。",
        "2025年度累计投入研发费用860万元。",
        "近三年累计投入研发经费超过2800万元。",
        "模型处理图像860万张。",
    ],
)
def test_the_cost_of_the_year_beside_other_sums_passes(papers: Any, words: str) -> None:
    assert "均不等于" in said(papers, words)


def test_a_project_within_the_year_costs_no_more_than_the_year(papers: Any) -> None:
    report = Words(pages=("项目总投入860万元。",), numbers=(20,))
    within = (Month(year=2025, month=1), Month(year=2025, month=12))
    assert "均在成本期间内" in check(papers.wan("860.00"), report, YEAR, *within).message
