from datetime import date
from typing import Any

from extractor.rules.contract_is_the_applicants_and_of_the_model import check
from models.extraction import Day, Text
from models.finding import Disagreement

MODEL = Text(value="楚衡轴承质检大模型")
TODAY = Day(value=date(2026, 3, 30))
BODY = (
    "技术服务合同甲方:湖北江擎装备制造有限公司乙方:武汉楚芯智能科技有限公司"
    "合同金额人民币1,200,000.00元(大写:壹佰贰拾万元整)服务内容:轴承质检模型的部署、培训和运行维护。"
    "本合同自双方盖章之日起生效,一式四份,双方各执两份,未尽事宜由双方协商解决。"
)


def said(papers: Any, text: str, signed: date = date(2025, 8, 1)) -> list[Disagreement]:
    unit = Text(value=papers.name)
    return check(papers.words(text), unit, TODAY, MODEL, None, Day(value=signed), unit)


def test_a_contract_of_the_applicant_on_the_model_passes(papers: Any) -> None:
    assert [each.outcome for each in said(papers, BODY)] == ["passed"]


def test_the_applicant_may_be_the_buyer_too(papers: Any) -> None:
    bought = BODY.replace("甲方:湖北江擎装备制造", "乙:湖北江擎装备制造")
    assert [each.outcome for each in said(papers, bought)] == ["passed"]


def test_a_contract_of_others_is_a_question(papers: Any) -> None:
    (each,) = said(papers, BODY.replace("武汉楚芯智能", "鄂州宏远重工"))
    assert (each.severity, each.outcome) == ("C", None)
    assert "当事人" in each.message


def test_a_day_to_come_is_a_question(papers: Any) -> None:
    (each,) = said(papers, BODY, date(2026, 5, 1))
    assert "晚于提交日期" in each.message


def test_capitals_that_say_another_sum_are_a_question(papers: Any) -> None:
    (each,) = said(papers, BODY.replace("壹佰贰拾万", "壹佰叁拾万"))
    assert "大写" in each.message


def test_a_contract_on_something_else_is_a_question(papers: Any) -> None:
    (each,) = said(papers, BODY.replace("轴承质检", "办公室保洁"))
    assert "看不出关联" in each.message


def test_a_page_of_which_little_was_read_is_not_judged(papers: Any) -> None:
    assert [each.outcome for each in said(papers, "技术服务合同")] == ["not_applicable"]
