import pytest

from extractor.rules.patent_number_is_valid import check
from models.extraction import Identifier


@pytest.mark.parametrize("number", ["ZL201910190004.3", "202110408724.X"])
def test_a_right_check_digit_passes(number: str) -> None:
    assert check(Identifier(value=number)) is None


@pytest.mark.parametrize("number", ["ZL201910123456.7", "ZL2019101234"])
def test_a_wrong_check_digit_or_form_fails(number: str) -> None:
    said = check(Identifier(value=number))
    assert said is not None
    assert said.severity == "B"
