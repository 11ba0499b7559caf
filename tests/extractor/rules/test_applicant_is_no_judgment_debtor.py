from extractor.rules.applicant_is_no_judgment_debtor import check
from models.extraction import Count


def test_no_entry_is_noted_as_the_units_alone() -> None:
    said = check(Count(value=0))
    assert said.severity == "D"
    assert "法定代表人未核" in said.message


def test_an_entry_fails() -> None:
    assert check(Count(value=2)).severity == "A"
