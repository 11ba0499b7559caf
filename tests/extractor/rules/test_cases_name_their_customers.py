import pytest

from extractor.rules.cases_name_their_customers import check
from extractor.rules.rule import Words
from models.extraction import Text

UNIT = Text(value="武汉楚睿智造科技有限公司")
NAMELESS = "三、应用成效武汉楚睿智造科技有限公司在某大型汽车零部件企业部署了本模型,漏检率下降。"


def words(text: str) -> Words:
    return Words(pages=(text,), numbers=(23,))


def test_customers_that_are_all_nameless_are_a_question_with_their_page() -> None:
    said = check(words(NAMELESS), False, UNIT, None)
    assert (said.severity, said.outcome) == ("C", None)
    assert "某大型汽车零部件企业" in said.message
    assert "第 23 页" in said.message


@pytest.mark.parametrize(
    "text",
    [
        NAMELESS + "湖北鼎铸精密机械有限公司的产线已运行半年。",
        NAMELESS + "已服务东风商用车等17家客户。",
        "已在东风商用车和宜化投入使用。",
    ],
)
def test_a_customer_with_a_name_passes(text: str) -> None:
    assert check(words(text), False, UNIT, None).outcome == "passed"


def test_a_contract_names_its_customer() -> None:
    assert check(words(NAMELESS), True, UNIT, None).outcome == "passed"
