from extractor.programmes.programme import load_programme
from extractor.rules.tax_office_is_of_the_licences_city import check
from models.extraction import Text

PROGRAMME = load_programme("hubei-2025")


SEAT = Text(value="湖北省武汉市洪山区珞喻路1号")


def test_an_office_of_the_city_passes() -> None:
    office = Text(value="国家税务总局武汉东湖新技术开发区税务局")
    assert check(office, SEAT, PROGRAMME.city_codes) is None


def test_an_office_of_another_city_is_a_question() -> None:
    said = check(Text(value="国家税务总局宜昌市税务局"), SEAT, PROGRAMME.city_codes)
    assert said is not None
    assert said.severity == "C"
