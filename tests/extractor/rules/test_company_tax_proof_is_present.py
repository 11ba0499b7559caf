from extractor.rules.company_tax_proof_is_present import check
from models.extraction import Choice


def test_a_certificate_is_a_proof() -> None:
    assert check(True, (Choice(value="personal_record"), Choice(value="table"))) is None


def test_a_paper_of_unknown_form_is_not_called_missing() -> None:
    assert check(True, (None,)) is None


def test_persons_records_alone_are_no_proof_of_the_company() -> None:
    said = check(True, (Choice(value="personal_record"),))
    assert said is not None
    assert said.outcome == "missing"


def test_without_any_paper_the_proof_is_missing() -> None:
    assert check(False, None) is not None
