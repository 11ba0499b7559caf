from extractor.rules.model_category_is_the_same_on_cover_and_table import check
from models.extraction import Choice


def test_the_same_category_passes() -> None:
    assert check(Choice(value="任务型模型"), Choice(value="任务型模型")) is None


def test_another_category_fails() -> None:
    said = check(Choice(value="任务型模型"), Choice(value="单模态大模型"))
    assert said is not None
    assert said.severity == "B"


def test_other_in_the_table_has_no_equal_on_the_cover() -> None:
    said = check(Choice(value="任务型模型"), Choice(value="其他"))
    assert said is not None
    assert said.severity == "C"
