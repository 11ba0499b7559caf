from extractor.rules.declared_address_is_in_the_licences_district import check
from models.extraction import Text

SEAT = Text(value="湖北省武汉市洪山区珞喻路1037号")


def test_an_office_in_the_same_district_passes() -> None:
    assert check(Text(value="武汉市洪山区关山大道1号"), SEAT) is None


def test_an_office_in_another_district_is_a_note() -> None:
    said = check(Text(value="湖北省武汉市江夏区藏龙岛1号"), SEAT)
    assert said is not None
    assert said.severity == "D"
