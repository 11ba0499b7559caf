import pytest

from extractor.rules.model_names import model_likeness


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("楚衡轴承质检大模型", "楚衡轴承质检模型V1.0", "same"),
        ("“楚衡”轴承质检大模型", "楚衡轴承质检大模型（2025版）", "same"),
        ("楚衡軸承質檢大模型", "楚衡轴承质检大模型", "same"),
        ("轴承质检大模型", "楚衡轴承质检大模型", "loose"),
        ("楚衡轴承质检大模型", "智慧园区能源调度平台", "different"),
        ("大模型", "楚衡轴承质检大模型", "different"),
    ],
)
def test_what_of_a_models_name_counts(one: str, other: str, likeness: str) -> None:
    assert model_likeness(one, other) == likeness
