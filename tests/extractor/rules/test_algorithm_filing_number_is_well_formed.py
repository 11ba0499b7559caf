from extractor.rules.algorithm_filing_number_is_well_formed import check
from models.extraction import Identifier


def test_21_digits_pass() -> None:
    assert check(Identifier(value="网信算备330110507206401230035号")) is None


def test_another_length_is_a_question() -> None:
    said = check(Identifier(value="网信算备33011050720640123003号"))
    assert said is not None
    assert (said.severity, said.outcome) == ("C", None)


def test_a_service_filing_is_another_rules_business() -> None:
    said = check(Identifier(value="Beijing-YunQue-20230821"))
    assert said is not None
    assert said.outcome == "not_applicable"
