from extractor.programmes.programme import load_programme
from extractor.rules.licence_is_of_the_recommending_city import check
from models.extraction import Text

PROGRAMME = load_programme("hubei-2025")


BUREAU = Text(value="武汉市经济和信息化局")


def test_the_same_city_passes() -> None:
    assert check(Text(value="湖北省武汉市洪山区1号"), BUREAU, PROGRAMME.city_codes) is None


def test_another_city_is_a_question() -> None:
    said = check(Text(value="湖北省宜昌市西陵区1号"), BUREAU, PROGRAMME.city_codes)
    assert said is not None
    assert said.severity == "C"


def test_an_address_without_a_city_says_nothing() -> None:
    assert check(Text(value="东湖新技术开发区1号"), BUREAU, PROGRAMME.city_codes) is None
