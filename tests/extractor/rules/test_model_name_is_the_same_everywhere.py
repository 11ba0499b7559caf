from extractor.rules.model_name_is_the_same_everywhere import check
from extractor.rules.rule import Words
from models.extraction import Text

NAME = Text(value="楚衡轴承质检大模型")


def test_version_and_the_word_model_do_not_count() -> None:
    assert check(NAME, Text(value="楚衡轴承质检模型V1.0"), Text(value="“楚衡轴承质检大模型”")) == []


def test_a_loose_name_is_a_question() -> None:
    (said,) = check(NAME, Text(value="轴承质检大模型"), None)
    assert said.severity == "C"


def test_another_model_fails() -> None:
    (said,) = check(NAME, None, Text(value="智慧园区能源调度平台"))
    assert said.severity == "B"
    assert "专项审计报告" in said.message


def test_an_audit_that_names_the_model_elsewhere_is_a_question() -> None:
    words = Words(pages=("共三个项目:智慧园区能源调度平台、楚衡轴承质检大模型",), numbers=(3,))
    (said,) = check(NAME, None, Text(value="智慧园区能源调度平台"), words)
    assert said.severity == "C"
