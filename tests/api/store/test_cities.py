import pytest

from api.store.cities import city_name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("武汉市", "武汉"),
        (" 武汉 ", "武汉"),
        ("荆州", "荆州"),
        ("荆州市", "荆州"),
        ("恩施州", "恩施"),
        ("恩施土家族苗族自治州", "恩施"),
        ("神农架林区", "神农架"),
        ("", None),
        (None, None),
    ],
)
def test_a_city_has_one_name_however_it_is_written(written: str | None, name: str | None) -> None:
    assert city_name(written) == name
