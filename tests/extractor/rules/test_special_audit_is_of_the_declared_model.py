import pytest

from extractor.rules.special_audit_is_of_the_declared_model import check
from models.extraction import Text

DECLARED = Text(value="楚衡轴承质检大模型")


@pytest.mark.parametrize("audited", ["楚衡轴承质检模型V1.0", "轴承质检大模型"])
def test_the_model_under_a_loose_name_passes(audited: str) -> None:
    assert check(Text(value=audited), DECLARED) is None


def test_another_subject_fails() -> None:
    said = check(Text(value="公司研究开发费用"), DECLARED)
    assert said is not None
    assert said.severity == "A"
