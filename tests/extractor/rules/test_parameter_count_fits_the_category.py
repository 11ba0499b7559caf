from decimal import Decimal

import pytest

from extractor.rules.parameter_count_fits_the_category import check
from models.extraction import Choice, Number

LEAST, MOST = Decimal(100_000_000), Decimal(100_000_000_000)


@pytest.mark.parametrize(
    ("count", "category"), [(7_000_000_000, "单模态大模型"), (1_200_000, "任务型模型"), (5, "其他")]
)
def test_a_size_of_the_category_passes(count: int, category: str) -> None:
    assert check(Number(value=Decimal(count)), Choice(value=category), LEAST, MOST) is None


@pytest.mark.parametrize(
    ("count", "category"), [(1_200_000, "多模态大模型"), (671_000_000_000, "任务型模型")]
)
def test_another_size_is_a_question(count: int, category: str) -> None:
    said = check(Number(value=Decimal(count)), Choice(value=category), LEAST, MOST)
    assert said is not None
    assert said.severity == "C"
