from __future__ import annotations

from extractor.layout.options import options
from models.document import BoundingBox, Checkbox, TextLine

WIDTH = 0.02


def _line(text, left=0.2, top=0.3):
    box = BoundingBox(left=left, top=top, right=left + WIDTH * len(text), bottom=top + 0.015)
    centres = tuple(left + WIDTH * (index + 0.5) for index in range(len(text)))
    return TextLine(text=text, box=box, confidence=0.99, centres=centres)


def _box(left, checked, top=0.3):
    box = BoundingBox(left=left, top=top + 0.002, right=left + 0.014, bottom=top + 0.013)
    return Checkbox(box=box, checked=checked)


LABELS = ("国有企业", "民营企业", "其他")


def test_characters_before_the_options_tell_which_is_ticked():
    read = options([_line("□国有企业☑民营企业□其他")], [], LABELS)
    assert read == {"国有企业": False, "民营企业": True, "其他": False}


def test_a_plain_tick_counts_where_the_others_have_boxes():
    read = options([_line("□国有企业√民营企业□其他")], [], LABELS)
    assert read["民营企业"] is True


def test_boxes_the_recogniser_left_out_are_seen_on_the_page():
    line = _line("国有企业　民营企业　其他")
    boxes = [_box(0.184, False), _box(0.283, True), _box(0.383, False)]
    assert options([line], boxes, LABELS) == {"国有企业": False, "民营企业": True, "其他": False}


def test_a_box_and_a_character_that_contradict_are_no_answer():
    line = _line("□国有企业□民营企业")
    read = options([line], [_box(0.203, False), _box(0.303, True)], LABELS[:2])
    assert read == {"国有企业": False, "民营企业": None}


def test_an_option_without_any_sign_is_no_answer():
    assert options([_line("□国有企业 民营企业")], [], LABELS[:2])["民营企业"] is None


def test_a_box_with_an_unclear_mark_is_no_answer():
    assert options([_line("国有企业")], [_box(0.184, None)], LABELS[:1]) == {"国有企业": None}


def test_boxes_behind_the_options_are_understood():
    assert options([_line("是□否☑")], [], ("是", "否")) == {"是": False, "否": True}


def test_an_option_split_over_two_lines_is_found():
    lines = [_line("□国有企业□民营"), _line("企业☑其他", top=0.32)]
    assert options(lines, [], LABELS) == {"国有企业": False, "民营企业": False, "其他": True}


def test_a_short_label_is_not_found_inside_a_longer_one():
    read = options([_line("□其他企业☑其他")], [], ("其他", "其他企业"))
    assert read == {"其他": True, "其他企业": False}


def test_an_option_that_is_not_printed_is_not_in_the_answer():
    assert options([_line("□国有企业")], [], LABELS) == {"国有企业": False}


def test_the_last_letter_of_an_option_is_no_box_of_the_next():
    labels = ("网页", "API接口", "其他")
    line = _line("□网页□API接口 其他")
    assert options([line], [_box(0.384, True)], labels)["其他"] is True
    assert options([line], [], labels)["其他"] is None


def test_brackets_to_put_a_tick_in_are_boxes():
    behind = _line("国有企业（）民营企业（√）其他（）")
    assert options([behind], [], LABELS) == {"国有企业": False, "民营企业": True, "其他": False}
    before = _line("（）国有企业（√）民营企业（）其他")
    assert options([before], [], LABELS) == {"国有企业": False, "民营企业": True, "其他": False}


def test_boxes_belong_to_the_options_they_stand_by_where_one_was_lost():
    line = _line("国有企业□   民营企业☑   其他")
    assert options([line], [], LABELS) == {"国有企业": False, "民营企业": True, "其他": None}
    line = _line("国有企业   □民营企业   ☑其他")
    assert options([line], [], LABELS) == {"国有企业": None, "民营企业": False, "其他": True}


def test_a_box_behind_the_remark_of_an_option_is_its_box():
    line = _line("国有企业□ 民营企业（含个体）☑ 其他（请注明）□")
    assert options([line], [], LABELS) == {"国有企业": False, "民营企业": True, "其他": False}
