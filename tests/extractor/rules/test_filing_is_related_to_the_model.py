import pytest

from extractor.rules.filing_is_related_to_the_model import check
from models.extraction import Text

MODEL, UNIT = Text(value="楚芯钢板质检大模型"), Text(value="武汉楚芯智能科技有限公司")


@pytest.mark.parametrize(
    "name", ["钢板缺陷识别算法", "楚芯内容生成合成算法", "智能算法", "通义千问算法"]
)
def test_a_name_that_shares_a_word_with_model_firm_or_base_passes(name: str) -> None:
    assert check(Text(value=name), MODEL, UNIT, Text(value="通义千问2.5")) is None


def test_a_name_of_something_else_is_a_question() -> None:
    said = check(Text(value="短视频推荐算法"), MODEL, UNIT, None)
    assert said is not None
    assert said.severity == "C"
