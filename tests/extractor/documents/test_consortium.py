"""The units of a consortium out of the cell's words."""

import pytest

from extractor.documents.consortium import parse_members
from models.extraction import TextList

LEAD, OTHER, THIRD = "武汉甲科技有限公司", "湖北乙学院", "宜昌丙（集团）有限公司"


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (f"牵头单位：{LEAD}，负责总体研发和模型训练；成员单位：{OTHER}，负责数据采集和现场试点。", (LEAD, OTHER)),
        (f"{LEAD}（牵头）、{OTHER}", (LEAD, OTHER)),
        (f"牵头单位：{LEAD}；成员单位：{OTHER}、{THIRD}", (LEAD, OTHER, THIRD)),
        (f"1.{LEAD}（牵头单位）：总体研发；2.{OTHER}：算法研究", (LEAD, OTHER)),
        (f"（1）{LEAD}，承担模型训练；（2）{OTHER}", (LEAD, OTHER)),
        (f"{OTHER}", (OTHER,)),
        (f"{LEAD}联合{OTHER}、{THIRD}共同申报", (LEAD, OTHER, THIRD)),
        (f"{LEAD}与{OTHER}", (LEAD, OTHER)),
        (f"牵头单位：{LEAD}\n成员单位：1.{OTHER} 2.{THIRD}", (LEAD, OTHER, THIRD)),
        (f"1.{LEAD}（牵头单位，负责总体设计）；2.{OTHER}（成员单位，负责算法、数据）", (LEAD, OTHER)),
        (f"{LEAD}\n{OTHER}\n{THIRD}", (LEAD, OTHER, THIRD)),
    ],
)  # fmt: skip
def test_units_are_told_from_what_they_do(text: str, units: tuple[str, ...]) -> None:
    assert parse_members(text) == TextList(values=units)


@pytest.mark.parametrize("text",
    ["无", "/", "—", "", "1", "不涉及", "非联合体申报", "本项目独立申报", "未以联合体形式申报", "无（单独申报）",
     "（若以联合体形式申报，联合体成员单位数量不超过3家，需明确牵头单位及各成员单位职责分工）"])  # fmt: skip
def test_a_cell_that_names_nobody_has_no_members(text: str) -> None:
    assert parse_members(text) == TextList(values=())


def test_words_without_any_units_name_are_not_understood() -> None:
    assert parse_members("负责总体研发和模型训练") is None


def test_a_number_behind_a_remark_begins_the_next_member() -> None:
    read = parse_members(f"1、{LEAD}（牵头单位）2、{OTHER}（成员单位）")
    assert read == TextList(values=(LEAD, OTHER))


def test_a_member_whose_name_can_not_be_told_leaves_the_cell_unread() -> None:
    assert parse_members(f"牵头单位：{LEAD}；成员单位：国网湖北电力") is None


@pytest.mark.parametrize("name", ["三峡大学", "十堰某某股份有限公司", "一汽某某有限公司"])
@pytest.mark.parametrize("role", ["成员单位：", "成员单位", "成员单位为", "2.", "（二）", ""])
def test_a_numeral_that_begins_a_name_belongs_to_it(name: str, role: str) -> None:
    assert parse_members(f"牵头单位：{LEAD}；{role}{name}") == TextList(values=(LEAD, name))


def test_what_a_member_does_stands_in_brackets() -> None:
    read = parse_members(f"牵头单位为{LEAD}（总体研发）；成员单位为三峡大学（算法研究）")
    assert read == TextList(values=(LEAD, "三峡大学"))


def test_a_place_in_brackets_is_part_of_a_name() -> None:
    name = "中国地质大学（武汉）"
    assert parse_members(f"牵头单位：{LEAD}；成员单位：{name}") in (
        None,
        TextList(values=(LEAD, name)),
    )


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}{OTHER}{LEAD}",
        f"{LEAD}（牵头）、{OTHER}人工智能方向团队",
    ],
)
def test_names_that_run_into_each_other_or_into_other_words_are_not_guessed(text: str) -> None:
    assert parse_members(text) is None
