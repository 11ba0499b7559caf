from extractor.rules.rights_are_related_to_the_model import check
from models.extraction import Text

MODEL, UNIT = Text(value="楚芯钢板质检大模型"), Text(value="武汉楚芯智能科技有限公司")
OWN, OTHER = Text(value="一种用于钢板表面检测的方法"), Text(value="一种咖啡机")


def test_one_related_right_is_enough() -> None:
    assert check(MODEL, None, UNIT, (OTHER, OWN), None).outcome == "passed"
    assert check(MODEL, None, UNIT, None, (Text(value="楚芯管理平台V1.0"),)).outcome == "passed"
    assert check(MODEL, Text(value="咖啡机控制"), UNIT, (OTHER,), None).outcome == "passed"


def test_rights_to_something_else_are_a_question() -> None:
    said = check(MODEL, None, UNIT, (OTHER,), None)
    assert (said.severity, said.outcome) == ("C", None)


def test_without_rights_or_with_an_unread_one_nothing_is_asked() -> None:
    assert check(MODEL, None, UNIT, None, None).outcome == "not_applicable"
    assert check(MODEL, None, UNIT, (OTHER, None), None).outcome == "passed"
