from extractor.rules.credit_report_is_of_the_licensed_unit import check
from models.extraction import Identifier, Text, TextList

OWN = Text(value="武汉楚芯智能科技有限公司")
OTHER = Text(value="鄂州楚芯智能科技有限公司")
CODE = Identifier(value="914201007071167872")


def test_name_and_code_of_the_licence_pass() -> None:
    assert check(OWN, OWN, CODE, CODE, None, None) == []


def test_another_code_fails_by_itself() -> None:
    said = check(OWN, OWN, Identifier(value="9144030071526726XG"), CODE, None, None)
    assert [each.values for each in said] == [("credit_report.uscc", "business_licence.uscc")]


def test_a_former_name_in_the_report_is_a_note() -> None:
    (said,) = check(OTHER, OWN, CODE, CODE, None, TextList(values=(OTHER.value,)))
    assert said.severity == "D"
