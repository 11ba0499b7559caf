from extractor.rules.credit_code_holds_a_valid_organisation_code import check
from models.extraction import Identifier


def test_both_checks_hold() -> None:
    assert check(Identifier(value="914201007071167872")) is None


def test_only_the_inner_check_fails() -> None:
    said = check(Identifier(value="91420100MA4KL8QH5N"))
    assert said is not None
    assert said.severity == "C"


def test_a_code_that_fails_altogether_is_another_rules_business() -> None:
    assert check(Identifier(value="914403001922038217")) is None
