import pytest

from extractor.programmes.programme import load_programme
from extractor.rules.credit_code_was_issued_in_the_recommending_city import check
from models.extraction import Identifier, Text

PROGRAMME = load_programme("hubei-2025")


BUREAU = Text(value="武汉市经济和信息化局")


@pytest.mark.parametrize("code", ["914201007071167872", "91420000707116787X"])
def test_a_code_of_the_city_or_the_province_passes(code: str) -> None:
    assert check(Identifier(value=code), BUREAU, PROGRAMME.city_codes, "42") is None


def test_a_code_of_another_place_is_a_note() -> None:
    code = Identifier(value="914403001922038216")
    said = check(code, BUREAU, PROGRAMME.city_codes, "42")
    assert said is not None
    assert said.severity == "D"
