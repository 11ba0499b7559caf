from __future__ import annotations

import pytest

from extractor.layout.characters import Characters
from extractor.layout.matching import Match, find_captions, plain, same_caption


@pytest.mark.parametrize(
    "printed", ["2025年营业收入（万元）", "2025 年营业收入 (万元)：", "２０２５年营业收入:"]
)
def test_unit_colon_spaces_and_width_do_not_matter(printed):
    assert same_caption(plain(printed), "2025年营业收入") is Match.EXACT


def test_one_misread_letter_of_four_is_allowed():
    assert same_caption("经营范国", "经营范围") is Match.MISREAD


@pytest.mark.parametrize(
    ("printed", "caption"),
    [
        ("住址", "住所"),
        ("2024年营业收入", "2025年营业收入"),
        ("营业外收入", "营业收入"),
        ("经宫范国", "经营范围"),
        ("经营范围变更", "经营范围"),
    ],
)
def test_other_words_are_another_caption(printed, caption):
    assert same_caption(printed, caption) is None


def test_letters_read_with_confidence_are_not_called_misread(line):
    sure = Characters.of([line("负债总计：1", 0.1, 0.1, confidence=0.99)])
    unsure = Characters.of([line("负债总计：1", 0.1, 0.1, confidence=0.7)])
    assert find_captions(sure, ["负债合计"]) == []
    assert [found.match for found in find_captions(unsure, ["负债合计"])] == [Match.MISREAD]


@pytest.mark.parametrize(
    "text", ["我公司的营业收入：增长", "本年营业收入   1.00", "包括出资情况，营业收入和利润"]
)
def test_words_inside_prose_are_no_caption(line, text):
    assert find_captions(Characters.of([line(text, 0.1, 0.1)]), ["营业收入"]) == []


@pytest.mark.parametrize(
    "text", ["（一）营业收入：1", "1.营业收入：1", "*营业收入：1", "电话：027；营业收入：1"]
)
def test_a_caption_may_follow_a_number_or_a_separator(line, text):
    [found] = find_captions(Characters.of([line(text, 0.1, 0.1)]), ["营业收入"])
    assert found.match is Match.EXACT


def test_the_longer_of_two_captions_is_found(line):
    characters = Characters.of([line("2025年人工智能营业收入：1", 0.1, 0.1)])
    found = find_captions(characters, ["营业收入", "2025年人工智能营业收入"])
    assert [each.caption for each in found] == ["2025年人工智能营业收入"]


def test_a_caption_spread_over_several_lines_is_found(line):
    row = [line("名", 0.1, 0.1), line("称", 0.2, 0.1), line("某公司", 0.3, 0.1)]
    [found] = find_captions(Characters.of(row), ["名称"])
    assert (found.match, found.stop) == (Match.EXACT, 2)


def test_a_caption_beside_its_alternatives_is_found(line):
    [found] = find_captions(
        Characters.of([line("法定代表人/负责人：张三", 0.1, 0.1)]), ["法定代表人"]
    )
    assert (found.match, found.stop) == (Match.EXACT, 10)
    assert same_caption(plain("法定代表人/负责人"), "负责人") is Match.EXACT


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("委托单位名称：某某公司", "委托单位"),
        ("申请人或专利权人：某某公司", "申请人"),
        ("法定代表人姓名：某某公司", "法定代表人"),
    ],
)
def test_a_longer_caption_of_the_same_value_ends_at_its_colon(line, text, caption):
    characters = Characters.of([line(text, 0.1, 0.2)])
    (found,) = find_captions(characters, (caption,))
    assert found.match is Match.EXACT
    assert characters.text[found.stop :] == "某某公司"


@pytest.mark.parametrize("printed", ["法定代表人姓名", "法定代表人或负责人", "法定代表人/负责人"])
def test_a_cell_may_say_more_of_the_same_caption(printed):
    assert same_caption(plain(printed), "法定代表人") is Match.EXACT
