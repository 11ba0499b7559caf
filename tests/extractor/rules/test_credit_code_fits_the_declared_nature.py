import pytest

from extractor.rules.credit_code_fits_the_declared_nature import check
from models.extraction import Choice, Identifier


@pytest.mark.parametrize(
    ("code", "nature"),
    [("914201007071167872", "民营企业"), ("12420000MB1234567X", "事业单位")],
)
def test_a_nature_of_the_codes_kind_passes(code: str, nature: str) -> None:
    assert check(Identifier(value=code), Choice(value=nature)) is None


@pytest.mark.parametrize(
    ("code", "nature"),
    [("914201007071167872", "事业单位"), ("12420000MB1234567X", "国有企业")],
)
def test_a_nature_of_another_kind_is_a_question(code: str, nature: str) -> None:
    said = check(Identifier(value=code), Choice(value=nature))
    assert said is not None
    assert said.severity == "C"
