from extractor.rules.tax_proof_is_of_the_licensed_unit import check
from models.extraction import Choice, Identifier, Text, TextList

OWN = Text(value="武汉楚芯智能科技有限公司")
OTHER = Text(value="鄂州楚芯智能科技有限公司")
PERSON, RECORD = Text(value="张伟"), Choice(value="personal_record")
MEMBERS = TextList(values=(OWN.value, OTHER.value))
CODE = Identifier(value="914201007071167872")


def test_name_and_code_of_the_licence_pass() -> None:
    assert check(OWN, OWN, CODE, CODE, Choice(value="table"), OWN, None, (OWN,), None) == []


def test_name_and_code_are_judged_apart() -> None:
    said = check(
        OWN, OWN, Identifier(value="9144030071526726XG"), CODE, None, OWN, None, (OWN,), None
    )
    assert [each.values for each in said] == [
        ("tax_certificate.taxpayer_id", "business_licence.uscc")
    ]


def test_another_name_fails() -> None:
    (said,) = check(OTHER, OWN, CODE, CODE, None, OWN, None, (OWN,), None)
    assert said.severity == "B"


def test_a_persons_record_is_not_compared() -> None:
    assert check(PERSON, OWN, None, CODE, RECORD, OWN, None, (PERSON,), None) == []


def test_a_member_s_proof_beside_the_applicants_is_noted() -> None:
    (said,) = check(OTHER, OWN, None, CODE, None, OWN, MEMBERS, (OWN, OTHER), None)
    assert said.outcome == "passed"
    assert OTHER.value in said.message


def test_a_member_s_proof_in_place_of_the_applicants_is_a_question() -> None:
    (said,) = check(OTHER, OWN, None, CODE, None, OWN, MEMBERS, (OTHER,), None)
    assert (said.severity, said.outcome) == ("C", None)


def test_a_look_alike_of_a_member_is_not_judged() -> None:
    (said,) = check(
        Text(value="鄂州楚芯智能料技有限公司"), OWN, None, CODE, None, OWN, MEMBERS, (OWN,), None
    )
    assert said.outcome == "unreadable"
