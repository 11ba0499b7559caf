import pytest

from extractor.rules.rule import Words
from extractor.rules.special_audit_gives_an_opinion import check


def words(*pages: str) -> Words:
    return Words(pages, tuple(range(1, len(pages) + 1)))


def test_an_opinion_for_one_use_only_passes() -> None:
    text = "我们认为明细表公允反映了成本。本报告仅供申报使用，目的并非对内部控制的有效性发表意见。"
    assert check(words(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "审计意见：我们无法表示意见。",
        "我们不对该成本明细表发表审计意见。",
        "明细表所列数据未经审计。",
    ],
)
def test_a_refused_opinion_is_a_question(text: str) -> None:
    said = check(words("专项审计报告", text))
    assert said is not None
    assert (said.severity, said.outcome) == ("C", None)


def test_a_table_alone_tells_nothing() -> None:
    said = check(words("研发成本明细表"))
    assert said is not None
    assert said.outcome == "not_applicable"
