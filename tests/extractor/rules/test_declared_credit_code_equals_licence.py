from extractor.rules.declared_credit_code_equals_licence import check
from models.extraction import Identifier


def test_equal_codes_pass_in_capitals_or_not() -> None:
    one, other = Identifier(value="9144030071526726XG"), Identifier(value="9144030071526726xg")
    assert check(one, other) is None


def test_another_code_fails() -> None:
    said = check(Identifier(value="914201007071167872"), Identifier(value="9144030071526726XG"))
    assert said is not None
    assert said.severity == "B"
