"""Characters that are one, in their simplified and in other forms."""

import pytest

from extractor.values import names
from extractor.values.simplified import simplified


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("靜產業為戶", "静产业为户"),
        ("爲衞戸図黒", "为卫户图黑"),
        ("武汉静安科技", "武汉静安科技"),
        ("㎡①（靜）A0", "㎡①（静）A0"),
    ],
)
def test_another_form_is_given_as_the_simplified_character(written: str, meant: str) -> None:
    assert simplified(written) == meant


@pytest.mark.parametrize("word", ["乾坤", "毕昇", "昇腾", "甯采臣", "瞭望", "宫商角徵羽", "於"])
def test_what_simplified_print_has_of_its_own_stays(word: str) -> None:
    assert simplified(word) == word


def test_a_name_written_in_another_form_is_the_same_name() -> None:
    assert names.compare("武汉靜安產業有限公司", "武汉静安产业有限公司") == "same"
    assert names.compare("刘為民", "刘为民") == "same"


def test_names_that_simplified_print_tells_apart_stay_apart() -> None:
    assert names.compare("武汉乾元科技有限公司", "武汉干元科技有限公司") == "different"
