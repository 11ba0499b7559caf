from extractor.rules.tax_proof_is_of_the_licensed_unit import check
from models.extraction import Choice, Identifier, Text

OWN = Text(value="武汉楚芯智能科技有限公司")
OTHER = Text(value="鄂州楚芯智能科技有限公司")
CODE = Identifier(value="914201007071167872")


def test_name_and_code_of_the_licence_pass() -> None:
    assert check(OWN, OWN, CODE, CODE, Choice(value="table"), None) == []


def test_name_and_code_are_judged_apart() -> None:
    said = check(OWN, OWN, Identifier(value="9144030071526726XG"), CODE, None, None)
    assert [each.values for each in said] == [
        ("tax_certificate.taxpayer_id", "business_licence.uscc")
    ]


def test_another_name_fails() -> None:
    (said,) = check(OTHER, OWN, CODE, CODE, None, None)
    assert said.severity == "B"


def test_a_persons_record_is_not_compared() -> None:
    assert check(Text(value="张伟"), OWN, None, CODE, Choice(value="personal_record"), None) == []
