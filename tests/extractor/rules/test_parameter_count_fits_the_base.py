from decimal import Decimal

import pytest

from extractor.rules.parameter_count_fits_the_base import check
from models.extraction import Number, Text


def said(yi: str, base: str) -> str | None:
    return check(Number(value=Decimal(yi) * 10**8), Text(value=base)).outcome


@pytest.mark.parametrize(
    ("yi", "base"),
    [("720", "Qwen2.5-VL-72B"), ("76", "基于Qwen2.5-7B-Instruct微调"), ("220", "Qwen3-235B-A22B")],
)
def test_a_count_near_the_bases_size_passes(yi: str, base: str) -> None:
    assert said(yi, base) == "passed"


def test_a_count_of_another_order_is_a_question() -> None:
    assert said("7", "Qwen2.5-7B") is None


@pytest.mark.parametrize("base", ["自主研发", "Qwen2.5-7B与Llama3-70B", "Mixtral-8x7B", "YOLOv8"])
def test_a_base_without_one_size_is_not_compared(base: str) -> None:
    assert said("70", base) == "not_applicable"
