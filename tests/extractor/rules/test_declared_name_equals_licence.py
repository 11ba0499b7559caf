from extractor.rules.declared_name_equals_licence import check
from models.extraction import Text, TextList

OWN = Text(value="武汉楚芯智能科技有限公司")
OTHER = Text(value="鄂州楚芯智能科技有限公司")


def test_brackets_of_either_width_are_the_same() -> None:
    one, other = Text(value="楚芯（武汉）科技有限公司"), Text(value="楚芯(武汉)科技有限公司")
    assert check(one, other, None, None) is None


def test_another_name_fails() -> None:
    said = check(OTHER, OWN, None, None)
    assert said is not None
    assert (said.severity, said.outcome) == ("B", None)


def test_a_former_name_is_a_note() -> None:
    said = check(OTHER, OWN, None, TextList(values=("鄂州楚芯智能科技有限公司",)))
    assert said is not None
    assert said.severity == "D"


def test_one_look_alike_apart_is_unreadable() -> None:
    said = check(Text(value="武汉楚芯智能料技有限公司"), OWN, None, None)
    assert said is not None
    assert said.outcome == "unreadable"
