"""Sizes of training data."""

from decimal import Decimal

import pytest

from extractor.values import data_volume


@pytest.mark.parametrize(
    ("text", "terabytes"),
    [
        ("1.2TB", "1.2"),
        ("800GB", "0.8"),
        ("1.5PB", "1500"),
        ("约2T", "2"),
        ("500 MB", "0.0005"),
        ("3", "3"),
    ],
)
def test_sizes_in_terabytes(text: str, terabytes: str) -> None:
    read = data_volume.parse(text, "TB")
    assert read is not None
    assert read.value == Decimal(terabytes)


def test_a_bare_number_needs_the_unit_of_its_cell() -> None:
    assert data_volume.parse("3") is None


@pytest.mark.parametrize(
    "text", ["100万条", "2000小时", "14.8T tokens", "15T词元", "", "1.2TB和3TB"]
)
def test_other_measures_are_none(text: str) -> None:
    assert data_volume.parse(text, "TB") is None


def test_a_remark_in_brackets_changes_no_size() -> None:
    read = data_volume.parse("12.5TB（含图像）")
    assert read is not None
    assert read.value == Decimal("12.5")


@pytest.mark.parametrize(
    ("text", "terabytes"),
    [
        ("1.2TB（文本0.3TB，图像0.9TB）", "1.2"),
        ("1.2TB（其中图像0.9TB）", "1.2"),
        ("5000亿tokens（约2TB）", "2"),
    ],
)
def test_the_size_of_all_is_told_from_that_of_its_parts(text: str, terabytes: str) -> None:
    read = data_volume.parse(text, "TB")
    assert read is not None
    assert read.value == Decimal(terabytes)


def test_two_sizes_of_which_neither_is_the_others_part_are_none() -> None:
    assert data_volume.parse("1.2TB（清洗后0.8TB）", "TB") is None


def test_tokens_in_brackets_change_no_size() -> None:
    read = data_volume.parse("1.2TB（约3000亿token）")
    assert read is not None
    assert read.value == Decimal("1.2")
