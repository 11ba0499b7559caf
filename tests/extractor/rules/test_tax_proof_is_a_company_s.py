import pytest

from extractor.rules.tax_proof_is_a_company_s import check
from models.extraction import Choice


def test_one_certificate_is_enough() -> None:
    assert check((Choice(value="bank_slip"), Choice(value="letter"))) is None


@pytest.mark.parametrize("form", ["bank_slip", "personal_record"])
def test_slips_and_persons_records_alone_fail(form: str) -> None:
    said = check((Choice(value=form),))
    assert said is not None
    assert said.severity == "B"


def test_a_paper_of_unknown_form_may_be_the_certificate() -> None:
    said = check((Choice(value="bank_slip"), None))
    assert said is not None
    assert said.outcome == "unreadable"
