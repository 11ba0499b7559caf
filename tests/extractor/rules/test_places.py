import pytest

from extractor.programmes.programme import load_programme
from extractor.rules.places import city_named, place_in


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("湖北省武汉市洪山区珞喻路1037号", ("湖北省", "武汉市", "洪山区")),
        ("武汉市江夏区藏龙岛", (None, "武汉市", "江夏区")),
        ("湖北省恩施土家族苗族自治州", ("湖北省", None, None)),
        ("关山大道1号", (None, None, None)),
    ],
)
def test_the_parts_an_address_begins_with(address: str, parts: tuple[str | None, ...]) -> None:
    assert tuple(place_in(address)) == parts


def test_one_city_is_named_or_none() -> None:
    cities = load_programme().city_codes
    assert city_named("武汉市经济和信息化局", cities) == "武汉"
    assert city_named("武汉宜昌联合办公室", cities) is None
    assert city_named("东湖新技术开发区", cities) is None
