from random import Random

import pytest
from stdnum.cn import uscc as standard

from samples.identifiers import complete_uscc, patent, uscc


@pytest.mark.parametrize(
    "code", ["914403001922038216", "9144030071526726XG", "914201007071167872", "91110108551385082Q"]
)
def test_both_check_characters_are_those_of_real_codes(code: str) -> None:
    assert complete_uscc(code[:16]) == code


def test_codes_satisfy_the_standard() -> None:
    assert all(standard.is_valid(uscc(Random(seed), "420106")) for seed in range(200))


def test_patent_numbers_end_in_their_check_digit() -> None:
    weights = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
    for seed in range(50):
        body, check = patent(Random(seed), 2023).removeprefix("ZL").split(".")
        total = sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True))
        assert "0123456789X"[total % 11] == check
