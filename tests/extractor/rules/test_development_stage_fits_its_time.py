from datetime import date

import pytest

from extractor.rules.development_stage_fits_its_time import check
from extractor.rules.rule import Words
from models.extraction import Day, Month, Value
from models.finding import Disagreement

TODAY = Day(value=date(2026, 3, 30))
ENDED = Month(year=2025, month=11)


def said(words: str, end: Value = ENDED) -> Disagreement:
    return check(end, Words(pages=("一、项目概述", words), numbers=(20, 21)), TODAY)


@pytest.mark.parametrize(
    "words",
    ["本项目目前处于在建阶段,计划年底上线。", "该模型尚未完成。", "模型目前正处于研发阶段。"],
)
def test_a_model_that_is_finished_and_unfinished_is_a_question(words: str) -> None:
    finding = said(words)
    assert (finding.severity, finding.outcome) == ("C", None)
    assert "第 21 页" in finding.message


@pytest.mark.parametrize(
    "words",
    [
        "模型已完成试点验证,在三条产线落地应用。",
        "国外同类模型目前处于研发阶段。",
        "下一代模型目前处于研发阶段。",
        "资产负债表在建工程380.00万元。",
    ],
)
def test_what_is_finished_or_somebody_elses_passes(words: str) -> None:
    assert said(words).outcome == "passed"


@pytest.mark.parametrize(
    "end", [Month(year=2026, month=3), Month(year=2026, month=12), Month(year=None)]
)
def test_a_development_that_goes_on_may_be_unfinished(end: Value) -> None:
    assert said("本项目目前处于在建阶段。", end).outcome == "passed"
