from extractor.rules.patent_is_granted import check
from models.extraction import Identifier


def test_the_number_of_a_grant_passes() -> None:
    assert check(Identifier(value="ZL201910190004.3")) is None


def test_an_applications_number_is_a_note() -> None:
    said = check(Identifier(value="202110408724.X"))
    assert said is not None
    assert said.severity == "D"
