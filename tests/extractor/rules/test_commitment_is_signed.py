from extractor.rules.commitment_is_signed import check
from models.extraction import Choice


def test_a_signature_passes() -> None:
    assert check(Choice(value="yes")) is None


def test_a_blank_place_fails() -> None:
    said = check(Choice(value="no"))
    assert said is not None
    assert said.severity == "A"
