"""Whole numbers of things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.values import counts


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(["", "人", "名", "（人）", "条"]))
def test_a_number_with_its_counting_word(number: int, word: str) -> None:
    for written in (f"{number}{word}", f"{number:,}{word}", f"共{number}{word}"):
        read = counts.parse(written)
        assert read is not None
        assert read.value == number


@pytest.mark.parametrize(
    "text", ["约120人", "120余人", "1,20", "120.5", "-3", "12 人 13 人", "", "无"]
)
def test_anything_vague_is_none(text: str) -> None:
    assert counts.parse(text) is None


def test_a_dash_in_a_form_is_none_of_them_but_an_empty_cell_says_nothing() -> None:
    dash = counts.parse_cell("—")
    assert dash is not None
    assert dash.value == 0
    assert counts.parse_cell("") is None


def test_a_remark_in_brackets_changes_no_count() -> None:
    read = counts.parse("186人（含派遣）")
    assert read is not None
    assert read.value == 186


@pytest.mark.parametrize("text", ["186（约）", "186（含派遣20人）"])
def test_a_remark_that_makes_it_vague_or_has_figures_leaves_no_count(text: str) -> None:
    assert counts.parse(text) is None


@pytest.mark.parametrize(
    "text",
    ["106人（占比38.4%）", "106（38.4%）", "106人，占比38.4%", "在职106人（截至2025年12月31日）"],
)
def test_a_share_or_a_day_behind_it_changes_no_count(text: str) -> None:
    read = counts.parse(text)
    assert read is not None
    assert read.value == 106
