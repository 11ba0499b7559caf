"""Parameter counts."""

from decimal import Decimal

import pytest

from extractor.values import parameters


@pytest.mark.parametrize(
    ("text", "hundred_millions"),
    [
        ("0.5B", "5"),
        ("1.5B", "15"),
        ("7B", "70"),
        ("7b", "70"),
        ("70亿", "70"),
        ("70亿参数", "70"),
        ("约70亿个参数", "70"),
        ("72B", "720"),
        ("671B（激活37B）", "6710"),
        ("671B(A37B)", "6710"),
        ("6710亿，其中激活参数370亿", "6710"),
        ("1.8T", "18000"),
        ("1.8万亿", "18000"),
        ("300M", "3"),
        ("120万", "0.012"),
        ("70亿（7B）", "70"),
        ("3,200万", "0.32"),
        ("671B（MoE，激活37B）", "6710"),
        ("235B-A22B", "2350"),
        ("130亿左右", "130"),
        ("325亿（Qwen2.5-32B）", "325"),
        ("3.04亿（ViT-L/16）", "3.04"),
    ],
)
def test_parameters_as_absolute_numbers(text: str, hundred_millions: str) -> None:
    read = parameters.parse(text)
    assert read is not None
    assert read.value == Decimal(hundred_millions) * 10**8


def test_the_active_part_of_a_mixture_of_experts() -> None:
    active = parameters.parse_active("671B（激活37B）")
    assert active is not None
    assert active.value == Decimal(37) * 10**9
    assert parameters.parse_active("7B") is None


def test_the_cells_unit_counts_only_where_the_text_has_none() -> None:
    assert parameters.parse("70") is None
    bare, own = parameters.parse("70", "亿"), parameters.parse("7B", "亿")
    assert bare is not None
    assert own is not None
    assert bare.value == own.value == 7 * 10**9


@pytest.mark.parametrize(
    "text",
    ["8×7B", "8x7B", "7B/14B", "14.8T tokens", "37B（激活671B）", "70亿至100亿", "", "大模型"],
)
def test_names_ranges_and_tokens_are_none(text: str) -> None:
    assert parameters.parse(text, "亿") is None


def test_active_parameters_without_a_unit_have_the_cells() -> None:
    read = parameters.parse_both("6710（激活370）", "亿")
    assert read is not None
    assert read.active is not None
    assert (read.total.value, read.active.value) == (671 * 10**9, 37 * 10**9)


@pytest.mark.parametrize(("text", "billions"), [("720（MoE）", 72), ("720（基座）", None)])
def test_a_remark_may_say_whose_parameters_they_are(text: str, billions: int | None) -> None:
    read = parameters.parse(text, "亿")
    assert (None if read is None else read.value / 10**9) == billions


@pytest.mark.parametrize("text", ["70亿（13B）", "70亿（Qwen2.5-32B）", "70亿（MoE，共671B）"])
def test_a_count_that_the_brackets_repeat_otherwise_is_none(text: str) -> None:
    assert parameters.parse(text) is None


def test_a_count_written_out_under_a_caption_in_hundred_millions_is_none() -> None:
    assert parameters.parse("7000000000", "亿") is None
