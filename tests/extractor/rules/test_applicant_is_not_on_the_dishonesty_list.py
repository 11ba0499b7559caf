from extractor.rules.applicant_is_not_on_the_dishonesty_list import check
from models.extraction import Count


def test_no_entry_passes() -> None:
    assert check(Count(value=0)) is None


def test_an_entry_is_held_against_the_applicant() -> None:
    said = check(Count(value=1))
    assert said is not None
    assert said.severity == "A"
