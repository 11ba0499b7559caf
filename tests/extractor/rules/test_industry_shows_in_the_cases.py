from typing import Any

import pytest

from extractor.rules.industry_shows_in_the_cases import check
from models.extraction import Choices

STEEL = "模型用于高炉炼铁和轧钢工序，预测烧结终点，降低焦比。" * 15


@pytest.mark.parametrize("ticked", [("原材料",), ("电子信息", "原材料")])
def test_one_ticked_industry_that_the_report_speaks_of_is_enough(
    papers: Any, ticked: tuple[str, ...]
) -> None:
    assert check(papers.words(STEEL), Choices(values=ticked), None).outcome == "passed"


def test_a_report_on_another_industry_alone_is_a_question(papers: Any) -> None:
    said = check(papers.words(STEEL), Choices(values=("消费品（包括生物医药等）",)), None)
    assert (said.severity, said.outcome) == ("C", None)
    assert "原材料" in said.message


@pytest.mark.parametrize(
    ("words", "ticked"),
    [
        (STEEL, "其他"),
        (STEEL, "软件和信息服务业"),
        ("高炉", "电子信息"),
        ("模型能力很强。" * 60, "原材料"),
    ],
)
def test_what_can_not_be_told_is_not_asked(papers: Any, words: str, ticked: str) -> None:
    said = check(papers.words(words), Choices(values=(ticked,)), None)
    assert said.outcome == "not_applicable"
