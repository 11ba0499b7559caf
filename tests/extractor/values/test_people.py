"""Names of persons."""

import pytest

from extractor.values import people


@pytest.mark.parametrize(
    "name", ["周建国", "欧阳晓燕", "张月", "李年华", "买买提·艾力", "HansMüller"]
)
def test_a_persons_name_is_read(name: str) -> None:
    read = people.parse(name)
    assert read is not None
    assert read.value == name


def test_a_prompt_beside_the_name_is_left_out() -> None:
    read = people.parse("（签字）周建国（盖章）")
    assert read is not None
    assert read.value == "周建国"


@pytest.mark.parametrize(
    "other",
    ["2026年3月25日", "三月二十五日", "某某有限公司", "特此承诺", "盖章", "周", "周3国", ""],
)
def test_what_else_stands_near_a_signature_is_no_name(other: str) -> None:
    assert people.parse(other) is None
