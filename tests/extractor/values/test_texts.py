"""Words as printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.values import texts


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("武汉 某某\n科技", "武汉某某科技"),
        ("ＡＩ 大模型１．０", "AI大模型1．0"),
        ("武汉（东湖）有限公司", "武汉（东湖）有限公司"),
        ("武汉(东湖)有限公司", "武汉（东湖）有限公司"),
        ("技术支持度:感知(光模块),对话", "技术支持度：感知（光模块），对话"),
        ("楚衡审字〔2026]第1874号", "楚衡审字〔2026〕第1874号"),
        ("(027)88295366", "(027)88295366"),
        ("⽇期、⾦额：", "日期、金额："),
        ("　　空\u200b格\ufeff", "空格"),
        ("面积120㎡②", "面积120㎡②"),
    ],
)
def test_printed_drops_the_spaces_and_keeps_punctuation_in_the_script_of_its_words(
    text: str, printed: str
) -> None:
    assert texts.printed(text) == printed


@given(st.text())
def test_printing_twice_changes_nothing(text: str) -> None:
    once = texts.printed(text)
    assert texts.printed(once) == once
    assert not any(character.isspace() for character in once)


def test_no_digit_comes_out_of_a_circled_or_raised_one() -> None:
    assert texts.compact("①２３m²½") == "①23m²½"


@pytest.mark.parametrize("text", ["", " ", "：", "——", "。"])
def test_punctuation_alone_is_no_text(text: str) -> None:
    assert texts.parse(text) is None


def test_the_end_of_a_captions_bracket_is_no_part_of_the_value():
    assert texts.parse("）彭玉兰").value == "彭玉兰"
    assert texts.parse("（盖章）") is not None


def test_the_line_of_a_blank_is_no_part_of_what_was_written_on_it():
    assert texts.parse("_优化平台V1.0__").value == "优化平台V1.0"
    assert texts.parse("____") is None
