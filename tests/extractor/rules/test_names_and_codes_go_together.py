from extractor.rules.names_and_codes_go_together import check
from models.extraction import Identifier, Text, TextList

NAME, OTHER = Text(value="武汉楚芯智能科技有限公司"), Text(value="鄂州宏远实业有限公司")
CODE, ELSE = Identifier(value="914201007071167872"), Identifier(value="914403001922038216")
NONE: tuple[None, ...] = ()


def test_one_unit_everywhere_passes() -> None:
    assert check(None, None, (NAME,), (CODE,), (NAME,), (CODE,), None, None, (NAME,), (CODE,)) == []


def test_two_different_units_are_other_rules_business() -> None:
    assert check(None, None, (NAME,), (CODE,), (OTHER,), (ELSE,), None, None, None, None) == []


def test_one_name_with_two_codes_is_a_question() -> None:
    (said,) = check(None, None, (NAME,), (CODE,), (NAME,), (ELSE,), None, None, None, None)
    assert said.severity == "C"


def test_a_paper_without_a_code_says_nothing() -> None:
    assert check(None, None, (NAME,), (None,), (NAME,), (ELSE,), None, None, None, None) == []


def test_a_former_name_with_the_same_code_is_no_question() -> None:
    former = TextList(values=(OTHER.value,))
    assert check(None, former, (NAME,), (CODE,), (OTHER,), (CODE,), None, None, None, None) == []
