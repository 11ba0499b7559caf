from extractor.rules.tax_return_is_of_the_licensed_unit import check
from models.extraction import Identifier, Text, TextList

OWN = Text(value="武汉楚芯智能科技有限公司")
OTHER = Text(value="鄂州楚芯智能科技有限公司")
CODE = Identifier(value="914201007071167872")


def test_name_and_code_of_the_licence_pass() -> None:
    assert check(OWN, OWN, CODE, CODE, OWN, None, (OWN,), (OWN,), None) == []


def test_a_name_and_a_code_of_another_are_two_failures() -> None:
    said = check(
        OTHER, OWN, Identifier(value="9144030071526726XG"), CODE, OWN, None, (OWN,), (OWN,), None
    )
    assert [each.severity for each in said] == ["B", "B"]


def test_a_sheet_without_a_code_is_judged_by_its_name() -> None:
    assert check(OWN, OWN, None, CODE, OWN, None, (OWN,), (OWN,), None) == []


def test_a_member_s_return_beside_the_applicants_is_noted() -> None:
    members = TextList(values=(OWN.value, OTHER.value))
    (said,) = check(OTHER, OWN, None, CODE, OWN, members, (OWN, OTHER), (OWN,), None)
    assert said.outcome == "passed"
    (said,) = check(OTHER, OWN, None, CODE, OWN, members, (OTHER,), (OTHER,), None)
    assert (said.severity, said.outcome) == ("C", None)
