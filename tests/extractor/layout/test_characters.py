from __future__ import annotations

import pytest

from extractor.layout.characters import Characters, passage_of, split_at_gaps, unstacked
from models.document import BoundingBox, Page, TextLine


def test_text_is_half_width_without_spaces_and_can_be_cut_back(line):
    characters = Characters.of([line("ＡＢ １２", 0.1, 0.1), line("㎡三", 0.5, 0.1)])
    assert characters.text == "AB12m2三"
    assert [part.text for part in characters.cut(2, 5)] == ["１２", "㎡"]


def test_a_wide_space_is_a_gap_and_the_space_between_letters_is_none(line):
    characters = Characters.of([line("名   称", 0.1, 0.1), line("住所", 0.5, 0.1)])
    assert [characters.gap_before(at) for at in range(4)] == [True, True, True, False]


def test_a_line_is_cut_where_its_columns_stand_apart(line):
    parts = split_at_gaps(line("营业收入      1.00", 0.1, 0.1))
    assert [part.text for part in parts] == ["营业收入", "1.00"]
    assert parts[1].box.left == pytest.approx(0.1 + 10 * 0.018)


def test_captions_standing_letter_over_letter_are_taken_apart():
    stack = TextLine(
        text="名类住",
        box=BoundingBox(left=0.1, top=0.3, right=0.12, bottom=0.42),
        confidence=0.9,
        confidences=(0.9, 0.8, 0.7),
    )
    page = Page(file=0, number=1, width=1000, height=1400)
    letters = unstacked([stack], page)
    assert [letter.text for letter in letters] == ["名", "类", "住"]
    assert letters[2].box.top == pytest.approx(0.38)
    assert letters[1].confidence == 0.8


def test_the_pattern_of_a_frame_stands_in_no_row():
    pattern = TextLine(
        text="XXXXXXXXXXKX",
        box=BoundingBox(left=0.05, top=0.1, right=0.06, bottom=0.9),
        confidence=0.96,
    )
    assert unstacked([pattern], Page(file=0, number=1, width=1000, height=1400)) == []


def test_an_empty_passage_needs_the_place_that_was_seen():
    with pytest.raises(ValueError, match="box"):
        passage_of(Page(file=0, number=1, width=10, height=10), ())
