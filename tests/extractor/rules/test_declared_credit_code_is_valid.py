import pytest

from extractor.rules.declared_credit_code_is_valid import check
from models.extraction import Identifier


@pytest.mark.parametrize("code", ["914201007071167872", "9144030071526726XG", "91420100MA4KL8QH5N"])
def test_a_right_last_character_passes(code: str) -> None:
    assert check(Identifier(value=code)) is None


@pytest.mark.parametrize("code", ["914403001922038217", "914403001922O38216", "91440300192203821"])
def test_a_wrong_character_or_length_fails(code: str) -> None:
    said = check(Identifier(value=code))
    assert said is not None
    assert said.severity == "B"
