from typing import Any

import pytest

from extractor.rules.metrics_are_the_same_everywhere import check
from models.extraction import Text
from models.finding import Disagreement

TESTED = "测试类型功能与性能测试识别准确率:96.5%平均响应时间0.8秒"


def said(papers: Any, report: str, tested: str = TESTED) -> list[Disagreement]:
    return check((papers.words(tested),), papers.words(report), None)


@pytest.mark.parametrize("claim", ["识别准确率达96.5%", "识别准确率达到95%以上", "召回率达99%"])
def test_a_claim_that_the_test_bears_out_or_does_not_speak_of_passes(
    papers: Any, claim: str
) -> None:
    (each,) = said(papers, claim)
    assert each.outcome in ("passed", "not_applicable")


@pytest.mark.parametrize("claim", ["识别准确率达98.2%", "识别准确率超过97%", "识别准确率为95%"])
def test_a_claim_of_more_or_of_another_figure_is_a_question(papers: Any, claim: str) -> None:
    (each,) = said(papers, claim)
    assert (each.severity, each.outcome) == ("C", None)


def test_less_is_better_of_errors(papers: Any) -> None:
    (each,) = said(papers, "缺陷漏检率低于0.5%", "缺陷漏检率0.3%")
    assert each.outcome == "passed"
    (each,) = said(papers, "缺陷漏检率低于0.1%", "缺陷漏检率0.3%")
    assert each.outcome is None


def test_what_the_form_claims_is_compared_too(papers: Any) -> None:
    ability = Text(value="缺陷识别，识别准确率99.1%")
    (each,) = check((papers.words(TESTED),), None, ability)
    assert "申报书" in each.message


def test_several_figures_of_one_name_are_not_compared(papers: Any) -> None:
    (each,) = said(papers, "识别准确率由90%提高,识别准确率达98%,识别准确率为97%")
    assert each.outcome == "not_applicable"
