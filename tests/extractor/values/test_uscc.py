"""统一社会信用代码."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.values import uscc

VALID = [
    "914403001922038216",
    "9144030071526726XG",
    "91440300708461136T",
    "91110108551385082Q",
    "91330100799655058B",
    "914201007071167872",
    "91110000600037341L",
    "913400007255331979",
    "91310114769674792P",
    "91110000802100433B",
    "91340000711771143J",
]
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CODES = st.sampled_from(VALID)


@pytest.mark.parametrize("code", VALID)
def test_codes_of_real_companies_are_proved(code: str) -> None:
    read = uscc.parse(code)
    assert read is not None
    assert read.value == code
    assert uscc.proof(code) == "proved"


@pytest.mark.parametrize("code", ["914403001922038217", "91420100329990389G", "91420100MA12345678"])
def test_a_wrong_last_character_is_broken(code: str) -> None:
    assert uscc.proof(code) == "broken"


def test_a_code_whose_inner_check_fails_is_only_plausible() -> None:
    assert uscc.proof("91420100MA4KL8QH5N") == "plausible"
    assert uscc.outer_holds("91420100MA4KL8QH5N")
    assert not uscc.inner_holds("91420100MA4KL8QH5N")


@given(CODES, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_no_single_misread_character_is_ever_proved(code: str, place: int, other: str) -> None:
    misread = code[:place] + other + code[place + 1 :]
    assert (uscc.proof(misread) == "proved") == (misread == code)


@given(CODES, st.integers(0, 16))
def test_no_swap_of_neighbours_is_ever_proved(code: str, place: int) -> None:
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert (uscc.proof(swapped) == "proved") == (swapped == code)


@given(CODES)
def test_letters_no_code_has_are_read_as_the_digits_they_look_like(code: str) -> None:
    misread = code.replace("0", "O").replace("1", "I").replace("2", "Z").replace("5", "S")
    read = uscc.parse(misread)
    assert read is not None
    assert read.value == code


@given(CODES, st.data())
def test_every_candidate_holds_and_the_right_one_is_among_them(
    code: str, data: st.DataObject
) -> None:
    looks = {"8": "B", "0": "D", "6": "G", "1": "L", "B": "8", "G": "6", "Q": "0", "L": "1"}
    places = [place for place, character in enumerate(code) if character in looks and place > 7]
    if places:
        place = data.draw(st.sampled_from(places))
        misread = code[:place] + looks[code[place]] + code[place + 1 :]
        found = uscc.candidates(misread)
        assert code in found
        assert all(uscc.proof(each) == "proved" for each in found)


def test_a_wrong_code_without_a_look_alike_is_kept_as_printed() -> None:
    read = uscc.parse("914403001922038217")
    assert read is not None
    assert read.value == "914403001922038217"
    assert uscc.candidates("914403001922038217") == ()


@pytest.mark.parametrize(
    "text",
    [
        "91420113MA3BLXT1XK 1-1",
        "统一社会信用代码 91420113MA3BLXT1XK",
        "9142 0113 MA3B LXT1 XK（副本）",
        "91420113MA3BLXT1XK\n91420113MA3BLXT1XK",
    ],
)
def test_the_code_is_found_beside_other_words(text: str) -> None:
    read = uscc.parse(text)
    assert read is not None
    assert read.value == "91420113MA3BLXT1XK"


def test_two_different_codes_are_none() -> None:
    assert uscc.parse("914403001922038216 9144030071526726XG") is None


def test_spaces_small_letters_and_full_width_make_no_difference() -> None:
    read = uscc.parse("：９１４４０３００ 7152 6726xg")
    assert read is not None
    assert read.value == "9144030071526726XG"


@pytest.mark.parametrize(
    "text", ["", "91440300192203821", "9144030019220382166", "91440300-922038216"]
)
def test_other_lengths_and_marks_are_no_credit_code(text: str) -> None:
    assert uscc.parse(text) is None


def test_old_taxpayer_numbers_are_read_and_prove_nothing() -> None:
    read = uscc.parse_taxpayer("420100712345678")
    assert read is not None
    assert read.value == "420100712345678"
    assert uscc.parse_taxpayer.proof(read.value) == "plausible"
    assert uscc.parse_taxpayer.proof("914403001922038217") == "broken"
