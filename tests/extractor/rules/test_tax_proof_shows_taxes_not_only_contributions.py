from extractor.rules.tax_proof_shows_taxes_not_only_contributions import check
from models.extraction import Rows, Text

PENSION = {"tax": Text(value="企业职工基本养老保险费")}
VAT = {"tax": Text(value="增值税")}


def test_one_tax_is_enough() -> None:
    assert check((Rows(records=(PENSION, VAT)),)) is None


def test_contributions_only_are_a_question() -> None:
    said = check((Rows(records=(PENSION,)),))
    assert said is not None
    assert said.severity == "C"


def test_a_row_that_was_not_read_may_be_a_tax() -> None:
    assert check((Rows(records=(PENSION, {"tax": None})),)) is None
